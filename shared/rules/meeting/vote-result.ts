import type { Meeting, RollEntry } from '#shared/records/meeting.ts'
import type { Count, Vote } from '#shared/records/vote.ts'
import { isDisputed, standing } from '#shared/rules/register.ts'
import { rulesetNamed } from '#shared/rulesets/in-force.ts'
import { votingBase, type VotingBase } from './voting-base.ts'

/** What came of a vote, as the counts stand. */
export type VoteResult = VotingBase & {
  is: 'carried' | 'notCarried' | 'cannotCarry' | 'disputed' | 'uncounted'
  count: Count
}

/** [Q4–Q8] By the majority its matter needs, in the ruleset its meeting was held under. */
export function resultOf(vote: Vote, { course }: Pick<Meeting, 'course'>): VoteResult {
  const roll: readonly RollEntry[] = 'roll' in course ? course.roll : []
  const ruleset = rulesetNamed('ruleset' in course ? course.ruleset : '')
  const base = votingBase({ roll, present: vote.present }, ruleset.majorities[vote.majority].value, ruleset)
  const entry = standing(vote.counts)
  if (!entry) return { ...base, is: 'uncounted', count: { for: 0, against: 0, other: 0 } }
  const count = { for: entry.for, against: entry.against, other: entry.other }
  const same = (one: Count) => `${one.for}/${one.against}/${one.other}`
  if (isDisputed(vote.counts, same)) return { ...base, is: 'disputed', count }
  if (base.tooFew) return { ...base, is: 'cannotCarry', count }
  return { ...base, is: count.for >= base.needed ? 'carried' : 'notCarried', count }
}
