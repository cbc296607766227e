/** A rule value is data: what it is, since when, from which paper, and how sure we are (domain: V, L, G, S). */
export type RuleValue<T> = { value: T; source: string; confidence: 'V' | 'L' | 'G' | 'S' | 'own' }

export type Ruleset = {
  id: string
  /** First day in force, `yyyy-mm-dd`. */
  validFrom: string
  officialMembersForCommittee: RuleValue<number>
  meetingDay: RuleValue<number>
  devicesPerPerson: RuleValue<number>
  enrolmentMinutes: RuleValue<number>
  /** How long a printed slip can be used, and how long whoever used it can wait for a yes. */
  slipDays: RuleValue<number>
  binDays: RuleValue<number>
  /** How long an announcement stands that names no last day of its own. */
  noticeDays: RuleValue<number>
}
