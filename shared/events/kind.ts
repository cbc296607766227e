import type { AttachmentRef } from '#shared/records/attachment.ts'
import type { Content } from '#shared/records/content.ts'
import type { RecordedEvent, RecordKind } from '#shared/records/event.ts'
import type { Instant, RecordId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { Row } from '#shared/records/row.ts'
import type { ScopeId, ScopeKind } from '#shared/records/scope.ts'
import type { Standing } from '#shared/rules/standing.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/** What a decision rests on besides the record itself. The phone fills it offline, the server again, finally. */
export type Context = {
  /** The record that is asked. */
  record: RecordId
  standing: Standing
  ruleset: Ruleset
  /** Claimed time of the batch on the server, the phone's clock on the phone. */
  at: Instant
  /** The unit's roster as the asker's phone had it, and as it is today; on the phone the last one it has. */
  rosters: readonly Roster[]
  /** State of a record the command rests on; null when there is none of that kind. */
  others: ReadonlyMap<RecordId, unknown>
  /** Who types it, when it is entered for another [N1]; `standing` is then that other's. */
  typist?: Standing
}

/** A record of the same scope that a command rests on. */
export type RestsOn = { record: RecordId; kind: RecordKind }

export type NewEvent = Pick<RecordedEvent, 'type' | 'v' | 'data' | 'helper'>

/** No events: the command's intent is already fulfilled. */
export type Decision = { ok: true; events: readonly NewEvent[] } | { ok: false; refusal: Refusal }

export const yes = (...events: NewEvent[]): Decision => ({ ok: true, events })
export const no = (refusal: Refusal): Decision => ({ ok: false, refusal })

/** What the server does elsewhere because of an event; idempotent by its cause. */
export type Reaction =
  | { do: 'append'; scope: ScopeId; kind: RecordKind; record: RecordId; event: NewEvent }
  /** In the scope of the event itself. */
  | { do: 'appendHere'; kind: RecordKind; record: RecordId; event: NewEvent }
  | { do: 'applyHeld'; held: RecordId }
/** The same once it is known where. */
export type PlacedReaction = Exclude<Reaction, { do: 'appendHere' }>

/** A public page: unguessable last part of its link, what stands on it, since when it is withdrawn, its last day if any. */
export type Publication = { slug: string; page: unknown; withdrawnAt: Instant | null; lastDay: string | null }

/**
 * One kind of record: its commands, events, state and row as pure functions. A new kind is one such module and a line
 * in the registry; nothing in sync, storage or server knows kinds.
 */
export interface RecordKindRules<State = unknown> {
  kind: RecordKind
  /** [B14] The kind of scope its records lie in, and no other. */
  livesIn: ScopeKind
  /** Whether records of this kind have a document beside their events. */
  hasDocument: boolean
  /** [N3] Names of commands that one member may give for another; none when absent. */
  forAnother?: readonly string[]
  /**
   * [Z10] Names of commands that members of the unit may give here though they do not read the scope; they are told that it
   * came in, and nothing of the record. None when absent.
   */
  fromMembers?: readonly string[]
  /** What somebody said with such an event, for lists of what was entered for him; null when it said nothing. */
  saidIn?(event: RecordedEvent): string | null
  /** Other records a command is judged by; what it relied on of them its events carry along. */
  restsOn?(state: State | null, command: unknown): readonly RestsOn[]
  decide(state: State | null, command: unknown, context: Context): Decision
  fold(state: State | null, event: RecordedEvent): State | null
  /** What lists show; `content` is the document's, where there is one. */
  project(record: RecordId, state: State, changedAt: Instant, content: Content | null): Row
  /** Why this person may not write the document now, or null. */
  writingRefusal(state: State | null, standing: Standing): Refusal | null
  /** [V6] The text that stands from this event on, whatever else the document has. */
  textFrom?(event: RecordedEvent): Content | null
  react?(event: RecordedEvent, state: State): readonly Reaction[]
  /** What strangers may read of it by a link; null when nothing was published. */
  publishes?(state: State): Publication | null
  /** [F3] What it refers to now; the bytes of nothing else are taken. */
  attachments?(state: State): readonly AttachmentRef[]
}
