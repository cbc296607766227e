import { SEALS, type SealChain } from '#shared/records/seals.ts'
import { sealCheckKey } from '#client/data/replica/check-seals.ts'
import { metaOf } from '#client/data/replica/meta.ts'
import type { SealCheck } from '#client/data/views.ts'
import { loadRecord } from '#server/scopes/record-memory.ts'
import type { Phone } from './phone.ts'
import { SCOPE, type RealVillage } from './real-phones.ts'

/** What a phone says of the cell's chain of signed texts; with nothing signed there is nothing to say against it. */
export const sealAnswerOn = async ({ book }: Phone): Promise<SealCheck['answer']> =>
  (await metaOf<SealCheck>(book, sealCheckKey(SCOPE)))?.answer ?? 'same'

/** Links of the chain once the server has done all it owes. */
export async function sealsIn({ server, storage }: RealVillage): Promise<number> {
  await server.settled()
  const { state } = await loadRecord(storage, SCOPE, SEALS, 'seals')
  return ((state as SealChain | null)?.links ?? []).length
}
