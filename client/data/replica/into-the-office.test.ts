import { digest } from 'lib0/hash/sha256'
import { expect, it } from 'vitest'
import { encodeReceipt } from '#shared/protocol/frames.ts'
import type { Duty } from '#shared/records/person.ts'
import { reasonsOf } from '#shared/records/reasons.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { Replica } from './replica.ts'

const [DUNG, PHU, CELL] = ['dung-00001', 'phu-000001', 'khu-dong-mit']
const OFFICE: ScopeId = `office/${CELL}`
const BRIDGE: ScopeId = `bridge/${CELL}`
const MEETING = 'meeting-0001'
const PLACE = { scope: OFFICE, record: reasonsOf(MEETING), kind: 'reasons' } as const
const LINEAGE = 'dong-0001'

function rosterWith(duties: Duty[]): Roster {
  const unit = {
    kind: 'cell',
    id: CELL,
    name: 'Chi bộ khu Đồng Mít',
    cellKind: 'village',
    parent: 'xa-thanh-moc',
  }
  return {
    ...{ lineage: LINEAGE, version: 1, issuedAt: 1, unit: unit as Roster['unit'] },
    assigned: { id: PHU, name: 'Trần Văn Phú' },
    people: [{ id: DUNG, name: 'Lê Văn Dũng', status: 'official', duties }],
  }
}

async function phone(person: string, duties: Duty[] = []) {
  const book = new MemoryBook()
  let ids = 0
  const identity = { device: 'phone-0001', person, lineage: LINEAGE, serverKey: '', enrolledAt: 1 }
  const replica = new Replica({
    ...{ book, identity, clock: () => 1_800_000_000_000, localNow: () => '2026-12-03T20:00' },
    ...{ announce: () => undefined, newId: () => `new-id-000${ids++}`, newClientId: () => 70 + ids++ },
    ...{ sign: async () => new Uint8Array(64), isFromServer: async () => true, isSignedBy: async () => true },
  })
  const empty = new Uint8Array()
  const stored = { unit: CELL, version: 1, bytes: empty, signature: empty, roster: rosterWith(duties) }
  await book.commit([{ put: 'rosters', value: stored }])
  const answered = async () => {
    const [batch] = (await replica.compose('0.1.0')).batches
    const of = { lineage: LINEAGE, scope: OFFICE, device: identity.device, deviceSeq: 1, receivedAt: 2 }
    const verdicts = [{ verdict: 'accepted' as const, seq: 7 }]
    const bytes = encodeReceipt({ ...of, batchHash: digest(batch?.bytes ?? empty), verdicts })
    await replica.receive({ frame: 'receipt', bytes, signature: empty })
  }
  return { book, replica, answered }
}
const GIVE = { do: 'giveReason', meeting: MEETING, text: 'Con ốm, phải trông' }

it('[Z10] a member’s reason stands on his phone until the office has it, and no longer', async () => {
  const { book, replica, answered } = await phone(DUNG)
  expect(await replica.give(PLACE, GIVE)).toBeNull()
  expect(await book.get('rows', [OFFICE, PLACE.record])).toMatchObject({
    row: { reasons: { [DUNG]: GIVE.text } },
  })
  await answered()
  expect(await book.list('pending')).toEqual([])
  expect(await book.list('rows')).toEqual([])
})

it('[Z10] whoever reads the office waits for it to come back, as for everything', async () => {
  const { book, replica, answered } = await phone(DUNG, ['secretary'])
  await replica.give(PLACE, GIVE)
  await answered()
  expect(await book.list('pending')).toMatchObject([{ acceptedSeq: 7 }])
  expect(await book.list('rows')).toHaveLength(1)
})

it('[Z8] who is no longer in charge keeps neither what was handed up nor the roster; a member keeps his roster', async () => {
  for (const [person, left] of [
    [PHU, 0],
    [DUNG, 1],
  ] as const) {
    const { book, replica } = await phone(person)
    await book.commit([{ put: 'cursors', value: { scope: BRIDGE, cursor: { seq: 3 } } }])
    await replica.receive({ frame: 'gone', scope: BRIDGE })
    expect(await book.list('cursors')).toEqual([])
    expect(await book.list('rosters')).toHaveLength(left)
  }
})
