import type { Checkpoint } from '#shared/records/seals.ts'
import type { ChainAnswer } from '#shared/rules/seal-chain.ts'
import type { Part } from '#shared/records/content.ts'
import type { Remark } from '#shared/records/discussion.ts'
import type { AttachmentId } from '#shared/records/attachment.ts'
import type { DeviceId, Instant, PersonId, RecordId } from '#shared/records/ids.ts'
import type { RecordedEvent, RecordKind } from '#shared/records/event.ts'
import type { NamedVersion } from '#shared/records/named-version.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import type { Hold, Refusal } from '#shared/records/refusal.ts'
import type { KeptWhy } from '#shared/records/row.ts'
import type { ScopeId } from '#shared/records/scope.ts'

/** Who this phone belongs to, as screens need it. */
export type ProfileView = {
  person: PersonId
  device: DeviceId
  name: string
  serverUrl: string
  enrolledAt: Instant
}

/**
 * Why nothing gets through to the server. `noAnswer`: nobody answers, which is normal; `foreignPage`: something in
 * between answers with a page of its own; `notUnderstood`: what came was unreadable; `notKnown`: this phone is not
 * known there; `twin`: another phone sends as this one; `phoneFull`: this phone cannot write down what it is to send.
 */
export type SyncTrouble =
  | 'noAnswer'
  | 'foreignPage'
  | 'notUnderstood'
  | 'notKnown'
  | 'serverFull'
  | 'serverBroken'
  | 'twin'
  | 'quarantineFull'
  | 'phoneFull'

/** The three facts every screen shows, and what stands behind them. */
export type SyncStatus = {
  /** When the last thing done here was on this phone's disk; null before the first. */
  savedAt: Instant | null
  /** Something is being written right now; "saved" is not said meanwhile. */
  saving: boolean
  /** The last write failed: nothing can be saved on this phone. */
  cannotSave: null | 'full' | 'blocked'
  waiting: { items: number; since: Instant | null }
  sentAt: Instant | null
  /** Since when nothing got through; null when the last try succeeded. */
  offlineSince: Instant | null
  /** Why, once it is worth telling. That nobody answers is shown only after 10 s. */
  trouble: SyncTrouble | null
  syncing: { sentBytes: number; receivedBytes: number } | null
  /** Server's clock minus this phone's, milliseconds; null before the first answer. */
  clockSkew: number | null
  /** The server says this app is older than it accepts. */
  appTooOld: boolean
}

/** One thing that waits to be sent. */
export type WaitingItem = {
  id: string
  scope: ScopeId
  record: RecordId
  kind: RecordKind
  what:
    { op: 'document' } | { op: 'command'; name: string } | { op: 'attachment'; sent: number; size: number }
  since: Instant
  /** Sent already, no answer yet. */
  underWay: boolean
  /** It asks the person first: an announcement whose date has passed (A3), or what bears a marking of secrecy (S18). */
  asks?: 'dateHasPassed' | 'secrecyMarking'
}

/** Bytes that belong to a record, as far as this phone has them. */
export type AttachmentView = {
  id: AttachmentId
  /** Null: not on this phone, or not any more. */
  here: Blob | null
  /** Null: nothing of it waits to be sent. */
  waits: { sent: number; refused: Refusal | 'serverFull' | null } | null
}

/** How often strangers opened a page, as the server last told; "about", for robots and reloading count too. */
export type OpeningsView = { times: number; asOf: Instant }

/** Why a picture was not added. `heavy`: its file; `large`: its pixels; `heic`: a kind this browser does not open. */
export type PictureTrouble =
  | { why: 'heavy'; bytes: number; most: number }
  | { why: 'large'; megapixels: number; most: number }
  | { why: 'heic' | 'unreadable' | 'canceled' }

/**
 * Why a paper was not added. `noPaper`: it is neither PDF nor DOCX nor a picture; `marked`: it bears a marking of secrecy;
 * `damaged`: a DOCX that nobody can open.
 */
export type PaperTrouble = PictureTrouble | { why: 'noPaper' | 'marked' | 'damaged' }

/** Words of mine that are not in a document: refused or held on this phone, or told by the server. */
export type KeptView = {
  id: string
  about: RecordId
  /** Where that record is, as far as this phone has it. */
  scope: ScopeId | null
  /** The part of the text it was meant for, by its name there, where that is known. */
  part?: string
  text: string
  why: { from: 'server'; reason: KeptWhy } | { from: 'refused'; code: Refusal } | { from: 'held'; code: Hold }
  at: Instant
}

/** A block somebody else changed since this person last looked at the record. */
export type AwayChange = {
  /** Place among the top-level parts of the text as it is now; null when the block is gone. */
  index: number | null
  person: PersonId
  at: Instant
  inserted: number
  deleted: number
  removed?: string
}

/** A part at the top of a text, with the name its document gives it. */
export type NamedPart = { name: string; part: Part }

/** A comment or proposal, and where what it is about stands now. */
export type RemarkView = Remark & {
  /** Null when it is about the whole text, or what it was about is gone; `anchor` tells these apart. */
  where: { part: string; index: number; paragraph: string } | null
  /** Of a proposal: the paragraph as it stood and as it is wanted, and whether the words it changes stand as they stood. */
  proposed: { was: string; wanted: string; unchanged: boolean } | null
}

export type DiscussionView = {
  parts: readonly NamedPart[]
  remarks: readonly RemarkView[]
  versions: readonly NamedVersion[]
}

/** Somebody else who has the open text open for writing at this moment, on one of his phones. */
export type PresentView = {
  person: PersonId
  /** The top-level part his caret is in, by its name in the document. */
  at?: string
}

export type StorageView = { usedBytes: number; quotaBytes: number; persisted: boolean }
/** A part of the app that not every phone has; bytes on the line. */
export type PartView = { name: string; bytes: number; here: boolean }
export type Versions = { app: string; protocol: number; server: string | null }

export type DeviceView = {
  id: DeviceId
  person: PersonId
  label: string
  enrolledAt: Instant
  revokedAt: Instant | null
  lastContact: Instant | null
  waiting: number
  waitingSince: Instant | null
  thisPhone: boolean
}

/** Something that another entered for the person this phone belongs to [N5]. */
export type EnteredView = {
  scope: ScopeId
  record: RecordId
  kind: RecordKind
  seq: number
  /** Title of the record it is about; empty when that is not here. */
  about: string
  words: string
  by: PersonId
  helper?: string
  at: Instant
  /** He said that it was not meant so [N4]; `waiting` while that is still on this phone only. */
  disowned: boolean | 'waiting'
}

/** What a phone's book holds of the person it belongs to, as he may take it away. Counts are letters. */
export type MyData = {
  madeAt: Instant
  person: PersonId
  device: DeviceId
  inRosters: readonly (Omit<RosterPerson, 'id'> & { unit: string })[]
  /** Done by him, or entered for him. */
  done: readonly RecordedEvent[]
  texts: readonly { record: RecordId; title: string; inserted: number; deleted: number; last: Instant }[]
  kept: readonly { text: string; at: Instant }[]
  waiting: readonly { command: unknown; at: Instant }[]
}

/** [V13] The last checkpoint of a cell's signed texts that this phone believes, and what the server's chain was against it. */
export type SealCheck = Checkpoint & { answer: ChainAnswer }
