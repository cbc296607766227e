import type { CandidateRow } from '#shared/records/row.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import { personIn, type Roster } from '#shared/records/roster.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/**
 * [O2] Who helps a candidate is an official member of the cell, by the roster of the asker's phone or by today's; nobody twice,
 * and no more than the ruleset says. Source: Điều lệ Đảng, Điều 4.
 */
export function helpersRefusal(
  helpers: readonly PersonId[],
  rosters: readonly Roster[],
  { helpersOfCandidate }: Ruleset,
): Refusal | null {
  if (new Set(helpers).size < helpers.length) return 'malformed'
  if (helpers.length > helpersOfCandidate.value) return 'tooManyHelpers'
  const isOfficial = (id: PersonId) => rosters.some((roster) => personIn(roster, id)?.status === 'official')
  return helpers.every(isOfficial) ? null : 'helperNotOfficial'
}

export type StepToVote = 'helpers' | 'course' | 'certificate'

/** [O3] What is still missing before the cell can vote on his admission; said, never a reason to refuse. */
export function missingOf(
  { helpers, course }: Pick<CandidateRow, 'helpers' | 'course'>,
  { helpersOfCandidate }: Ruleset,
): readonly StepToVote[] {
  const missing: StepToVote[] = []
  if (helpers.length < helpersOfCandidate.value) missing.push('helpers')
  if (!course) missing.push('course')
  else if (!course.certificate) missing.push('certificate')
  return missing
}

/** [O4] He became a member: the roster has him under the id of his record. */
export const isAdmitted = (record: string, roster: Roster | null): boolean =>
  roster !== null && personIn(roster, record) !== null
