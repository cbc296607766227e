import * as v from 'valibot'
import { decodeAny, encodeAny } from './any.ts'
import { decodeCompact, encodeCompact } from './compact.ts'
import type { RecordedEvent, RecordKind } from '#shared/records/event.ts'
import type { DeviceId, Instant, PersonId, RecordId } from '#shared/records/ids.ts'
import type { Refusal, Verdict } from '#shared/records/refusal.ts'
import type { Row } from '#shared/records/row.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { Cursor } from './request.ts'

/**
 * The server's answer is a run of frames. Each is self-contained and committed on the phone together with its
 * cursor, so that a cut link loses at most one.
 */
export type Frame =
  | Hello
  | ReceiptFrame
  | NotTakenFrame
  | RosterFrame
  | RowsFrame
  | RecordsFrame
  | ChangesFrame
  | GoneFrame
  | WipeFrame
  | EndFrame

/** First frame of every answer. */
export type Hello = { frame: 'hello'; serverTime: Instant; lineage: string; app: string }

/** Signed by the server: `bytes` is an encoded `Receipt`. */
export type ReceiptFrame = { frame: 'receipt'; bytes: Uint8Array; signature: Uint8Array }
export type Receipt = {
  lineage: string
  scope: ScopeId
  device: DeviceId
  deviceSeq: number
  batchHash: Uint8Array
  verdicts: readonly Verdict[]
  receivedAt: Instant
}

/**
 * A batch that was not even judged: unreadable, of another device, or out of turn. `expected` is the number the
 * server wants next from this device in this scope.
 */
export type NotTakenFrame = {
  frame: 'notTaken'
  batchHash: Uint8Array
  code: Refusal
  scope?: ScopeId
  expected?: number
}

/** Signed by the server: `bytes` is UTF-8 JSON of a `Roster`. */
export type RosterFrame = { frame: 'roster'; unit: string; bytes: Uint8Array; signature: Uint8Array }

/** The whole list of a scope for a phone that has none of it; the records themselves follow in packs. */
export type RowsFrame = { frame: 'rows'; scope: ScopeId; rows: readonly Row[]; cursor: Cursor }

/** Whole records, newest first: a first filling, or a repair. */
export type RecordsFrame = {
  frame: 'records'
  scope: ScopeId
  records: readonly WholeRecord[]
  cursor: Cursor
}
export type WholeRecord = {
  record: RecordId
  kind: RecordKind
  events: readonly RecordedEvent[]
  /** Yjs V2 of the whole document; absent when it has none. */
  document?: Uint8Array
  touches: readonly Touch[]
  row: Row
}

/** What happened in a scope after the phone's cursor. */
export type ChangesFrame = {
  frame: 'changes'
  scope: ScopeId
  events: readonly RecordedEvent[]
  documents: readonly DocumentChange[]
  cursor: Cursor
  /** Hash of each changed record's events and content (S9): the phone asks for repair where its own differs. */
  digests: readonly { record: RecordId; digest: string }[]
}
export type DocumentChange = {
  record: RecordId
  kind: RecordKind
  /** Others' edits merged, Yjs V2; absent when all were this device's own. */
  update?: Uint8Array
  /** This device's own ops among them, by batch and place: the phone has those bytes itself. */
  own: readonly { deviceSeq: number; op: number }[]
  touches: readonly Touch[]
}

/** Who changed which blocks in one op. Ids are Yjs ids of block elements, `client:clock`. */
export type Touch = {
  seq: number
  person: PersonId
  at: Instant
  blocks: readonly { id: string; inserted: number; deleted: number }[]
  /** Text of others' words it took out, at most 500 characters. */
  removed?: string
}

/** A scope this person may no longer read: its copies are removed. */
export type GoneFrame = { frame: 'gone'; scope: ScopeId }

/** This device was revoked: everything on it is removed, after what it had to say was taken. */
export type WipeFrame = { frame: 'wipe' }

/** Last frame. `more`: ask again at once. `safeUpTo`: own batches received before this instant lie in a proven backup. */
export type EndFrame = { frame: 'end'; more: boolean; safeUpTo: Instant }

export function encodeFrame(frame: Frame): Uint8Array {
  switch (frame.frame) {
    case 'hello':
    case 'changes':
    case 'end':
      return encodeCompact(frame)
    default:
      return encodeAny(frame)
  }
}

/** Reads a frame; null when it is not one. Frames come from the server alone, so only the outline is checked. */
export function decodeFrame(bytes: Uint8Array): Frame | null {
  const value = decodeCompact(bytes) ?? decodeAny(bytes)
  return isFrame(value) ? value : null
}

export const encodeReceipt = (receipt: Receipt): Uint8Array => encodeAny(receipt)

export function decodeReceipt(bytes: Uint8Array): Receipt | null {
  const value = decodeAny(bytes)
  return isReceipt(value) ? value : null
}

const FRAMES = [
  'hello',
  'receipt',
  'notTaken',
  'roster',
  'rows',
  'records',
  'changes',
  'gone',
  'wipe',
  'end',
] as const
const outlineSchema = v.object({ frame: v.picklist(FRAMES) })
const receiptOutlineSchema = v.object({
  lineage: v.string(),
  scope: v.string(),
  device: v.string(),
  deviceSeq: v.number(),
  batchHash: v.instance(Uint8Array),
  verdicts: v.array(v.object({ verdict: v.picklist(['accepted', 'refused', 'held']) })),
  receivedAt: v.number(),
})

const isFrame = (value: unknown): value is Frame => v.is(outlineSchema, value)
const isReceipt = (value: unknown): value is Receipt => v.is(receiptOutlineSchema, value)
