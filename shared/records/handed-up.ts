import type { Paper } from './agenda.ts'
import type { Checkpoint } from './seals.ts'
import type { Seal } from './adoption.ts'
import type { Content } from './content.ts'
import type { Instant, PersonId, RecordId } from './ids.ts'
import type { Day, LocalTime } from './local-time.ts'
import type { MeetingType } from './meeting.ts'

/** What a cell handed up of one meeting has one id, so that two phones never begin two. */
export const handedUpOf = (meeting: RecordId): RecordId => `gl-${meeting}`.slice(0, 32)

/** When and where, as it stood when it was handed up. */
export type HandedNotice = {
  type: MeetingType
  month: string
  topic?: string
  startsAt: LocalTime
  place: string
  /** Planned. */
  minutes: number
  /** It was called off. */
  cancelled?: true
}

/** An item without what the cell keeps to itself: its guide and of whom it speaks. */
export type HandedItem = {
  id: string
  title: string
  presenter?: PersonId
  minutes: number
  papers?: readonly Paper[]
}

/** A draft as it read on the phone that handed it up; what is written in it afterwards is not here. */
export type HandedDraft = { record: RecordId; title: string; content: Content }

/** [Z2] One handing up; the last one is shown, the earlier ones stay. */
export type HandOver = {
  id: string
  notice: HandedNotice
  agenda: readonly HandedItem[]
  drafts: readonly HandedDraft[]
  by: PersonId
  at: Instant
}

/** A signed resolution or conclusion. People stand in it by whose they are [V7]. */
export type HandedPaper = Pick<Seal, 'content' | 'signers' | 'signedOn' | 'slug'> & {
  record: RecordId
  title: string
  type: (typeof HANDED_TYPES)[number]
  /** [V13] How far the cell's chain of signed texts was when it went up, so that the committee has a checkpoint too. */
  chain?: Checkpoint
  /** Absent while the cell has given it none. */
  number?: { no: number; term: string }
  by: PersonId
  at: Instant
}

/** [Z5] Types of signed paper that go up; minutes stay in the cell. */
export const HANDED_TYPES = ['NQ', 'KL'] as const

/** [Z6] Whether the superior comes, with a word for the cell, and which handing up he answered. */
export type AnswerFromAbove = { coming: boolean; word?: string; version: string; at: Instant }

/** [Z7] Who looked at which handing up or paper, and when. */
export type Look = { person: PersonId; what: string; at: Instant }

export type HandedUp = {
  meeting: RecordId
  /** Oldest first. */
  versions: readonly HandOver[]
  sealed: readonly HandedPaper[]
  answers: Readonly<Record<PersonId, AnswerFromAbove>>
  looks: readonly Look[]
  /** Of those above who answered or looked; the cell has no roster of theirs. */
  names: Readonly<Record<PersonId, string>>
}

/** What lists read of it. */
export type HandedUpFields = {
  meeting: RecordId
  /** The last handing up; absent while only signed papers went up. */
  shown?: HandedNotice & {
    id: string
    nth: number
    at: Instant
    items: number
    papers: number
    drafts: number
  }
  sealed: readonly (Pick<HandedPaper, 'record' | 'title' | 'type' | 'number'> & { signedOn: Day })[]
  answers: Readonly<Record<PersonId, boolean>>
  looks: readonly Pick<Look, 'person' | 'what'>[]
}
