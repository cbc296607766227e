import type { Candidate } from './candidate.ts'
import type { PaperNumber } from './adoption.ts'
import type { Day } from './local-time.ts'
import type { FeeNames } from './fee-names.ts'
import type { ForwardedOpinionFields } from './forwarded-opinion.ts'
import type { OpinionFields } from './opinion.ts'
import type { HandedUpFields } from './handed-up.ts'
import type { MeetingFields } from './row-of-meeting.ts'
import type { Repeat, Task } from './task.ts'
import type { OwnReason } from './reasons.ts'
import type { Schedule } from './schedule.ts'
import type { DraftingGroup, ResolutionStage } from './resolution.ts'
import type { Hold } from './refusal.ts'
import type { Instant, PersonId, RecordId } from './ids.ts'

/** What lists read. A list never opens a document. */
export type Row =
  | ResolutionRow
  | AnnouncementRow
  | HeldRow
  | KeptRow
  | BoardRow
  | MeetingRow
  | MinutesRow
  | TaskRow
  | NumbersRow
  | ReasonsRow
  | ScheduleRow
  | SealsRow
  | CandidateRow
  | HandedUpRow
  | OwnReasonRow
  | FeeNamesRow
  | OpinionRow
  | ForwardedOpinionRow
  | UnknownRow

type RowOf<Kind extends string, Fields> = { kind: Kind; record: RecordId; changedAt: Instant } & Fields

export type ResolutionRow = RowOf<
  'resolution',
  {
    title: string
    month: string
    schema: number
    stage: ResolutionStage
    draftingGroup: DraftingGroup
    startedBy: PersonId
    binnedAt?: Instant
    /** First words of the text, at most 160 characters, and how many words it has. */
    excerpt: string
    words: number
    /** What it was begun from. */
    template?: string
    /** Whether every member may say something about it (C1); like what follows absent in rows of earlier versions. */
    shown?: boolean
    /** Comments and proposals nobody has decided about yet. */
    openRemarks?: number
    /** The last proposals that were decided, oldest first, for those who made them. */
    decided?: readonly DecidedProposal[]
  } & AdoptedFields
>

export type DecidedProposal = { id: string; by: PersonId; is: 'accepted' | 'declined'; at: Instant }

export type AnnouncementRow = RowOf<
  'announcement',
  {
    title: string
    /** Null when it is for members only. */
    slug: string | null
    when?: string
    where?: string
    publishedBy: PersonId
    withdrawn: boolean
    /** Last day it stands, `yyyy-mm-dd` (A6); absent in rows of earlier versions. */
    lastDay?: string
    /** Who pressed that he has read it; absent in rows of earlier versions. */
    readBy?: readonly PersonId[]
  }
>

export type HeldRow = RowOf<
  'held',
  { person: PersonId; code: Hold; about: string; text: string; decided?: 'admitted' | 'dismissed' }
>

export type KeptRow = RowOf<'kept', { about: RecordId; text: string; why: KeptWhy; putAway: boolean }>

export type MeetingRow = RowOf<'meeting', MeetingFields>

export type MinutesRow = RowOf<
  'minutes',
  { meeting: RecordId; minuteTaker: PersonId; schema: number; words: number } & AdoptedFields
>

export type TaskRow = RowOf<
  'task',
  Pick<
    Task,
    'title' | 'owner' | 'deadline' | 'reportIn' | 'from' | 'assignedBy' | 'assignedAt' | 'state' | 'since'
  > & {
    /** Like the two that follow absent in rows of earlier versions. */
    repeat?: Repeat
    reportedBefore?: readonly string[]
    blocked?: { reason: string; at: Instant }
    result?: string
    /** How often it was reported on, and when last. */
    reports: number
    reportedAt?: Instant
  }
>

/** The cell's number register: which number of which type of paper belongs to which record. */
export type NumbersRow = RowOf<'numbers', { taken: readonly PaperNumber[] }>

/** Why somebody was absent, in words: for the cell's office alone. */
export type ReasonsRow = RowOf<'reasons', { meeting: RecordId; reasons: Readonly<Record<PersonId, string>> }>

/** Who paid his fees at a meeting, by name: for the cell's office alone. */
export type FeeNamesRow = RowOf<'feeNames', FeeNames>

/** What one gave as his own reason, for himself. */
export type OwnReasonRow = RowOf<'ownReason', OwnReason>

/** When and where the cell meets by its own rule. */
export type ScheduleRow = RowOf<'schedule', Schedule>

/** How many texts the cell has signed, and the hash of them all [V12]. */
export type SealsRow = RowOf<'seals', { count: number; chain: string }>
/** A candidate as the office lists him [O1]. */
export type CandidateRow = RowOf<
  'candidate',
  Pick<Candidate, 'name' | 'birthYear' | 'area' | 'helpers' | 'course' | 'stage'>
>
/** What went up of a meeting, and what came back. */
export type HandedUpRow = RowOf<'handedUp', HandedUpFields>

/** An opinion as everybody of the cell lists it, and as those above do when it went up. */
export type OpinionRow = RowOf<'opinion', OpinionFields>
export type ForwardedOpinionRow = RowOf<'forwardedOpinion', ForwardedOpinionFields>

/** How far a text is on its way from the vote to the signature. */
export type AdoptedFields = {
  adoptedAt?: Instant
  signedOn?: Day
  /** The signed one it corrects. */
  corrects?: RecordId
  withdrawnAt?: Instant
}

/** Of a kind that only a newer app knows [S17]; the record itself is kept whole. */
export type UnknownRow = RowOf<'unknown', { of: string }>

export type BoardRow = RowOf<'board', { slug: string; open: boolean }>

/** Why somebody's words are not in the document: swallowed in a merge, or held work that was dismissed or admitted. */
export const KEPT_REASONS = ['mergedAway', 'heldDismissed', 'heldAdmitted', 'notAdopted'] as const
export type KeptWhy = (typeof KEPT_REASONS)[number]
