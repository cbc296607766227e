import { fromBase64UrlEncoded } from 'lib0/buffer'
import { decodeCertificate, type SignedBytes } from '#shared/protocol/certificate.ts'
import type { DexieBook } from '#client/data/book/dexie-book.ts'
import { ask } from '#client/data/online/ask.ts'
import { CERTIFICATES } from '#client/data/replica/hand-over.ts'
import type { Identity } from '#client/data/replica/identity.ts'
import { metaOf } from '#client/data/replica/meta.ts'

/** [J2] Has the server sign once whose phone this is, so that others believe it where there is no network. */
export async function haveCertificate(
  book: DexieBook,
  { device, lineage }: Identity,
  token: () => Promise<string | undefined>,
): Promise<void> {
  const known = (await metaOf<SignedBytes[]>(book, CERTIFICATES)) ?? []
  const isMine = ({ bytes }: SignedBytes) => {
    const certificate = decodeCertificate(bytes)
    return certificate?.device === device && certificate.lineage === lineage
  }
  if (known.some(isMine)) return
  type Answer = { bytes: string; signature: string }
  const answer = await ask<Answer>(await token(), { method: 'GET', path: '/devices/certificate' })
  if (!answer.ok) return
  const own = { bytes: fromBase64UrlEncoded(answer.bytes), signature: fromBase64UrlEncoded(answer.signature) }
  const others = known.filter(({ bytes }) => decodeCertificate(bytes)?.device !== device)
  await book.commit([{ put: 'meta', value: { key: CERTIFICATES, value: [...others, own] } }])
}
