import type { Instant, PersonId, RecordId, UnitId } from './ids.ts'
import type { Day } from './local-time.ts'
import type { OpinionType } from './opinion.ts'

/** What went up of an opinion has one id, however often it goes up. */
export const forwardedOf = (opinion: RecordId): RecordId => `yk-${opinion}`.slice(0, 32)

export type ForwardedCourse =
  | { is: 'sent'; since: Instant }
  | { is: 'takenUp'; since: Instant }
  | { is: 'assigned'; since: Instant; to: string; due: Day }
  | { is: 'answered'; since: Instant }
  | { is: 'returned'; since: Instant; reason: string }
  | { is: 'closed'; since: Instant }

/** [I11] An opinion as those above have it: its words and its kind, never who asked. */
export type ForwardedOpinion = {
  unit: UnitId
  opinion: RecordId
  type: OpinionType
  text: string
  /** What secretary or deputy say to it; and why it was asked again. */
  word?: string
  askedAgain?: string
  forwardedBy: PersonId
  forwardedAt: Instant
  round: number
  course: ForwardedCourse
  answers: readonly { id: string; quotes: string; text: string; by: PersonId; at: Instant }[]
  looks: readonly { person: PersonId; at: Instant }[]
  /** Of those above who did something with it; the cell has no roster of theirs. */
  names: Readonly<Record<PersonId, string>>
}

/** What lists read of it. */
export type ForwardedOpinionFields = Pick<
  ForwardedOpinion,
  'opinion' | 'type' | 'forwardedAt' | 'round' | 'course'
> & { excerpt: string }
