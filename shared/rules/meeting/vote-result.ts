import type { Meeting, RollEntry } from '#shared/records/meeting.ts'
import type { Count, Vote } from '#shared/records/vote.ts'
import { isDisputed, standing } from '#shared/rules/register.ts'

/** What came of a vote, as the counts stand. */
export type VoteResult = {
  is: 'carried' | 'notCarried' | 'disputed' | 'uncounted'
  count: Count
  /** Voting base and entitled people in the room. */
  base: number
  present: number
}

export function resultOf(vote: Vote, { course }: Pick<Meeting, 'course'>): VoteResult {
  const roll: readonly RollEntry[] = 'roll' in course ? course.roll : []
  const there = new Set(vote.present)
  const base = roll.filter(
    ({ person, status }) => status === 'official' || (status === 'exempt' && there.has(person)),
  )
  const present = base.filter(({ person }) => there.has(person)).length
  const entry = standing(vote.counts)
  const nothing = { for: 0, against: 0, other: 0 }
  if (!entry) return { is: 'uncounted', count: nothing, base: base.length, present }
  const count = { for: entry.for, against: entry.against, other: entry.other }
  const same = (one: Count) => `${one.for}/${one.against}/${one.other}`
  const is = isDisputed(vote.counts, same)
    ? 'disputed'
    : count.for * 2 > base.length
      ? 'carried'
      : 'notCarried'
  return { is, count, base: base.length, present }
}
