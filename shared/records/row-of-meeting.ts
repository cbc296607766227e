import type { Instant, PersonId, RecordId } from './ids.ts'
import type { Day, LocalTime } from './local-time.ts'
import type { Course, MeetingType, Step } from './meeting.ts'

/** What lists, calendar and coach read of a meeting. */
export type MeetingFields = {
  type: MeetingType
  month: string
  topic?: string
  topicId?: string
  startsAt: LocalTime
  place: string
  /** Planned. */
  minutes: number
  fromPaper?: true
  course: Course['is']
  /** In the room. */
  openedAt?: Instant
  closedAt?: Instant
  chair?: PersonId
  minuteTaker?: PersonId
  /** Members on the roll and those who were there, once it was opened. */
  members?: number
  present?: number
  coming: readonly PersonId[]
  notComing: readonly PersonId[]
  steps: Readonly<Partial<Record<Step, Day>>>
  /** Items on the agenda, who presents them (once an item), who spoke. */
  items: number
  presenters: readonly PersonId[]
  speakers: readonly PersonId[]
  /** Of everybody on the roll whether he was there. */
  attended: Readonly<Record<PersonId, boolean>>
  contradictions: number
  /** Drafts on its agenda. */
  texts: readonly RecordId[]
  /** Sum of the self-score that was agreed. */
  score?: number
}
