import type { PersonId } from '#shared/records/ids.ts'
import type { RollEntry } from '#shared/records/meeting.ts'
import type { Majority } from '#shared/rulesets/ruleset.ts'

/** What percentages are of, and the numbers it is made of: enough to say in a sentence why it is this many. */
export type VotingBase = {
  base: number
  /** Official members of the cell, the exempt and those temporarily elsewhere included. */
  official: number
  /** Less these: temporarily elsewhere, and exempt who are not here. */
  away: number
  exemptAbsent: number
  /** Exempt members who came count like everybody. */
  exemptPresent: number
  /** Those of the base who are in the room: who can raise a hand. */
  entitled: number
}

/**
 * [Q1] Official members, less those transferred out temporarily, less exempt members who are absent. Somebody merely absent
 * stays in it; probationary members, guests of another cell and the suspended were never in it.
 * Source: 294-QĐ/TW (26/5/2025), point 9.3.2; in the text kept as best available.
 */
export function votingBase(roll: readonly RollEntry[], present: readonly PersonId[]): VotingBase {
  const here = new Set(present)
  const count = (test: (one: RollEntry) => boolean) => roll.filter(test).length
  const plain = count(({ status }) => status === 'official')
  const away = count(({ status }) => status === 'temporarilyOut')
  const exemptPresent = count(({ status, person }) => status === 'exempt' && here.has(person))
  const exemptAbsent = count(({ status, person }) => status === 'exempt' && !here.has(person))
  const officialHere = count(({ status, person }) => status === 'official' && here.has(person))
  return {
    base: plain + exemptPresent,
    official: plain + away + exemptPresent + exemptAbsent,
    ...{ away, exemptAbsent, exemptPresent },
    entitled: officialHere + exemptPresent,
  }
}

/** [Q8] What a majority is counted from: nobody official is left out where the Statute says "all official members". */
export function baseFor(
  { of }: Majority,
  roll: readonly RollEntry[],
  present: readonly PersonId[],
): VotingBase {
  const base = votingBase(roll, present)
  return of === 'votingBase' ? base : { ...base, base: base.official, away: 0, exemptAbsent: 0 }
}
