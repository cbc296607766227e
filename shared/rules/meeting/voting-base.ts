import type { PersonId } from '#shared/records/ids.ts'
import type { RollEntry } from '#shared/records/meeting.ts'
import type { Count } from '#shared/records/vote.ts'
import type { Majority, Ruleset } from '#shared/rulesets/ruleset.ts'

/** What a vote is counted from, with the parts of the sentence that explains the number. */
export type VotingBase = {
  of: Majority['of']
  /** What percentages are of. */
  base: number
  /** Official members of the cell, those temporarily elsewhere included. */
  official: number
  /** Of them, temporarily elsewhere. */
  out: number
  /** Exempt members counted in. */
  exempt: number
  /** Entitled people in the room. */
  present: number
  /** Votes in favour that carry it. */
  needed: number
  tooFew: boolean
  thin: boolean
}

/** [Q4, Q5] Votes in favour that a majority needs. */
export function votesNeeded(base: number, { fraction: [part, whole], strict }: Majority): number {
  return strict ? Math.floor((base * part) / whole) + 1 : Math.max(1, Math.ceil((base * part) / whole))
}

/** [Q1–Q6] The base of a vote (294-QĐ/TW, 9.3.2), and what its majority needs. */
export function votingBase(
  { roll, present }: { roll: readonly RollEntry[]; present: readonly PersonId[] },
  majority: Majority,
  { thinBelow }: Pick<Ruleset, 'thinBelow'>,
): VotingBase {
  const there = new Set(present)
  const count = (test: (one: RollEntry) => boolean) => roll.filter(test).length
  const here = count((one) => isEntitled(one, there))
  const out = count(({ status }) => status === 'temporarilyOut')
  const official = count(({ status }) => status === 'official') + out
  const all = majority.of === 'allOfficial'
  const exempt = count(({ status, person }) => status === 'exempt' && (all || there.has(person)))
  const base = official + exempt - (all ? 0 : out)
  const needed = votesNeeded(base, majority)
  const [part, whole] = thinBelow.value
  return {
    of: majority.of,
    base,
    official,
    out: all ? 0 : out,
    exempt,
    present: here,
    needed,
    tooFew: here < needed,
    thin: here * whole < base * part,
  }
}

/** [Q7] Whether a count can be one of this vote. */
export function countFits(count: Count, present: number): boolean {
  return count.for + count.against + count.other <= present
}

/** [Q1–Q3] Who may vote here, given who is in the room. */
function isEntitled({ status, person }: RollEntry, there: ReadonlySet<PersonId>): boolean {
  return there.has(person) && (status === 'official' || status === 'exempt')
}
