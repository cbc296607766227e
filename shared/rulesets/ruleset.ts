import type { MajorityName } from '#shared/records/vote.ts'

/** A rule value is data: what it is, since when, from which paper, and how sure we are (domain: V, L, G, S). */
export type RuleValue<T> = { value: T; source: string; confidence: 'V' | 'L' | 'G' | 'S' | 'own' }

/** How much of what has to be in favour; `strict`: more than the fraction, not the fraction itself. */
export type Majority = {
  of: 'votingBase' | 'allOfficial'
  fraction: readonly [part: number, whole: number]
  strict: boolean
}

export type Ruleset = {
  id: string
  /** First day in force, `yyyy-mm-dd`. */
  validFrom: string
  officialMembersForCommittee: RuleValue<number>
  meetingDay: RuleValue<number>
  majorities: Readonly<Record<MajorityName, RuleValue<Majority>>>
  /** Share of the voting base below which a meeting is called thinly attended; it warns and blocks nothing. */
  thinBelow: RuleValue<readonly [part: number, whole: number]>
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
  /** Longest side in pixels and most bytes of a picture that leaves a phone. */
  picture: RuleValue<{ side: number; bytes: number }>
  /** What a phone opens to make one smaller: bytes of the file, and millions of pixels. */
  pictureTaken: RuleValue<{ bytes: number; megapixels: number }>
}
