import type { DeviceId, Instant, PersonId, RecordId, UnitId } from '#shared/records/ids.ts'
import type { RecordKind } from '#shared/records/event.ts'

/** One place in a scope's order: an event as JSON, or a document update as the server re-encoded it. */
export type Entry = {
  scope: string
  seq: number
  record: RecordId
  kind: RecordKind | 'directory'
  holds: 'event' | 'update'
  /** UTF-8 JSON of a RecordedEvent, or an encoded stored update. */
  bytes: Uint8Array
}

/** What lists and first fillings read of a record, without its entries. */
export type RecordHead = {
  scope: string
  record: RecordId
  kind: RecordKind
  createdSeq: number
  changedSeq: number
  /** UTF-8 JSON of its row. */
  row: Uint8Array
}

/** The raw signed batch as it came, with what was answered. */
export type ArchivedBatch = {
  device: DeviceId
  scope: string
  deviceSeq: number
  hash: Uint8Array
  /** Empty, like its signature, once it was let go: hash and receipt stay for ever. */
  bytes: Uint8Array
  signature: Uint8Array
  receipt: Uint8Array
  receiptSignature: Uint8Array
  receivedAt: Instant
}

/** A batch whose raw bytes are still here, and what tells whether they are needed. */
export type RawBatch = Pick<
  ArchivedBatch,
  'device' | 'scope' | 'deviceSeq' | 'hash' | 'receipt' | 'receivedAt'
>

/** A Yjs client id, bound to device and person at its first use in a document. */
export type BoundClient = {
  scope: string
  record: RecordId
  client: number
  device: DeviceId
  person: PersonId
}

/** What a record's entries up to a place come to; the entries alone say the same. */
export type Snapshot = { scope: string; record: RecordId; seq: number; bytes: Uint8Array }

export type Session = { tokenHash: string; device: DeviceId; person: PersonId; createdAt: Instant }

export type Contact = { device: DeviceId; at: Instant; waiting: number; waitingSince: Instant; app: string }

/** A phone being let in; `state` is the auth room's own JSON. */
export type Enrolment = { id: string; secretHash: string; expiresAt: Instant; state: string }

export type Publication = {
  slug: string
  scope: string
  record: RecordId
  page: string
  withdrawnAt: Instant | null
  /** `yyyy-mm-dd`; null: until it is withdrawn, or written by an earlier version. */
  lastDay: string | null
}

/** How often a public page was opened on a day, `yyyy-mm-dd`. */
export type Openings = { slug: string; day: string; times: number }

/** That a record refers to an attachment, or until when it did. */
export type AttachmentUse = {
  scope: string
  id: string
  record: RecordId
  media: string
  size: number
  endedAt: Instant | null
}

/** Bytes that come in piece by piece; whole and proven once `wholeAt` says when. */
export type Attachment = {
  scope: string
  id: string
  media: string
  size: number
  /** How many of them are here. */
  have: number
  begunAt: Instant
  wholeAt: Instant | null
}

export type AttachmentPiece = { scope: string; id: string; start: number; bytes: Uint8Array }

export type SignedRoster = { unit: UnitId; version: number; bytes: Uint8Array; signature: Uint8Array }

/** How much was taken from a device after it was revoked. */
export type Quarantine = { ops: number; bytes: number }

/** What the server still owes in another scope because of an event. */
export type QueuedReaction = { cause: string; reaction: string }

/** One write. A list of them is committed whole or not at all. */
export type Change =
  | { put: 'meta'; key: string; value: string }
  | { put: 'entry'; entry: Entry }
  | { put: 'record'; head: RecordHead }
  | { put: 'snapshot'; snapshot: Snapshot }
  | { put: 'batch'; batch: ArchivedBatch }
  | { drop: 'rawBatch'; device: DeviceId; scope: string; deviceSeq: number }
  | { put: 'client'; client: BoundClient }
  | { put: 'refusals'; scope: string; record: RecordId; device: DeviceId; count: number }
  | { put: 'session'; session: Session }
  | { drop: 'sessions'; device: DeviceId }
  | { put: 'contact'; contact: Contact }
  | { put: 'quarantine'; device: DeviceId; quarantine: Quarantine }
  | { put: 'enrolment'; enrolment: Enrolment }
  | { drop: 'enrolment'; id: string }
  | { put: 'publication'; publication: Publication }
  /** Added to what the day has. */
  | { put: 'openings'; openings: Openings }
  /** An end that is known stays; a use that goes on has none. */
  | { put: 'attachmentUse'; use: AttachmentUse }
  | { put: 'attachment'; attachment: Attachment }
  | { put: 'attachmentPiece'; piece: AttachmentPiece }
  | { drop: 'attachment' | 'attachmentPieces'; scope: string; id: string }
  | { put: 'roster'; roster: SignedRoster }
  | { put: 'reaction'; queued: QueuedReaction }
  | { drop: 'reaction'; cause: string }

/**
 * Where the server keeps bytes. Adapters know SQL and nothing else; one contract suite runs against each.
 * `commit` resolves only when everything is on disk. A place in a scope (scope, seq), a batch (device, scope, deviceSeq)
 * and a piece of an attachment (scope, id, start) can be written once; a second write of the same rejects the whole commit with `StorageConflict`.
 * A full disk rejects with `StorageFull` and leaves everything as it was.
 */
export interface Storage {
  commit(changes: readonly Change[]): Promise<void>

  meta(key: string): Promise<string | null>
  /** Highest place in a scope, 0 when it is empty. */
  head(scope: string): Promise<number>
  /** Entries after a place, in order; at most `limit`. */
  entriesAfter(scope: string, seq: number, limit: number): Promise<Entry[]>
  /** Entries of one record after a place, in order. */
  entriesOfRecord(scope: string, record: RecordId, afterSeq: number): Promise<Entry[]>
  /** Events of one record up to a place, in order. */
  eventsOfRecord(scope: string, record: RecordId, upToSeq: number): Promise<Entry[]>
  record(scope: string, record: RecordId): Promise<RecordHead | null>
  /** Heads of all records of a scope, newest created first. */
  records(scope: string): Promise<RecordHead[]>
  snapshot(scope: string, record: RecordId): Promise<Snapshot | null>
  clients(scope: string, record: RecordId): Promise<BoundClient[]>
  batch(device: DeviceId, scope: string, deviceSeq: number): Promise<ArchivedBatch | null>
  /** The device's newest batch in a scope. */
  lastBatch(device: DeviceId, scope: string): Promise<ArchivedBatch | null>
  /** Batches received up to an instant whose raw bytes are still here, oldest first, after a place; at most `limit`. */
  rawBatches(receivedUpTo: Instant, after: RawBatch | null, limit: number): Promise<RawBatch[]>
  refusals(scope: string, record: RecordId, device: DeviceId): Promise<number>
  session(tokenHash: string): Promise<Session | null>
  contacts(devices: readonly DeviceId[]): Promise<Contact[]>
  /** Nothing taken: zeros. */
  quarantine(device: DeviceId): Promise<Quarantine>
  enrolment(by: { id: string } | { secretHash: string }): Promise<Enrolment | null>
  /** Enrolments that end within a span of time, first to last; at most `limit`. */
  enrolmentsEnding(span: { from: Instant; before: Instant }, limit: number): Promise<Enrolment[]>
  publication(slug: string): Promise<Publication | null>
  publicationOf(scope: string, record: RecordId): Promise<Publication | null>
  /** Pages of a scope that are not withdrawn and stand on a day. */
  publicationsOn(day: string, scope: string): Promise<Publication[]>
  openings(slug: string): Promise<Openings[]>
  /** A use that goes on; of several one. */
  attachmentUse(scope: string, id: string): Promise<AttachmentUse | null>
  attachment(scope: string, id: string): Promise<Attachment | null>
  /** The pieces that are here, one behind the other. */
  attachmentBytes(scope: string, id: string): Promise<Uint8Array<ArrayBuffer>>
  /** What all attachments begun in a scope come to when they are whole, bytes. */
  attachmentsIn(scope: string): Promise<number>
  /** Attachments that nothing has used, or that were not whole, since before an instant; at most `limit`. */
  needlessAttachments(before: Instant, limit: number): Promise<Pick<Attachment, 'scope' | 'id'>[]>
  roster(unit: UnitId, version: number): Promise<SignedRoster | null>
  reactions(): Promise<QueuedReaction[]>

  /** Writes a verified copy of everything into a file that does not exist yet. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/** Somebody else wrote this place first; the writer's picture of the scope is out of date. */
export class StorageConflict extends Error {
  override readonly name = 'StorageConflict'
}

/** No room left. Nothing was written; the caller answers 507 and phones keep everything. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull'
}
