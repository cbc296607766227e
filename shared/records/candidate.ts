import type { Instant, PersonId } from './ids.ts'
import type { Day } from './local-time.ts'

/**
 * How far somebody is on the way into the Party, as the cell's office sees it. Nobody is counted, ranked or compared by it.
 * `stopped` is put aside and can be taken up again.
 */
export const CANDIDATE_STAGES = ['introduced', 'helped', 'filing', 'voted', 'stopped'] as const
export type CandidateStage = (typeof CANDIDATE_STAGES)[number]

/** The course on what the Party is ("lớp bồi dưỡng nhận thức về Đảng"). */
export type CandidateCourse = {
  /** Its last day. */
  attendedOn: Day
  /** Whether the certificate is in hand; no number of it is kept. */
  certificate: boolean
}

/**
 * Somebody outside the Party whom the cell helps towards it ("quần chúng ưu tú"). Known to the cell's office alone; the record's
 * id is the id he has as a member, should he become one.
 */
export type Candidate = {
  name: string
  birthYear?: number
  /** Residential area, workplace or union branch he comes from. */
  area?: string
  helpers: readonly PersonId[]
  course?: CandidateCourse
  stage: CandidateStage
  addedBy: PersonId
  addedAt: Instant
}
