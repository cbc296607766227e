import type { RecordedEvent, RecordKind } from '#shared/records/event.ts'
import type { Content } from '#shared/records/content.ts'
import type { Instant, PersonId, RecordId } from '#shared/records/ids.ts'
import { readContent } from '#shared/document/read.ts'
import { rulesOf } from '#shared/events/registry.ts'
import type { Touch } from '#shared/protocol/frames.ts'
import type { Row } from '#shared/records/row.ts'
import { LiveDocument } from '#server/admission/live-document.ts'
import type { Storage } from '#server/storage/storage.ts'
import { imageOf, type Image } from './snapshot.ts'
import { decodeStoredUpdate, type StoredUpdate } from './stored-update.ts'

/** One record as the server holds it while it is worked on; loaded from its entries, dropped when in doubt. */
export type RecordMemory = {
  scope: string
  record: RecordId
  kind: RecordKind
  state: unknown
  events: RecordedEvent[]
  /** Up to the last snapshot folded: of each person and block the last one, with the sum. */
  touches: Touch[]
  /** Updates stored since the last snapshot. */
  tail: { updates: number; bytes: number }
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
  const snapshot = await storage.snapshot(scope, record)
  const image = imageOf(snapshot)
  return load(storage, { scope, record, named }, image && snapshot ? { ...image, seq: snapshot.seq } : null)
}

type Place = { scope: string; record: RecordId; named: RecordKind }

/** [S13] From a snapshot and what came after it, or from the log alone. */
async function load(
  storage: Storage,
  { scope, record, named }: Place,
  from: (Image & { seq: number }) | null,
): Promise<RecordMemory> {
  const [events, entries, clients] = await Promise.all([
    from ? storage.eventsOfRecord(scope, record, from.seq) : [],
    storage.entriesOfRecord(scope, record, from?.seq ?? 0),
    storage.clients(scope, record),
  ])
  const first = (events[0] ?? entries[0])?.kind ?? named
  const kind = first === 'directory' ? named : first
  const memory = emptyRecord(scope, record, kind)
  const states = from ? [from.document] : []
  for (const touch of from?.touches ?? []) touchInto(memory, touch)
  for (const entry of [...events, ...entries]) {
    if (entry.holds === 'event') foldInto(memory, decodeEvent(entry.bytes))
    else states.push(...updateInto(memory, decodeStoredUpdate(entry.bytes)))
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

/** Notes a stored update. @returns its bytes, where it brought something new */
export function updateInto(memory: RecordMemory, { update, touch }: StoredUpdate): Uint8Array[] {
  touchInto(memory, touch)
  memory.tail.updates++
  memory.tail.bytes += update.length
  return update.length > 0 ? [update] : []
}

function touchInto(memory: RecordMemory, touch: Touch): void {
  memory.touches.push(touch)
  placed(memory, touch.seq, touch.at)
}

function placed(memory: RecordMemory, seq: number, at: Instant): void {
  if (memory.createdSeq === 0 || seq < memory.createdSeq) memory.createdSeq = seq
  if (seq < memory.changedSeq) return
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
    tail: { updates: 0, bytes: 0 },
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
