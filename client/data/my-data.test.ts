import { expect, it } from 'vitest'
import { cellScope } from '#shared/records/scope.ts'
import { openDexieBook } from './book/dexie-book.ts'
import { myData } from './my-data.ts'

const CELL = cellScope('cell-0001')
const place = { scope: CELL, record: 'record-0001' }
const ME = 'lan-000001'
const bytes = new Uint8Array()

async function bookOfLan() {
  const book = await openDexieBook(`mine-${Math.random()}`)
  const people = [ME, 'huong-0001'].map((id) => ({
    id,
    name: id === ME ? 'Lê Thị Lan' : 'Trần Thị Hương',
    status: 'official' as const,
    duties: [],
  }))
  const unit = { kind: 'commune' as const, id: 'commune-1', name: 'Đảng ủy xã' }
  const roster = { lineage: 'lineage-01', version: 1, issuedAt: 1, unit, people }
  const event = (seq: number, person: string, more = {}) => ({
    ...{
      ...place,
      kind: 'resolution' as const,
      type: 'resolutionRenamed',
      v: 1,
      seq,
      claimedAt: seq,
      data: {},
    },
    actor: { by: 'person' as const, person, device: 'device-0001' },
    ...more,
  })
  const touched = (seq: number, person: string) => ({
    ...place,
    seq,
    touch: { seq, person, at: seq, blocks: [{ id: 'b', inserted: 5, deleted: 1 }] },
  })
  await book.commit([
    { put: 'meta', value: { key: 'identity', value: { person: ME, device: 'device-0001' } } },
    { put: 'rosters', value: { unit: unit.id, version: 1, bytes, signature: bytes, roster } },
    { put: 'events', value: { ...place, seq: 1, event: event(1, ME) } },
    { put: 'events', value: { ...place, seq: 2, event: event(2, 'huong-0001') } },
    { put: 'events', value: { ...place, seq: 3, event: event(3, 'huong-0001', { onBehalfOf: ME }) } },
    { put: 'touches', value: touched(4, ME) },
    { put: 'touches', value: touched(5, ME) },
    { put: 'touches', value: touched(6, 'huong-0001') },
  ])
  return book
}

it('what is kept about somebody: his place in the lists, what he did, what was entered for him, and nothing of others', async () => {
  const mine = await myData(await bookOfLan(), 99)
  expect(mine?.inRosters).toEqual([
    { unit: 'Đảng ủy xã', name: 'Lê Thị Lan', status: 'official', duties: [] },
  ])
  expect(mine?.done.map((e) => e.seq)).toEqual([1, 3])
  expect(mine?.texts).toEqual([{ record: place.record, title: '', inserted: 10, deleted: 2, last: 5 }])
})

it('before anybody is enrolled there is nothing to take away', async () => {
  expect(await myData(await openDexieBook(`mine-${Math.random()}`), 99)).toBe(null)
})
