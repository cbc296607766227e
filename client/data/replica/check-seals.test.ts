import { beforeEach, expect, it } from 'vitest'
import { sealChained, sealsRules } from '#shared/events/seals.ts'
import type { RecordedEvent } from '#shared/records/event.ts'
import { SEALS, type SealChain } from '#shared/records/seals.ts'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { checkSeals, sealCheckKey } from './check-seals.ts'
import { metaOf } from './meta.ts'

const SCOPE = 'cell/dong-mit-01'
let book: MemoryBook
beforeEach(async () => {
  book = new MemoryBook()
  await book.commit([{ put: 'cursors', value: { scope: SCOPE, cursor: { lineage: 'l', seq: 1 } as never } }])
})

/** What the server tells: these signed texts, in this order. */
async function told(...hashes: string[]): Promise<unknown> {
  const events = hashes.map((hash, i): RecordedEvent => ({
    ...sealChained({ record: `record-${hash}`, hash: hash.repeat(64) }),
    ...{ record: SEALS, kind: 'seals', seq: i + 1, actor: { by: 'server', cause: 'x' }, claimedAt: 1 },
  }))
  const chain = events.reduce<SealChain | null>((state, event) => sealsRules.fold(state, event), null)
  await book.commit([
    { dropAll: 'events', prefix: [SCOPE, SEALS] },
    { dropAll: 'rows', prefix: [SCOPE] },
    ...events.map((event, i) => ({
      put: 'events' as const,
      value: { scope: SCOPE, record: SEALS, seq: i + 1, event },
    })),
    ...(chain
      ? [
          {
            put: 'rows' as const,
            value: { scope: SCOPE, record: SEALS, row: sealsRules.project(SEALS, chain, 1, null) },
          },
        ]
      : []),
  ] as Parameters<MemoryBook['commit']>[0])
  await checkSeals(book)
  return metaOf(book, sealCheckKey(SCOPE))
}

it('[V13] what was signed since is taken in as seen', async () => {
  expect(await told()).toBeUndefined()
  expect(await told('a')).toMatchObject({ count: 1, answer: 'same' })
  expect(await told('a', 'b', 'c')).toMatchObject({ count: 3, answer: 'same' })
})

it('[V13] a changed, missing or emptied chain is said, and stays said until it is right again', async () => {
  const seen = await told('a', 'b')
  expect(await told('a', 'f', 'c')).toEqual({ ...(seen as object), answer: 'other' })
  expect(await told('a')).toEqual({ ...(seen as object), answer: 'shorter' })
  expect(await told()).toEqual({ ...(seen as object), answer: 'shorter' })
  expect(await told('a', 'b', 'c')).toMatchObject({ count: 3, answer: 'same' })
})
