import type { RecordedEvent, RecordKind } from '#shared/records/event.ts'
import type { Content } from '#shared/records/content.ts'
import type { Instant, PersonId, RecordId } from '#shared/records/ids.ts'
import { readContent } from '#shared/document/read.ts'
import { rulesOf } from '#shared/events/registry.ts'
import type { Touch } from '#shared/protocol/frames.ts'
import type { Row } from '#shared/records/row.ts'
import { LiveDocument } from '#server/admission/live-document.ts'
import type { Entry, Storage } from '#server/storage/storage.ts'
import { decodeStoredUpdate } from './stored-update.ts'

/** One record as the server holds it while it is worked on; loaded from its entries, dropped when in doubt. */
export type RecordMemory = {
  scope: string
  record: RecordId
  kind: RecordKind
  state: unknown
  events: RecordedEvent[]
  touches: Touch[]
  createdSeq: number
  changedSeq: number
  changedAt: Instant
  document: LiveDocument | null
  /** Whose words a Yjs client id writes. */
  authors: Map<number, PersonId>
}

/** @param named kind of a record that does not exist yet; what exists has the kind of its first entry [B12] */
export async function loadRecord(
  storage: Storage,
  scope: string,
  record: RecordId,
  named: RecordKind,
): Promise<RecordMemory> {
  const [snapshot, entries, clients] = await Promise.all([
    storage.snapshot(scope, record),
    storage.entriesOfRecord(scope, record, 0),
    storage.clients(scope, record),
  ])
  const first = entries[0]?.kind ?? named
  const kind = first === 'directory' ? named : first
  const memory = emptyRecord(scope, record, kind)
  const states = snapshot ? [snapshot.bytes] : []
  for (const entry of entries) {
    remember(memory, entry)
    if (entry.holds !== 'update' || entry.seq <= (snapshot?.seq ?? 0)) continue
    const { update } = decodeStoredUpdate(entry.bytes)
    if (update.length > 0) states.push(update)
  }
  if (rulesOf(kind).hasDocument)
    memory.document = new LiveDocument(states, new Map(clients.map((c) => [c.client, c.device])))
  for (const { client, person } of clients) memory.authors.set(client, person)
  return memory
}

/** The row lists read, from state and content; null while the record has no state. */
export function rowOf(memory: RecordMemory): Row | null {
  if (memory.state === null) return null
  return rulesOf(memory.kind).project(memory.record, memory.state, memory.changedAt, contentOf(memory))
}

export function contentOf(memory: RecordMemory): Content | null {
  return memory.document ? readContent(memory.document.doc) : null
}

export function foldInto(memory: RecordMemory, event: RecordedEvent): void {
  memory.events.push(event)
  memory.state = rulesOf(memory.kind).fold(memory.state, event)
  placed(memory, event.seq ?? 0, event.receivedAt ?? event.claimedAt)
}

export function touchInto(memory: RecordMemory, touch: Touch): void {
  memory.touches.push(touch)
  placed(memory, touch.seq, touch.at)
}

function remember(memory: RecordMemory, entry: Entry): void {
  if (entry.holds === 'update') touchInto(memory, decodeStoredUpdate(entry.bytes).touch)
  else foldInto(memory, decodeEvent(entry.bytes))
}

function placed(memory: RecordMemory, seq: number, at: Instant): void {
  if (memory.createdSeq === 0) memory.createdSeq = seq
  memory.changedSeq = seq
  memory.changedAt = at
}

function emptyRecord(scope: string, record: RecordId, kind: RecordKind): RecordMemory {
  const places = { createdSeq: 0, changedSeq: 0, changedAt: 0 }
  return {
    scope,
    record,
    kind,
    state: null,
    events: [],
    touches: [],
    document: null,
    authors: new Map(),
    ...places,
  }
}

const utf8 = new TextEncoder()
const text = new TextDecoder()

export const encodeEvent = (event: RecordedEvent): Uint8Array => utf8.encode(JSON.stringify(event))
export const decodeEvent = (bytes: Uint8Array): RecordedEvent =>
  JSON.parse(text.decode(bytes)) as RecordedEvent
export const encodeRow = (row: Row): Uint8Array => utf8.encode(JSON.stringify(row))
export const decodeRow = (bytes: Uint8Array): Row => JSON.parse(text.decode(bytes)) as Row
