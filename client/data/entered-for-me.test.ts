import { expect, it } from 'vitest'
import type { RecordedEvent } from '#shared/records/event.ts'
import { cellScope } from '#shared/records/scope.ts'
import type { Pending, StoredEvent } from './book/book.ts'
import { enteredForMe } from './entered-for-me.ts'

const place = { scope: cellScope('cell-0001'), record: 'record-0001' }
const [LAN, HUONG] = ['lan-000001', 'huong-0001']

function said(seq: number, more: Partial<RecordedEvent> = {}): StoredEvent {
  const data = { id: `comment-${seq}`, anchor: null, says: { is: 'comment', text: `Lời ${seq}` } }
  const event: RecordedEvent = {
    ...{ record: place.record, kind: 'resolution', type: 'remarkMade', v: 1, seq, claimedAt: seq, data },
    actor: { by: 'person', person: HUONG, device: 'device-0001' },
    onBehalfOf: LAN,
    ...more,
  }
  return { ...place, seq, event }
}

it('[N5] lists what others said for Lan, newest first, and what she said against it', () => {
  const events = [
    said(1),
    said(2, { helper: 'Hoàng Văn Tú' }),
    said(3, { onBehalfOf: HUONG }),
    said(4, { type: 'somethingElse' }),
    said(5, { type: 'entryDisowned', data: { of: 1 } }),
    said(6),
  ]
  const op = { op: 'command' as const, record: place.record, kind: 'resolution' as const }
  const disowning: Pending = {
    ...{ n: 1, ...place, kind: 'resolution', at: 9 },
    op: { ...op, command: { do: 'disownEntry', of: 6 } },
  }
  const entries = enteredForMe(LAN, { events, rows: [], pending: [disowning] })
  expect(entries.map(({ seq, words, disowned, helper }) => [seq, words, disowned, helper])).toEqual([
    [6, 'Lời 6', 'waiting', undefined],
    [2, 'Lời 2', false, 'Hoàng Văn Tú'],
    [1, 'Lời 1', true, undefined],
  ])
})
