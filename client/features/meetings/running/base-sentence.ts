import type { PersonId } from '#shared/records/ids.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { presenceIsThin, votesNeeded } from '#shared/rules/meeting/vote-result.ts'
import { votingBase, type VotingBase } from '#shared/rules/meeting/voting-base.ts'
import { rulesetNamed } from '#shared/rulesets/in-force.ts'
import { meetingRunning } from '#client/i18n/vi/meeting-running.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('meetingRunning', meetingRunning)

/** The sentence that says where the number comes from. */
export function baseSentence({ base, official, away, exemptAbsent }: VotingBase): string {
  const out = away === 0 ? '' : t('baseOut', { n: away })
  const exempt = exemptAbsent === 0 ? '' : t('baseExempt', { n: exemptAbsent })
  return t('baseWhy', { base, official, out, exempt })
}

/** The base as it is in the room now, and whether enough are here; null before there is a roll. */
export function baseNow({ course }: Pick<Meeting, 'course'>, present: readonly PersonId[]) {
  if (!('roll' in course)) return null
  const of = votingBase(course.roll, present)
  const ruleset = rulesetNamed(course.ruleset)
  const tooFew = of.entitled < votesNeeded(of.base, ruleset.majorities.value.ordinary)
  return { base: of.base, why: baseSentence(of), tooFew, thin: presenceIsThin(of, ruleset) }
}
