import type { Entered } from './event.ts'
import type { Instant, PersonId, RecordId } from './ids.ts'
import type { Day } from './local-time.ts'

export const OPINION_TYPES = ['opinion', 'question', 'recommendation', 'complaint', 'idea'] as const
export type OpinionType = (typeof OPINION_TYPES)[number]

/** Whose it is: a member's, one noted in a meeting, the cell's own, or one that a member took from a resident. */
export const OPINION_ORIGINS = ['member', 'meeting', 'cell', 'resident'] as const
export type OpinionOrigin = (typeof OPINION_ORIGINS)[number]

/** How whoever asked heard the answer: he read it himself, or was told, or was given it on paper. */
export const TOLD_HOW = ['read', 'spoken', 'printed'] as const
export type ToldHow = (typeof TOLD_HOW)[number]

/** How far it is with the commune: sent up, taken up there, given to somebody there. */
export const ABOVE_STEPS = ['sent', 'takenUp', 'assigned'] as const
export type AboveStep = (typeof ABOVE_STEPS)[number]

/** [I2] Where it stands; whatever is not closed lies with somebody. */
export type OpinionCourse =
  | { is: 'received'; since: Instant; opened?: Instant }
  | { is: 'assigned'; since: Instant; to: PersonId; due: Day }
  | { is: 'forwarded'; since: Instant; above: AboveStep; to?: string; due?: Day }
  | { is: 'answered'; since: Instant }
  | { is: 'told'; since: Instant; how: ToldHow }
  | { is: 'closed'; since: Instant; by: 'asker' | 'office' }

/** [I8] An answer with the words it answers. `above`: the name of whoever answered for the commune. */
export type OpinionAnswer = {
  id: string
  quotes: string
  text: string
  at: Instant
  by?: PersonId
  above?: string
  /** It was given to another one alike. */
  alike?: RecordId
}

/** One step of its way, for everybody who reads it. `words`: why, or to whom above. */
export type OpinionStep = {
  is:
    | 'raised'
    | 'opened'
    | 'assigned'
    | 'forwarded'
    | 'seenAbove'
    | 'takenUpAbove'
    | 'assignedAbove'
    | 'returned'
    | 'answered'
    | 'told'
    | 'closed'
    | 'reopened'
    | 'joined'
    | 'onAgenda'
  at: Instant
  by?: PersonId
  /** Of somebody above, whom the cell has in no roster. */
  name?: string
  to?: PersonId
  words?: string
}

export type Opinion = {
  type: OpinionType
  text: string
  origin: OpinionOrigin
  /** Where it was noted, or voted as the cell's own. */
  meeting?: RecordId
  /** Who asked, or who took it from a resident. */
  raisedBy: PersonId
  /** By the phone it was written on, and by the server once it is there. */
  raisedAt: Instant
  receivedAt?: Instant
  entered?: Entered
  course: OpinionCourse
  answers: readonly OpinionAnswer[]
  steps: readonly OpinionStep[]
  /** How often it went up. */
  rounds: number
  reopened?: { reason: string; at: Instant }
  /** One alike, whose answer it gets too; and those that get this one's. */
  joinedTo?: RecordId
  alike: readonly RecordId[]
  onAgenda?: { meeting: RecordId; item: string }
}

/** What lists read of it. */
export type OpinionFields = Pick<
  Opinion,
  | 'type'
  | 'origin'
  | 'raisedBy'
  | 'raisedAt'
  | 'receivedAt'
  | 'entered'
  | 'course'
  | 'joinedTo'
  | 'onAgenda'
  | 'rounds'
> & { excerpt: string; answers: number }
