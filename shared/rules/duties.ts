import type { Refusal } from '#shared/records/refusal.ts'
import type { Duty } from '#shared/records/person.ts'
import { officialMembers } from './standing.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/**
 * Whether a cell's duties may stand as proposed; each rule is one sentence and stands beside the others.
 * Source: Party Statute art. 24, guidance 42-HD/BTCTW (28/10/2025).
 */
export const dutyRules: Record<string, (after: Roster, ruleset: Ruleset) => Refusal | null> = {
  /** [D3] */
  aCellHasAtMostOneSecretary: (after) => (count(after, 'secretary') > 1 ? 'oneSecretaryOnly' : null),
  /** [D4] A village cell elects one deputy. */
  aCellHasAtMostOneDeputy: (after) => (count(after, 'deputy') > 1 ? 'oneDeputyOnly' : null),
  /** [D5] */
  aCommitteeNeedsNineOfficialMembers: (after, ruleset) =>
    count(after, 'committee') > 0 && officialMembers(after) < ruleset.officialMembersForCommittee.value
      ? 'committeeNeedsNine'
      : null,
}

/** The first rule the proposed roster breaks, or null. */
export function dutiesRefusal(after: Roster, ruleset: Ruleset): Refusal | null {
  for (const rule of Object.values(dutyRules)) {
    const refusal = rule(after, ruleset)
    if (refusal) return refusal
  }
  return null
}

/** Whether a committee can be named in this cell at all; the screen shows the choice only then. */
export function committeeIsPossible(roster: Roster, ruleset: Ruleset): boolean {
  return officialMembers(roster) >= ruleset.officialMembersForCommittee.value
}

function count(roster: Roster, duty: Duty): number {
  return roster.people.filter((p) => p.duties.includes(duty)).length
}
