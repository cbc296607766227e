import { expect, it } from 'vitest'
import { decodeBatch } from '#shared/protocol/batch.ts'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { Replica } from './replica.ts'

const PLACE = { scope: 'own/an-000001', record: 'loi-nhan-01', kind: 'kept' } as const

it('[B3] a batch is frozen when it is first sent: what comes later waits for the next one', async () => {
  const book = new MemoryBook()
  let at = 1
  const identity = {
    device: 'an-phone-1',
    person: 'an-000001',
    lineage: 'dong-0001',
    serverKey: '',
    enrolledAt: 1,
  }
  const replica = new Replica({
    ...{ book, identity, clock: () => at++, localNow: () => '2026-12-03T20:00', announce: () => undefined },
    ...{
      sign: async () => new Uint8Array([at]),
      isFromServer: async () => true,
      isSignedBy: async () => true,
    },
    ...{ newId: () => 'new-id-01', newClientId: () => 7 },
  })
  const keep = (n: number) => {
    const op = { op: 'command' as const, ...PLACE, command: { do: 'putAwayKeptText', n } }
    return book.commit([{ put: 'pending', value: { n, ...PLACE, op, at: n } }])
  }
  await keep(1)
  const [first] = (await replica.compose('0.1.0')).batches
  await keep(2)
  const again = await replica.compose('0.1.0')
  expect(again.batches).toEqual([first])
  expect(again.waiting.items).toBe(1)
  const ops = decodeBatch(first?.bytes ?? new Uint8Array())?.ops
  expect(ops).toMatchObject([{ command: { n: 1 } }])
})
