import type { AgendaItem, Paper } from './agenda.ts'
import type { AttachmentRef } from './attachment.ts'
import type { Attendance } from './attendance.ts'
import type { Entered } from './event.ts'
import type { DeviceId, Instant, PersonId, RecordId } from './ids.ts'
import type { Day, LocalTime } from './local-time.ts'
import type { Register } from './observation.ts'
import type { Duty, Status } from './person.ts'
import type { AgreedScore, ScoreMark } from './score.ts'
import type { Vote } from './vote.ts'

/** Kinds of meeting (domain 1.3). A congress has other rules and is not held here. */
export const MEETING_TYPES = ['regular', 'thematic', 'extraordinary', 'committee'] as const
export type MeetingType = (typeof MEETING_TYPES)[number]

/**
 * What is ticked off around a meeting, in the order of the guidance (42-HD/BTCTW): before it, and after it. A tick is what
 * somebody says was done on that day; nothing is inferred from it but points of the score card.
 */
export const STEPS_BEFORE = [
  'contentsAssigned',
  'committeeMet',
  'noticeSent',
  'draftReady',
  'papersPosted',
  'printTried',
] as const
export const STEPS_AFTER = ['signedPapersPosted', 'reported'] as const
export const STEPS = [...STEPS_BEFORE, ...STEPS_AFTER] as const
export type Step = (typeof STEPS)[number]

/** The steps that say that a whole package is in the e-handbook: before the meeting, and after it. */
export const PACKAGE_STEPS = ['papersPosted', 'signedPapersPosted'] as const

/** How somebody who has no app, or did not look, heard of the meeting or answered. */
export const WAYS_TOLD = ['app', 'inPerson', 'byPhone', 'onPaper'] as const
export type WayTold = (typeof WAYS_TOLD)[number]

export type Invitation = { coming: boolean; way: WayTold; at: Instant }

/** [X3] That a part of a package was put into the e-handbook: on which day, and who said so. */
export type Posted = { day: Day; by: PersonId }

/** A member as the roster had him when the meeting opened: what base and rates are counted from for ever. */
export type RollEntry = { person: PersonId; status: Status; duties: readonly Duty[] }

/** Somebody who is no member of the cell: the superior in charge, a guest. */
export type Guest = { id: string; name: string; post?: string; superior?: true }

/** What the chair or the minute-taker wrote down of what somebody said. */
export const CONTRIBUTION_KINDS = ['opinion', 'question', 'recommendation', 'praise', 'reminder'] as const
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number]
export type Contribution = {
  id: string
  /** The item it belongs to; null: none was open. */
  item: string | null
  /** A member, or a guest by his id in `guests`. */
  speaker: PersonId
  kind: ContributionKind
  text: string
  /** In the room, by the clock of the phone it was written on. */
  at: Instant
  /** Of whom praise or a reminder speaks. */
  about?: PersonId
  entered?: Entered
}

/**
 * Self-criticism: that it was made is an event, its words are an attachment that can be erased. `confirmed` once the
 * speaker himself said that this summary is his, on his phone or when it was read back to him.
 */
export type SelfCriticism = {
  id: string
  item: string | null
  speaker: PersonId
  at: Instant
  /** The attachment that holds the summary as it stands; absent before one was written, or after it was erased. */
  words?: AttachmentRef
  confirmed?: 'himself' | 'readBack'
  entered?: Entered
}

/** Fees at the opening: counted aloud. Who is behind is the office's business. */
export type FeeStatus = { paid: number; of: number }

/** When one item was taken up and left, in the room; an item can be taken up again. */
export type ItemTurn = { item: string; from: Instant; to: Instant | null }

/** A phone given from hand to hand: what is entered on it from then on is typed by that person. */
export type Handing = { device: DeviceId; to: PersonId; at: Instant }

/** A line of a resolution that became a task. */
export type AssignedLine = { task: RecordId; line: string; resolution?: RecordId }

/** From the opening on. */
export type Opening = {
  at: Instant
  chair: PersonId
  /** Who were present as members or not, with their status; the base of every count. */
  roll: readonly RollEntry[]
  ruleset: string
  /** The roll is not what the server had as the roster then or later; absent when it is. */
  rollDiffers?: true
}

export type Course =
  | { is: 'planned' }
  | { is: 'cancelled'; reason: string; at: Instant }
  | ({ is: 'running' } & Opening)
  | ({ is: 'closed'; closedAt: Instant } & Opening)

export type Meeting = {
  type: MeetingType
  /** The month it counts for, `yyyy-mm`. */
  month: string
  /** Subject of a thematic or extraordinary meeting. */
  topic?: string
  /** [M71] The topic of the bank it was chosen from; absent: the cell's own words. */
  topicId?: string
  startsAt: LocalTime
  place: string
  /** What it is planned to take; the sum of the agenda may differ, the coach says so. */
  minutes: number
  /** It was held on paper and is entered afterwards. */
  fromPaper?: true
  /** [M63] Pages of the paper book; absent while there are none. */
  pages?: readonly Paper[]
  plannedBy: PersonId
  plannedAt: Instant
  agenda: readonly AgendaItem[]
  steps: Readonly<Partial<Record<Step, Day>>>
  /** Parts of the two packages that are in the e-handbook, by their names there; absent before the first. */
  posted?: Readonly<Record<string, Posted>>
  invitations: Readonly<Record<PersonId, Invitation>>
  told: Readonly<Record<PersonId, WayTold>>
  guests: readonly Guest[]

  course: Course
  /** Chairs and minute-takers one after another, the last one is it now. */
  chairs: readonly PersonId[]
  minuteTaker?: PersonId
  /** To whom a phone was handed in the room: chair and minute-taker can share one. */
  hands: readonly Handing[]
  /** Others who opened it too, on phones that knew nothing of each other. */
  alsoOpenedBy: readonly PersonId[]
  turns: readonly ItemTurn[]
  attendance: Attendance
  fees: Register<FeeStatus>
  contributions: readonly Contribution[]
  selfCriticism: readonly SelfCriticism[]
  /** The chair's conclusion of an item. */
  conclusions: Readonly<Record<string, Register<{ text: string }>>>
  votes: readonly Vote[]
  lines: readonly AssignedLine[]
  /** What people entered for sub-points that nothing computes, or instead of what was computed. */
  marks: Readonly<Record<string, ScoreMark>>
  scores: { self?: AgreedScore; superior?: AgreedScore }
}
