import type { Meeting } from '#shared/records/meeting.ts'
import type { Count, Vote } from '#shared/records/vote.ts'
import { isDisputed, standing } from '#shared/rules/register.ts'
import { rulesetNamed } from '#shared/rulesets/in-force.ts'
import type { Majority, Ruleset } from '#shared/rulesets/ruleset.ts'
import { baseFor, type VotingBase } from './voting-base.ts'

/**
 * What came of a vote, as the counts stand. `cannotCarry`: too few are in the room, whatever they say; `overcounted`: more
 * votes than people who have one.
 */
export type VoteResult = {
  is: 'carried' | 'notCarried' | 'cannotCarry' | 'overcounted' | 'disputed' | 'uncounted'
  count: Count
  needed: number
  /** Of the base, to one decimal. */
  percent: number
} & VotingBase

/** [Q2] How many of a base must say yes; at least one, so that an empty roll carries nothing. */
export function votesNeeded(base: number, { share: [part, whole], strict }: Majority): number {
  return strict ? Math.floor((base * part) / whole) + 1 : Math.max(1, Math.ceil((base * part) / whole))
}

/** [Q3] Percentages are of the base, not of those who are here. */
export const percentOf = (votes: number, base: number): number =>
  base === 0 ? 0 : Math.round((votes * 1000) / base) / 10

/** [Q4] No more votes than people in the room who have one. */
export const countFits = (count: Count, entitled: number): boolean =>
  count.for + count.against + count.other <= entitled

/** [Q5] What came of it, by the roll and the ruleset the meeting was opened under. */
export function resultOf(vote: Vote, { course }: Pick<Meeting, 'course'>): VoteResult {
  const roll = 'roll' in course ? course.roll : []
  const ruleset = rulesetNamed('ruleset' in course ? course.ruleset : '')
  const majority = ruleset.majorities.value[vote.majority]
  const base = baseFor(majority, roll, vote.present)
  const needed = votesNeeded(base.base, majority)
  const entry = standing(vote.counts)
  const count = { for: entry?.for ?? 0, against: entry?.against ?? 0, other: entry?.other ?? 0 }
  const told = { count, needed, percent: percentOf(count.for, base.base), ...base }
  // CASE 1: too few in the room, by whatever way they are counted [Q6]
  if (base.entitled < needed) return { is: 'cannotCarry', ...told }
  // CASE 2: nobody counted yet, or phones say different things
  if (!entry) return { is: 'uncounted', ...told }
  if (isDisputed(vote.counts, (one) => `${one.for}/${one.against}/${one.other}`))
    return { is: 'disputed', ...told }
  // CASE 3: one count, checked against who may vote
  if (!countFits(count, base.entitled)) return { is: 'overcounted', ...told }
  return { is: count.for >= needed ? 'carried' : 'notCarried', ...told }
}

/** [Q7] Fewer than the ruleset's share of the base are here: worth a word, never a refusal. */
export function presenceIsThin({ base, entitled }: VotingBase, { thinPresence }: Ruleset): boolean {
  const [part, whole] = thinPresence.value.share
  return entitled * whole < base * part
}
