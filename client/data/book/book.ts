import type { CommandOp, DocumentOp } from '#shared/protocol/batch.ts'
import type { Touch } from '#shared/protocol/frames.ts'
import type { Cursor } from '#shared/protocol/request.ts'
import type { AttachmentId, MediaType } from '#shared/records/attachment.ts'
import type { Part } from '#shared/records/content.ts'
import type { RecordedEvent, RecordKind } from '#shared/records/event.ts'
import type { DeviceId, Instant, PersonId, RecordId, UnitId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { Row } from '#shared/records/row.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { KeptView } from '#client/data/views.ts'

/** Something done here that the server has not yet put into its order. */
export type Pending = {
  /** Order on this phone. */
  n: number
  scope: ScopeId
  record: RecordId
  kind: RecordKind
  op: CommandOp | DocumentOp
  /** Yjs client id whose words a document op carries. */
  client?: number
  at: Instant
  /** Batch it is frozen in, and its place there. */
  frozen?: { deviceSeq: number; op: number }
  /** The server took it at this place; it stays until the cursor has passed it. */
  acceptedSeq?: number
  /**
   * A person is asked before it is sent; nothing behind it waits for the answer. Of what bears a marking of secrecy nothing
   * of that record leaves the phone while it does [S18].
   */
  asks?: 'dateHasPassed' | 'secrecyMarking'
  /** The person was asked and wants it sent. */
  sendAnyway?: true
  /** Another phone's, taken over by hand: whose it is [J3]. Its batch waits beside it. */
  from?: { device: DeviceId; person: PersonId }
}

/** A batch of another phone that lies here because that one has not reached the server, or nobody knows whether it has. */
export type CarriedBatch = {
  scope: ScopeId
  device: DeviceId
  deviceSeq: number
  person: PersonId
  bytes: Uint8Array
  signature: Uint8Array
  hash: Uint8Array
  takenAt: Instant
}

export type FrozenBatch = {
  scope: ScopeId
  deviceSeq: number
  bytes: Uint8Array
  signature: Uint8Array
  hash: Uint8Array
  /** Null until answered; kept with its receipt until it lies in a proven backup. */
  answeredAt: Instant | null
  receipt?: Uint8Array
  receiptSignature?: Uint8Array
}

/** Confirmed text of one record: Yjs updates to apply in order, V1 and V2. */
export type StoredDocument = {
  scope: ScopeId
  record: RecordId
  pieces: readonly { v: 1 | 2; bytes: Uint8Array }[]
  checksum: number
}

export type StoredRoster = {
  unit: UnitId
  version: number
  bytes: Uint8Array
  signature: Uint8Array
  roster: Roster
}
export type StoredRow = { scope: ScopeId; record: RecordId; kind: RecordKind; row: Row }
export type StoredEvent = { scope: ScopeId; record: RecordId; seq: number; event: RecordedEvent }
export type StoredTouch = { scope: ScopeId; record: RecordId; seq: number; touch: Touch }
export type StoredCursor = { scope: ScopeId; cursor: Cursor }
/** How many refusals of a document this phone has seen. */
export type StoredRefusals = { scope: ScopeId; record: RecordId; count: number }
export type StoredSeen = { scope: ScopeId; record: RecordId; seq: number }
export type StoredForm = { key: string; value: unknown; at: Instant }
/** Where the record is, its row says. */
export type StoredKept = Omit<KeptView, 'scope'>
export type StoredMeta = { key: string; value: unknown }
export type StoredRepair = { scope: ScopeId; record: RecordId }
/** An attachment this phone knows more of than its events say. Its bytes lie beside it, as long as there is room. */
export type StoredAttachment = {
  scope: ScopeId
  id: AttachmentId
  record: RecordId
  kind: RecordKind
  media: MediaType
  size: number
  at: Instant
  /** Something given here refers to it: it is counted as waiting until it is sent. */
  due: boolean
  /** How many of its bytes the server has. */
  sent: number
  /** Since when the server has it whole; null: not yet, and these bytes may be the only ones. */
  sentAt: Instant | null
  /** Why the server did not take it, and when. */
  refused?: { why: Refusal | 'serverFull'; at: Instant }
}
export type StoredBytes = { scope: ScopeId; id: AttachmentId; bytes: Uint8Array }
/** An open draft's journal (its own y-indexeddb database): left behind when the tab or the browser died. */
export type StoredJournal = {
  id: string
  scope: ScopeId
  record: RecordId
  kind: RecordKind
  tab: string
  /** Yjs client id of its session. */
  client: number
  /** Refusals of the document known when it began: after another one its words rest on refused ones. */
  refusals: number
  at: Instant
}
/** The unfinished word: the one top-level part being edited, not yet in the document. Written relaxed, very often. */
export type StoredSavepoint = {
  scope: ScopeId
  record: RecordId
  /** Session and its clock when the part was last flushed: at a later clock the flush happened and this is old. */
  client: number
  clock: number
  /** Yjs id of the edited element, `client:clock`; null for one that is not in the document yet. */
  element: string | null
  index: number
  /** The part as it is in the document, and as it is on screen. */
  was: Part | null
  part: Part
  at: Instant
}

/** Everything on this phone, by table. Keys are the fields named in `KEYS`, in that order. */
export type Tables = {
  meta: StoredMeta
  cursors: StoredCursor
  rosters: StoredRoster
  events: StoredEvent
  rows: StoredRow
  documents: StoredDocument
  touches: StoredTouch
  pending: Pending
  batches: FrozenBatch
  carried: CarriedBatch
  kept: StoredKept
  refusals: StoredRefusals
  seen: StoredSeen
  forms: StoredForm
  repairs: StoredRepair
  journals: StoredJournal
  savepoints: StoredSavepoint
  attachments: StoredAttachment
  attachmentBytes: StoredBytes
}
export type TableName = keyof Tables

export const KEYS = {
  meta: ['key'],
  cursors: ['scope'],
  rosters: ['unit'],
  events: ['scope', 'record', 'seq'],
  rows: ['scope', 'record'],
  documents: ['scope', 'record'],
  touches: ['scope', 'record', 'seq'],
  pending: ['n'],
  batches: ['scope', 'deviceSeq'],
  carried: ['scope', 'device', 'deviceSeq'],
  kept: ['id'],
  refusals: ['scope', 'record'],
  seen: ['scope', 'record'],
  forms: ['key'],
  repairs: ['scope', 'record'],
  journals: ['id'],
  savepoints: ['scope', 'record'],
  attachments: ['scope', 'id'],
  attachmentBytes: ['scope', 'id'],
} as const satisfies { [T in TableName]: readonly (keyof Tables[T])[] }

export type Key = readonly (string | number)[]

export type BookChange =
  | { [T in TableName]: { put: T; value: Tables[T] } }[TableName]
  | { drop: TableName; key: Key }
  /** Every row whose key begins with this. */
  | { dropAll: TableName; prefix: Key }

/**
 * The book on this phone. `commit` is all or nothing and resolves only when the transaction is complete on disk
 * (strict durability); nothing is called saved before. One tab writes.
 */
export interface PhoneBook {
  get<T extends TableName>(table: T, key: Key): Promise<Tables[T] | undefined>
  /** Rows whose key begins with the prefix, in the order of their keys. */
  list<T extends TableName>(table: T, prefix?: Key): Promise<Tables[T][]>
  commit(changes: readonly BookChange[], how?: 'strict' | 'relaxed'): Promise<void>
}

/** The browser has no room or refuses to write. Nothing was written. */
export class CannotSave extends Error {
  override readonly name = 'CannotSave'
  readonly why: 'full' | 'blocked'
  constructor(why: 'full' | 'blocked') {
    super(why)
    this.why = why
  }
}
