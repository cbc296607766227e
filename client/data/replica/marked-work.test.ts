import { expect, it } from 'vitest'
import { appendPart } from '#shared/document/write.ts'
import { decodeBatch } from '#shared/protocol/batch.ts'
import type { Block } from '#shared/records/content.ts'
import type { Pending } from '#client/data/book/book.ts'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { Replica } from './replica.ts'

const PLACE = { scope: 'cell/khu-dong-mit', record: 'nghiquyet-12', kind: 'resolution' } as const
const OTHER = { scope: PLACE.scope, record: 'buoi-hop-12', kind: 'meeting' } as const
const block = (text: string): Block => ({ part: 'block', kind: null, depth: 0, runs: [{ text }] })

function phone() {
  const book = new MemoryBook()
  let ids = 0
  const identity = {
    device: 'an-phone-1',
    person: 'an-000001',
    lineage: 'dong-0001',
    serverKey: '',
    enrolledAt: 1,
  }
  const replica = new Replica({
    ...{ book, identity, clock: () => 1_800_000_000_000, localNow: () => '2026-12-03T20:00' },
    ...{ announce: () => undefined, newId: () => `new-id-000${ids++}`, newClientId: () => 70 + ids++ },
    ...{ sign: async () => new Uint8Array(64), isFromServer: async () => true, isSignedBy: async () => true },
  })
  const sent = async () =>
    (await replica.compose('0.1.0')).batches.flatMap(({ bytes }) => decodeBatch(bytes)?.ops ?? [])
  const keep = (value: Pending) => book.commit([{ put: 'pending', value }])
  return { book, replica, sent, keep }
}
const command = (n: number, place: typeof PLACE | typeof OTHER, given: object, together = {}): Pending => ({
  ...{
    n,
    ...place,
    at: n,
    op: { op: 'command', record: place.record, kind: place.kind, command: given, ...together },
  },
})

it('[S18] a text with a marking on a line of its own stays here whole, says so, and goes once the line is out', async () => {
  const { book, replica, sent, keep } = phone()
  const session = await replica.open(PLACE)
  appendPart(session.doc, block('Kế hoạch bảo vệ'))
  appendPart(session.doc, block('TỐI MẬT'))
  await replica.save(session)
  await keep(command(90, OTHER, { do: 'tickStep', step: 'noticeSent', day: '2026-12-01' }))
  expect((await sent()).map(({ record }) => record)).toEqual([OTHER.record])
  expect(await book.get('pending', [1])).toMatchObject({ asks: 'secrecyMarking' })

  appendPart(session.doc, block('Viết tiếp khi chưa gửi'))
  await replica.save(session)
  await book.commit([{ drop: 'pending', key: [90] }])
  await answered(book)
  expect(await sent()).toEqual([])

  session.doc.getXmlFragment('content').delete(1, 1)
  await replica.save(session)
  expect((await sent()).every(({ record }) => record === PLACE.record)).toBe(true)
  const left = await book.list('pending')
  expect(left.every(({ frozen, asks }) => frozen !== undefined && asks === undefined)).toBe(true)
})

it('[S18] what comes after a marked command on its record waits with it; honey goes', async () => {
  const { book, sent, keep } = phone()
  await keep(command(1, OTHER, { do: 'changeMeeting', topic: '[MẬT] Phương án' }))
  await keep(command(2, OTHER, { do: 'tickStep', step: 'noticeSent', day: '2026-12-01' }))
  await keep(command(3, PLACE, { do: 'renameResolution', title: 'Phát triển nghề nuôi ong mật' }))
  expect((await sent()).map(({ record }) => record)).toEqual([PLACE.record])
  expect((await book.list('pending')).map(({ asks }) => asks)).toEqual([
    'secrecyMarking',
    'secrecyMarking',
    undefined,
  ])
})

it('[S19] taken out, its words and those given with it are kept, and what only waited for it goes', async () => {
  const { book, replica, sent, keep } = phone()
  await keep(command(1, OTHER, { do: 'changeMeeting', place: 'Nhà văn hóa', topic: 'TUYỆT MẬT' }))
  await keep(command(2, OTHER, { do: 'tickStep', step: 'noticeSent', day: '2026-12-01' }))
  expect(await sent()).toEqual([])
  await replica.takeOut(2 - 1)
  expect(await book.list('kept')).toMatchObject([
    { about: OTHER.record, text: 'Nhà văn hóa\nTUYỆT MẬT', why: { from: 'refused', code: 'secrecyMarking' } },
  ])
  expect(await sent()).toMatchObject([{ command: { do: 'tickStep' } }])
})

/** The server took what was sent. */
async function answered(book: MemoryBook): Promise<void> {
  const tail = await book.get('meta', [`tail:${PLACE.scope}`])
  await book.commit([
    {
      put: 'meta',
      value: { key: `tail:${PLACE.scope}`, value: { ...(tail?.value as object), unanswered: [] } },
    },
  ])
}
