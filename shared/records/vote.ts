import type { Instant, PersonId, RecordId } from './ids.ts'
import type { Register } from './observation.ts'

/** How a vote is taken. Secret ballots are printed and counted on paper; nothing here is an electronic ballot. */
export const VOTE_FORMS = ['hands', 'cards', 'secretBallot'] as const
export type VoteForm = (typeof VOTE_FORMS)[number]

/** Matters of one person that a cell decides; `admission` is of somebody who is no member yet. */
export const PEOPLE_MATTERS = [
  'admission',
  'recognition',
  'exemption',
  'commendation',
  'strikingOff',
] as const
export type PeopleMatter = (typeof PEOPLE_MATTERS)[number]

/** Which majority a matter needs is a value of the ruleset under this name. */
export const MAJORITIES = ['ordinary', ...PEOPLE_MATTERS] as const
export type MajorityName = (typeof MAJORITIES)[number]

export type VoteAbout =
  | { what: 'text'; record: RecordId }
  | { what: 'minutes'; record: RecordId }
  | { what: 'score' }
  | { what: 'agenda' }
  /** `name`: of somebody who stands in no roster; what he is called in the vote and its minutes. */
  | { what: 'person'; person: PersonId; matter: PeopleMatter; name?: string }
  | { what: 'other'; text: string }

/** As counted in the room and entered by hand. */
export type Count = { for: number; against: number; other: number }

export type Vote = {
  id: string
  item: string | null
  about: VoteAbout
  majority: MajorityName
  form: VoteForm
  /** Who was in the room at this vote, as the phone it was put on had it: "was present" is the roll call's business. */
  present: readonly PersonId[]
  at: Instant
  counts: Register<Count>
  /** Amendments voted together with a text, in words. */
  amendments: readonly string[]
}
