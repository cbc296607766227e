import type { Picture } from './attachment.ts'
import type { Entered } from './event.ts'
import type { Instant, PersonId, RecordId } from './ids.ts'
import type { Day } from './local-time.ts'

/** Where a task stands (domain 3). `done` is its owner's word, `confirmed` the assigner's. */
export const TASK_STATES = ['assigned', 'accepted', 'done', 'confirmed'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** [T9] How often it falls due again, from its first day on. */
export const REPEATS = ['weekly', 'monthly', 'quarterly', 'yearly'] as const
export type Repeat = (typeof REPEATS)[number]

/** [T14] Most pictures of one report. */
export const MOST_PICTURES = 3

/** One report on it; what was reported stays, in the order it was made known. */
export type Progress = {
  id: string
  by: PersonId
  at: Instant
  text: string
  pictures?: readonly Picture[]
  entered?: Entered
}

/** [T15] What was done to it, whose deed it was, and when. */
export type TaskStep = { at: Instant; by: PersonId; entered?: Entered } & TaskDeed
export type TaskDeed =
  | { did: 'assigned'; to: PersonId }
  | { did: 'accepted' }
  /** The report lies in `progress`. */
  | { did: 'reported'; report: string }
  | { did: 'blocked'; reason: string }
  | { did: 'unblocked' }
  | { did: 'handedOver'; from: PersonId; to: PersonId; reason?: string }
  | { did: 'done'; result: string }
  /** `due` is the day of the round that was confirmed, when it recurs. */
  | { did: 'confirmed'; due?: Day }
  | { did: 'reopened'; reason: string }
  | { did: 'changed' }
  | { did: 'carriedOver'; month: string }

/** What is clear about it besides who, what and by when ("6 rõ"); each in one line. */
export const CLEAR_FIELDS = ['responsibility', 'product', 'authority'] as const
export type ClearField = (typeof CLEAR_FIELDS)[number]

export type Task = {
  title: string
  owner: PersonId
  /** Last day; absent for what is permanent. Of what recurs the day of the round under way. */
  deadline?: Day
  /** Absent for what is done once. */
  repeat?: Repeat
  /** The first day of what recurs: all later ones are counted from it. */
  firstDue?: Day
  /** The meeting (month, `yyyy-mm`) at which it is reported. */
  reportIn?: string
  /** Earlier meetings at which it was to be reported [T22]. */
  reportedBefore?: readonly string[]
  /** The line of the resolution and the meeting it was made from. */
  from?: { meeting?: RecordId; resolution?: RecordId; line?: string }
  assignedBy: PersonId
  assignedAt: Instant
  state: TaskState
  since: Instant
  progress: readonly Progress[]
  steps: readonly TaskStep[]
  /** What stands in its way, and since when it was said. */
  blocked?: { reason: string; at: Instant }
  /** What came of it, in the owner's words. */
  result?: string
  /** Why it was opened again, the last time it was. */
  reopened?: { reason: string; at: Instant }
} & { [Field in ClearField]?: string }
