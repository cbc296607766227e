import type { MajorityName, VoteForm } from '#shared/records/vote.ts'

/** A rule value is data: what it is, since when, from which paper, and how sure we are (domain: V, L, G, S). */
export type RuleValue<T> = { value: T; source: string; confidence: 'V' | 'L' | 'G' | 'S' | 'own' }

export type Majority = {
  /** What the share is of: the voting base, or all official members, whoever of them is exempt or elsewhere. */
  of: 'votingBase' | 'allOfficial'
  share: readonly [number, number]
  strict: boolean
  /** How it may be voted; the meeting chooses among these. */
  forms: readonly VoteForm[]
  source: string
  confidence: 'V' | 'L' | 'G'
}

export type Ruleset = {
  id: string
  /** First day in force, `yyyy-mm-dd`. */
  validFrom: string
  officialMembersForCommittee: RuleValue<number>
  meetingDay: RuleValue<number>
  /** What a regular or thematic meeting lasts at least, and both in one session. */
  meetingMinutes: RuleValue<{ least: number; both: number }>
  /** Which share of the voting base a matter needs: more than it when `strict`, else at least. */
  majorities: RuleValue<Readonly<Record<MajorityName, Majority>>>
  /** Months of probation, and how many before its end the cell is reminded. */
  probation: RuleValue<{ months: number; remindBefore: number }>
  /** How many official members help a candidate. */
  helpersOfCandidate: RuleValue<number>
  /** Below this share of the base present, the chair is warned. */
  thinPresence: RuleValue<{ share: readonly [number, number] }>
  /** First years of cell terms, oldest first: papers are numbered through one. */
  terms: RuleValue<readonly string[]>
  /** Papers are in the e-handbook at least so many days before the day of the meeting. */
  papersPostedDays: RuleValue<number>
  /** Signed papers are in the e-handbook, and the report with the commune, at most so many days after the day it ended. */
  signedPostedDays: RuleValue<number>
  reportDays: RuleValue<number>
  devicesPerPerson: RuleValue<number>
  enrolmentMinutes: RuleValue<number>
  /** How long a printed slip can be used, and how long whoever used it can wait for a yes. */
  slipDays: RuleValue<number>
  binDays: RuleValue<number>
  /** How long an announcement stands that names no last day of its own. */
  noticeDays: RuleValue<number>
  /** How long somebody may type for others on another's phone. */
  helperHours: RuleValue<number>
  /** Most bytes of one attachment, of all in one scope, and of what one device sends in a day. */
  attachmentBytes: RuleValue<{ each: number; scope: number; deviceDay: number }>
  /** Most bytes of a paper (PDF, DOCX), which nobody can make smaller on a phone. */
  paperBytes: RuleValue<number>
  /** Most bytes of words that lie beside a record. */
  wordsBytes: RuleValue<number>
  /** Longest side in pixels and most bytes of a picture that leaves a phone. */
  picture: RuleValue<{ side: number; bytes: number }>
  /** What a phone opens to make one smaller: bytes of the file, and millions of pixels. */
  pictureTaken: RuleValue<{ bytes: number; megapixels: number }>
}
