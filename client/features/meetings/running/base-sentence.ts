import type { PersonId } from '#shared/records/ids.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { MajorityName } from '#shared/records/vote.ts'
import { majorityIn } from '#shared/rules/meeting/people-vote.ts'
import { presenceIsThin, votesNeeded } from '#shared/rules/meeting/vote-result.ts'
import { baseFor, votingBase, type VotingBase } from '#shared/rules/meeting/voting-base.ts'
import { rulesetNamed } from '#shared/rulesets/in-force.ts'
import type { Majority } from '#shared/rulesets/ruleset.ts'
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

/** From whom a question is counted, which share it needs, and which paper says so [Q2] [Q8]. */
export function majoritySentence(
  meeting: Pick<Meeting, 'course'>,
  { majority: name, present }: { majority: MajorityName; present: readonly PersonId[] },
): string {
  const majority = majorityIn(meeting, name)
  const of = baseFor(majority, 'roll' in meeting.course ? meeting.course.roll : [], present)
  const from = majority.of === 'allOfficial' ? t('baseAll', { base: of.base }) : baseSentence(of)
  const needed = votesNeeded(of.base, majority)
  return `${from} ${t('needs', { share: shareWords(majority), needed, source: majority.source })}`
}

function shareWords({ share: [part, whole], strict }: Majority): string {
  if (strict && part * 2 === whole) return t('moreThanHalf')
  return t(strict ? 'moreThan' : 'atLeast', { part, whole })
}
