import { recordDigest } from '#shared/document/digest.ts'
import type { ChangesFrame, DocumentChange, Frame, WholeRecord } from '#shared/protocol/frames.ts'
import type { Cursor } from '#shared/protocol/request.ts'
import type { RecordKind } from '#shared/records/event.ts'
import type { DeviceId, RecordId } from '#shared/records/ids.ts'
import type { Entry, RecordHead, Storage } from '#server/storage/storage.ts'
import { foldTouches } from './fold-touches.ts'
import { mergedForPhone, wholeForPhone } from './for-phone.ts'
import { contentOf, decodeEvent, decodeRow, type RecordMemory } from './record-memory.ts'
import type { ScopeMemory } from './scope-memory.ts'
import { decodeStoredUpdate, type StoredUpdate } from './stored-update.ts'

/** Entries one changes frame covers, and bytes of whole records one pack holds before compression. */
const ENTRIES = 500
const PACK_BYTES = 96 * 1024

/** From so many updates of a text on that the phone has nothing of, it is sent as it stands instead. */
const MANY = 8

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
  const whole = new Set<RecordId>()
  while (cursor.seq < head) {
    const frame: ChangesFrame = await changesAfter(reader, cursor, { head, whole })
    cursor = frame.cursor
    yield frame
  }
  if (cursor.before !== undefined) yield* packsBefore(reader, { ...cursor, before: cursor.before })
}

/**
 * Whole records that a phone found to differ from the server's, with every step of who changed what: its person may have
 * seen some of them and not others.
 */
export async function repairFrame(reader: Reader, record: RecordId, cursor: Cursor): Promise<Frame | null> {
  const head = await reader.storage.record(reader.memory.scope, record)
  if (!head) return null
  const entries = await reader.storage.entriesOfRecord(head.scope, record, 0)
  const touches = entries.flatMap((e) => (e.holds === 'update' ? [decodeStoredUpdate(e.bytes).touch] : []))
  const whole = { ...(await wholeRecord(reader, head)), touches }
  return { frame: 'records', scope: reader.memory.scope, records: [whole], cursor }
}

/** @param to `whole`: records whose text this answer has sent as it stands, so that it is sent once */
async function changesAfter(
  reader: Reader,
  cursor: Cursor,
  { head, whole }: { head: number; whole: Set<RecordId> },
): Promise<ChangesFrame> {
  const { storage, memory } = reader
  const entries = await storage.entriesAfter(memory.scope, cursor.seq, ENTRIES)
  const last = entries.at(-1)?.seq ?? head
  const events = entries.filter((e) => e.holds === 'event').map((e) => decodeEvent(e.bytes))
  const documents: DocumentChange[] = []
  for (const [record, updates] of byRecord(entries))
    documents.push(await documentChange(reader, { record, updates, after: cursor.seq, whole }))
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

type Changed = { record: RecordId; updates: readonly Update[]; after: number; whole: Set<RecordId> }

/** [S7] A device's own words are not sent back to it: it has the bytes, and is told only which of them are in. */
async function documentChange(reader: Reader, changed: Changed): Promise<DocumentChange> {
  const { record, updates } = changed
  const { device } = reader
  const kind = updates[0]?.kind ?? 'resolution'
  const own = updates
    .filter(({ stored }) => stored.device === device)
    .map(({ stored: { deviceSeq, op } }) => ({ deviceSeq, op }))
  const touches = foldTouches(updates.map(({ stored }) => stored.touch))
  const update = await updateFor(reader, { ...changed, kind })
  return { record, kind, own, touches, ...(update ? { update } : {}) }
}

/**
 * CASE 1: this answer sent the text as it stands → nothing more. CASE 2 [S11]: the phone has nothing of the text and much
 * was done to it → as it stands, without all that was written and taken back. CASE 3 → what others did, merged.
 */
async function updateFor(
  reader: Reader,
  changed: Changed & { kind: RecordKind },
): Promise<Uint8Array | null> {
  const { record, kind, updates, after, whole } = changed
  const { device, memory } = reader
  if (whole.has(record)) return null
  const isForeign = updates.every(({ stored }) => stored.device !== device)
  const { createdSeq, document } = await memory.record(record, kind)
  if (document && isForeign && updates.length >= MANY && createdSeq > after) {
    whole.add(record)
    return wholeForPhone(document.doc)
  }
  const news = updates.flatMap(({ stored }) =>
    stored.device === device ? (stored.beyond ?? []) : stored.update,
  )
  return mergedForPhone(news.filter((bytes) => bytes.length > 0))
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
  const { record, kind, events, document } = memory
  const touches = foldTouches(memory.touches)
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
