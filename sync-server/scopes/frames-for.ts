import { recordDigest } from '#shared/document/digest.ts'
import type { ChangesFrame, DocumentChange, Frame, WholeRecord } from '#shared/protocol/frames.ts'
import type { Cursor } from '#shared/protocol/request.ts'
import type { RecordKind } from '#shared/records/event.ts'
import type { DeviceId, RecordId } from '#shared/records/ids.ts'
import type { Entry, RecordHead, Storage } from '#server/storage/storage.ts'
import { mergedForPhone, wholeForPhone } from './for-phone.ts'
import { contentOf, decodeEvent, decodeRow, type RecordMemory } from './record-memory.ts'
import type { ScopeMemory } from './scope-memory.ts'
import { decodeStoredUpdate, type StoredUpdate } from './stored-update.ts'

/** Entries one changes frame covers, and bytes of whole records one pack holds before compression. */
const ENTRIES = 500
const PACK_BYTES = 96 * 1024

export type Reader = { storage: Storage; memory: ScopeMemory; device: DeviceId }

/**
 * What a phone has not got of a scope, oldest first. A phone that has nothing gets the list first, then the records,
 * newest first.
 */
export async function* framesFor(reader: Reader, known: Cursor | undefined): AsyncGenerator<Frame> {
  const head = await reader.memory.head()
  let cursor = known
  if (!cursor || cursor.seq > head) {
    const heads = await reader.storage.records(reader.memory.scope)
    cursor = heads.length > 0 ? { seq: head, before: head + 1 } : { seq: head }
    const rows = heads.map((h) => decodeRow(h.row))
    yield { frame: 'rows', scope: reader.memory.scope, rows, cursor }
  }
  while (cursor.seq < head) {
    const frame: ChangesFrame = await changesAfter(reader, cursor, head)
    cursor = frame.cursor
    yield frame
  }
  if (cursor.before !== undefined) yield* packsBefore(reader, { ...cursor, before: cursor.before })
}

/** Whole records that a phone found to differ from the server's. */
export async function repairFrame(reader: Reader, record: RecordId, cursor: Cursor): Promise<Frame | null> {
  const head = await reader.storage.record(reader.memory.scope, record)
  if (!head) return null
  const whole = await wholeRecord(reader, head)
  return { frame: 'records', scope: reader.memory.scope, records: [whole], cursor }
}

async function changesAfter(reader: Reader, cursor: Cursor, head: number): Promise<ChangesFrame> {
  const { storage, memory, device } = reader
  const entries = await storage.entriesAfter(memory.scope, cursor.seq, ENTRIES)
  const last = entries.at(-1)?.seq ?? head
  const events = entries.filter((e) => e.holds === 'event').map((e) => decodeEvent(e.bytes))
  const documents = [...byRecord(entries)].map(([record, updates]) => documentChange(record, updates, device))
  const digests = last === head ? await digestsOf(reader, entries) : []
  return {
    frame: 'changes',
    scope: memory.scope,
    events,
    documents,
    cursor: { ...cursor, seq: last },
    digests,
  }
}

type Update = { kind: RecordKind; stored: StoredUpdate }

function byRecord(entries: readonly Entry[]): Map<RecordId, Update[]> {
  const found = new Map<RecordId, Update[]>()
  for (const { record, kind, holds, bytes } of entries) {
    if (holds !== 'update' || kind === 'directory') continue
    const updates = found.get(record) ?? []
    updates.push({ kind, stored: decodeStoredUpdate(bytes) })
    found.set(record, updates)
  }
  return found
}

/** A device's own words are not sent back to it: it has the bytes, and is told only which of them are in. */
function documentChange(record: RecordId, updates: readonly Update[], device: DeviceId): DocumentChange {
  const kind = updates[0]?.kind ?? 'resolution'
  const news = updates.flatMap(({ stored }) =>
    stored.device === device ? (stored.beyond ?? []) : stored.update,
  )
  const update = mergedForPhone(news.filter((bytes) => bytes.length > 0))
  const own = updates
    .filter(({ stored }) => stored.device === device)
    .map(({ stored: { deviceSeq, op } }) => ({ deviceSeq, op }))
  const touches = updates.map(({ stored }) => stored.touch)
  return { record, kind, own, touches, ...(update ? { update } : {}) }
}

async function digestsOf(reader: Reader, entries: readonly Entry[]): Promise<ChangesFrame['digests']> {
  const digests: { record: RecordId; digest: string }[] = []
  const kinds = new Map<RecordId, RecordKind>()
  for (const { record, kind } of entries) if (kind !== 'directory') kinds.set(record, kind)
  for (const [record, kind] of kinds) {
    const memory = await reader.memory.record(record, kind)
    digests.push({ record, digest: digestOf(memory) })
  }
  return digests
}

function digestOf(memory: RecordMemory): string {
  return recordDigest(
    memory.events.map((e) => e.seq ?? 0),
    contentOf(memory),
  )
}

async function* packsBefore(reader: Reader, cursor: Cursor & { before: number }): AsyncGenerator<Frame> {
  const heads = await reader.storage.records(reader.memory.scope)
  const missing = heads.filter((h) => h.createdSeq < cursor.before)
  let records: WholeRecord[] = []
  let bytes = 0
  for (const [i, head] of missing.entries()) {
    const whole = await wholeRecord(reader, head)
    records.push(whole)
    bytes += sizeOf(whole)
    const last = i === missing.length - 1
    if (bytes < PACK_BYTES && !last) continue
    const reached: Cursor = last ? { seq: cursor.seq } : { seq: cursor.seq, before: head.createdSeq }
    yield { frame: 'records', scope: reader.memory.scope, records, cursor: reached }
    records = []
    bytes = 0
  }
  if (missing.length === 0)
    yield { frame: 'records', scope: reader.memory.scope, records: [], cursor: { seq: cursor.seq } }
}

async function wholeRecord(reader: Reader, head: RecordHead): Promise<WholeRecord> {
  const memory = await reader.memory.record(head.record, head.kind)
  const { record, kind, events, touches, document } = memory
  const row = decodeRow(head.row)
  return {
    record,
    kind,
    events,
    touches,
    row,
    ...(document ? { document: wholeForPhone(document.doc) } : {}),
  }
}

function sizeOf(whole: WholeRecord): number {
  return (whole.document?.length ?? 0) + JSON.stringify(whole.events).length + 60 * whole.touches.length
}
