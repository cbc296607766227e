import type { ChangesFrame, RecordsFrame, RowsFrame } from '#shared/protocol/frames.ts'
import { isRecordKind, type RecordedEvent, type RecordKind } from '#shared/records/event.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { Row } from '#shared/records/row.ts'
import { rulesOf } from '#shared/events/registry.ts'
import type { BookChange, Pending, StoredDocument } from '#client/data/book/book.ts'
import { withPieces } from './documents.ts'
import type { ReplicaParts } from './identity.ts'
import { confirmedDigest, rowChange } from './rows.ts'
import { confirmedEvents } from './state.ts'

/** Book changes of a frame, and updates for whoever has one of these documents open. */
export type Received = { changes: BookChange[]; live: readonly LiveUpdate[] }
export type LiveUpdate = { record: RecordId; update: Uint8Array; v: 1 | 2 }

/** What happened after the cursor: committed whole, together with the new cursor. */
export async function receiveChanges(parts: ReplicaParts, frame: ChangesFrame): Promise<Received> {
  const { book, identity } = parts
  const { scope, cursor } = frame
  const changes: BookChange[] = [{ put: 'cursors', value: { scope, cursor } }]
  const live: LiveUpdate[] = []
  const pending = (await book.list('pending')).filter((p) => p.scope === scope)
  const arrived = pending.filter((p) => p.acceptedSeq !== undefined && p.acceptedSeq <= cursor.seq)
  const left = pending.filter((p) => !arrived.includes(p))
  for (const p of arrived) changes.push({ drop: 'pending', key: [p.n] })

  const touched = kindsOf(frame, arrived)
  const digests = new Map(frame.digests.map((d) => [d.record, d.digest]))
  for (const [record, kind] of touched) {
    const place = { scope, record, kind }
    const fresh = frame.events.filter((e) => e.record === record)
    for (const event of fresh)
      changes.push({ put: 'events', value: { scope, record, seq: event.seq ?? 0, event } })
    const change = frame.documents.find((d) => d.record === record)
    for (const touch of change?.touches ?? [])
      changes.push({ put: 'touches', value: { scope, record, seq: touch.seq, touch } })
    const document = await grownDocument(parts, place, { arrived, update: change?.update })
    if (document) changes.push({ put: 'documents', value: document })
    if (change?.update) live.push({ record, update: change.update, v: 2 })

    const confirmed = joined(await confirmedEvents(book, scope, record), fresh)
    const seqs = confirmed.map((e) => e.seq ?? 0)
    const digest = digests.get(record)
    const own = cursor.before === undefined ? confirmedDigest(seqs, document, kind) : null
    if (digest !== undefined && own !== null && own !== digest)
      changes.push({ put: 'repairs', value: { scope, record } })
    const touchedAt = Math.max(0, ...(change?.touches ?? []).map((t) => t.at))
    changes.push(await rowChange(book, identity, place, { confirmed, pending: left, document, touchedAt }))
  }
  return { changes, live }
}

/** Whole records: a first filling or a repair. What the phone had of them is replaced. */
export async function receiveRecords(parts: ReplicaParts, frame: RecordsFrame): Promise<Received> {
  const { book, identity } = parts
  const { scope, cursor } = frame
  const changes: BookChange[] = [{ put: 'cursors', value: { scope, cursor } }]
  const live: LiveUpdate[] = []
  const pending = (await book.list('pending')).filter((p) => p.scope === scope)
  for (const { record, kind, events, touches, document } of frame.records) {
    changes.push({ dropAll: 'events', prefix: [scope, record] })
    changes.push({ dropAll: 'touches', prefix: [scope, record] })
    changes.push({ drop: 'repairs', key: [scope, record] })
    for (const event of events)
      changes.push({ put: 'events', value: { scope, record, seq: event.seq ?? 0, event } })
    for (const touch of touches)
      changes.push({ put: 'touches', value: { scope, record, seq: touch.seq, touch } })
    const mine = pending.filter((p) => p.record === record)
    const last = Math.max(0, ...events.map((e) => e.seq ?? 0), ...touches.map((t) => t.seq))
    const left = mine.filter((p) => p.acceptedSeq === undefined || p.acceptedSeq > last)
    for (const p of mine) if (!left.includes(p)) changes.push({ drop: 'pending', key: [p.n] })
    const stored = document && withPieces(undefined, { scope, record }, [{ v: 2, bytes: document }])
    if (stored) changes.push({ put: 'documents', value: stored })
    if (document) live.push({ record, update: document, v: 2 })
    const touchedAt = Math.max(0, ...touches.map((t) => t.at))
    const will = { confirmed: events, pending: left, document: stored, touchedAt }
    changes.push(await rowChange(book, identity, { scope, record, kind }, will))
  }
  return { changes, live }
}

/** The whole list of a scope, before any of its records. */
export function receiveRows({ scope, rows, cursor }: RowsFrame): Received {
  const changes: BookChange[] = [
    { dropAll: 'rows', prefix: [scope] },
    { put: 'cursors', value: { scope, cursor } },
    ...rows.map((row): BookChange => ({
      put: 'rows',
      value: { scope, record: row.record, kind: row.kind as RecordKind, row: known(row) },
    })),
  ]
  return { changes, live: [] }
}

/** [S17] */
function known(row: Row): Row {
  const { kind, record, changedAt } = row
  return isRecordKind(kind) ? row : { kind: 'unknown', record, changedAt, of: kind }
}

/** Confirmed text after own accepted ops and others' edits are in it; undefined where the kind has none. Of an unknown kind it is kept. */
async function grownDocument(
  { book }: ReplicaParts,
  { scope, record, kind }: { scope: ChangesFrame['scope']; record: RecordId; kind: RecordKind },
  more: { arrived: readonly Pending[]; update: Uint8Array | undefined },
): Promise<StoredDocument | undefined> {
  const hasOne = isRecordKind(kind) ? rulesOf(kind).hasDocument : more.update !== undefined
  const stored = await book.get('documents', [scope, record])
  if (!hasOne) return isRecordKind(kind) ? undefined : stored
  const pieces: { v: 1 | 2; bytes: Uint8Array }[] = []
  for (const p of more.arrived)
    if (p.record === record && p.op.op === 'document') pieces.push({ v: 1, bytes: p.op.update })
  if (more.update) pieces.push({ v: 2, bytes: more.update })
  return pieces.length > 0 || !stored ? withPieces(stored, { scope, record }, pieces) : stored
}

function kindsOf(frame: ChangesFrame, arrived: readonly Pending[]): Map<RecordId, RecordKind> {
  const kinds = new Map<RecordId, RecordKind>()
  for (const { record, kind } of [...frame.events, ...frame.documents, ...arrived]) kinds.set(record, kind)
  return kinds
}

/** Confirmed events with fresh ones in their places; the same twice is once. */
function joined(known: readonly RecordedEvent[], fresh: readonly RecordedEvent[]): RecordedEvent[] {
  const bySeq = new Map([...known, ...fresh].map((event) => [event.seq ?? 0, event]))
  return [...bySeq.values()].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
}
