import { inject, type InjectionKey, type Ref } from 'vue'
import type { AttachmentId } from '#shared/records/attachment.ts'
import type { Content } from '#shared/records/content.ts'
import type { RecordId, UnitId } from '#shared/records/ids.ts'
import type { RecordedEvent } from '#shared/records/event.ts'
import type { Notice } from '#shared/records/announcement.ts'
import type { ForwardedOpinion } from '#shared/records/forwarded-opinion.ts'
import type { Opinion } from '#shared/records/opinion.ts'
import type { HandedUp } from '#shared/records/handed-up.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { Minutes } from '#shared/records/minutes.ts'
import type { NumberRegister } from '#shared/records/numbers.ts'
import type { Reasons } from '#shared/records/reasons.ts'
import type { Resolution } from '#shared/records/resolution.ts'
import type { Task } from '#shared/records/task.ts'
import type { Candidate } from '#shared/records/candidate.ts'
import type { Schedule } from '#shared/records/schedule.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { Row } from '#shared/records/row.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { Standing } from '#shared/rules/standing.ts'
import type * as Views from './views.ts'

/** The states a page may ask for whole. */
export type KindStates = {
  meeting: Meeting
  minutes: Minutes
  resolution: Resolution
  task: Task
  numbers: NumberRegister
  reasons: Reasons
  schedule: Schedule
  candidate: Candidate
  handedUp: HandedUp
  opinion: Opinion
  forwardedOpinion: ForwardedOpinion
}

/** The only way to read what is on this phone: live answers from the book. `undefined` while the first answer is read. */
export interface Queries {
  profile(): Ref<Views.ProfileView | null | undefined>
  rosters(): Ref<readonly Roster[] | undefined>
  /** What this person is in a unit, by the last roster this phone has. */
  standing(unit: () => UnitId): Ref<Standing | undefined>
  /** Rows of one kind, newest change first; own pending work included. */
  rows(scope: () => ScopeId, kind: Row['kind']): Ref<readonly Row[] | undefined>
  row(scope: () => ScopeId, record: () => RecordId): Ref<Row | null | undefined>
  events(scope: () => ScopeId, record: () => RecordId): Ref<readonly RecordedEvent[] | undefined>
  /** A record as its events make it, own pending work included; null when there is none of that kind. */
  state<Kind extends keyof KindStates>(
    kind: Kind,
    scope: () => ScopeId,
    record: () => RecordId,
  ): Ref<KindStates[Kind] | null | undefined>
  /** The text as it reads now, own pending work included; for reading and printing, not for writing. */
  content(scope: () => ScopeId, record: () => RecordId): Ref<Content | null | undefined>
  notice(scope: () => ScopeId, record: () => RecordId): Ref<Notice | null | undefined>
  /** The text part by part, and what is said about it; null while nothing of the record is here. */
  discussion(scope: () => ScopeId, record: () => RecordId): Ref<Views.DiscussionView | null | undefined>
  awayChanges(scope: () => ScopeId, record: () => RecordId): Ref<readonly Views.AwayChange[] | undefined>
  keptTexts(): Ref<readonly Views.KeptView[] | undefined>
  waiting(): Ref<readonly Views.WaitingItem[] | undefined>
  /** What others entered for this person, newest first. */
  enteredForMe(): Ref<readonly Views.EnteredView[] | undefined>
  /** Once, not live: what this phone holds of its person; null before anybody is enrolled. */
  myData(): Promise<Views.MyData | null>
  attachment(scope: () => ScopeId, id: () => AttachmentId): Ref<Views.AttachmentView | undefined>
  /** [F15] Words that lie beside a record, by their names, as far as this phone has them. */
  wordsBeside(
    scope: () => ScopeId,
    ids: () => readonly AttachmentId[],
  ): Ref<ReadonlyMap<AttachmentId, string> | undefined>
  /** Bytes of attachments on this phone that the server has too. */
  media(): Ref<number | undefined>
  /** [V13] What the chain of a cell's signed texts was when last compared; null before anything was signed. */
  sealCheck(scope: () => ScopeId): Ref<Views.SealCheck | null | undefined>
  openings(record: () => RecordId): Ref<Views.OpeningsView | null | undefined>
  form<T>(key: () => string): Ref<T | null | undefined>
}

export const queriesKey: InjectionKey<Queries> = Symbol('queries')

export function useQueries(): Queries {
  const queries = inject(queriesKey)
  if (!queries) throw new Error('no book is open above this component')
  return queries
}
