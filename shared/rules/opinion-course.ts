import type { ForwardedCourse, ForwardedOpinion } from '#shared/records/forwarded-opinion.ts'
import type { Instant, PersonId } from '#shared/records/ids.ts'
import { dayAfter, type Day } from '#shared/records/local-time.ts'
import type { Opinion, OpinionType } from '#shared/records/opinion.ts'
import { opinionRulesOn } from '#shared/rulesets/opinion-days.ts'
import { dayInVietnam } from './announcement-timing.ts'
import type { Relation } from './permissions.ts'

const DAY = 86_400_000

type Placed = Pick<Opinion, 'type' | 'course' | 'raisedBy'>

/** What somebody is to an opinion: who asked or took it, and whom it was assigned to. */
export function relationsToOpinion({ raisedBy, course }: Omit<Placed, 'type'>, person: PersonId): Relation[] {
  const relations: Relation[] = []
  if (raisedBy === person) relations.push('self')
  if (course.is === 'assigned' && course.to === person) relations.push('owner')
  return relations
}

export type Holder = { is: 'office' } | { is: 'person'; person: PersonId } | { is: 'above' } | { is: 'asker' }

/** [I2] Who has to do the next thing; null once it is closed. */
export function whoHasIt({ course }: Pick<Placed, 'course'>): Holder | null {
  switch (course.is) {
    case 'received':
    case 'answered':
      return { is: 'office' }
    case 'assigned':
      return { is: 'person', person: course.to }
    case 'forwarded':
      return { is: 'above' }
    case 'told':
      return { is: 'asker' }
    case 'closed':
      return null
    default:
      return course satisfies never
  }
}

/** [I3] The last day for the next thing, by the rules in force when it came to whoever has it; null once it is closed. */
export function opinionDue({ type, course }: Pick<Placed, 'type' | 'course'>): Day | null {
  const since = dayInVietnam(course.since)
  const { days, tell, settle } = opinionRulesOn(since)
  const { takeUp, answer } = days.value[type]
  switch (course.is) {
    case 'received':
      return dayAfter(since, course.opened === undefined ? takeUp : answer)
    case 'assigned':
      return course.due
    case 'forwarded':
      return course.due ?? aboveDue(type, course.above === 'sent', since)
    case 'answered':
      return dayAfter(since, tell.value)
    case 'told':
      return dayAfter(since, settle.value)
    case 'closed':
      return null
    default:
      return course satisfies never
  }
}

/** [I3] The last day to answer for somebody it is given to today. */
export const answerDue = (type: OpinionType, today: Day): Day =>
  dayAfter(today, opinionRulesOn(today).days.value[type].answer)

/** [I13] The commune's own last day, the same as the cell sees; null once it has come back. */
export function forwardedDue({
  type,
  course,
  forwardedAt,
}: Pick<ForwardedOpinion, 'type' | 'course' | 'forwardedAt'>): Day | null {
  if (course.is === 'assigned') return course.due
  return liesAbove(course) ? aboveDue(type, course.is === 'sent', dayInVietnam(forwardedAt)) : null
}

export const liesAbove = ({ is }: ForwardedCourse): boolean =>
  is === 'sent' || is === 'takenUp' || is === 'assigned'

function aboveDue(type: OpinionType, isNew: boolean, since: Day): Day {
  const { takeUp, above } = opinionRulesOn(since).days.value[type]
  return dayAfter(since, isNew ? takeUp : above)
}

export type RaisedTo = 'deputy' | 'secretary' | 'commune'
/** Days with whoever has it, days after its last day (0: none), and who is told by then. */
export type Waits = { due: Day; days: number; late: number; raisedTo: readonly RaisedTo[] }

/** [I15] How long it lies and to whom it is raised by that; null for what waits for nobody. @param today of whoever looks */
export function howItWaits(since: Instant, due: Day | null, today: Day): Waits | null {
  if (due === null) return null
  const late = Math.max(0, daysBetween(due, today))
  const after = opinionRulesOn(dayInVietnam(since)).raiseAfter.value
  const raisedTo = (['deputy', 'secretary', 'commune'] as const).filter((to) => late >= after[to])
  return { due, days: Math.max(0, daysBetween(dayInVietnam(since), today)), late, raisedTo }
}

/** Of what lies in the cell those above learn nothing: they do not read there. */
export function opinionWaits(opinion: Pick<Placed, 'type' | 'course'>, today: Day): Waits | null {
  const waits = howItWaits(opinion.course.since, opinionDue(opinion), today)
  if (waits === null || opinion.course.is === 'forwarded') return waits
  return { ...waits, raisedTo: waits.raisedTo.filter((to) => to !== 'commune') }
}

/** [I15] The same for those above, from the day it was forwarded. */
export const forwardedWaits = (
  forwarded: Pick<ForwardedOpinion, 'type' | 'course' | 'forwardedAt'>,
  today: Day,
): Waits | null => howItWaits(forwarded.forwardedAt, forwardedDue(forwarded), today)

const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

export const RUNGS = ['written', 'onServer', 'opened', 'assigned', 'answered'] as const
export type Rung = { is: (typeof RUNGS)[number] | 'forwarded' | 'takenUpAbove'; at: Instant | null }

/** [I6] The receipt ladder: how far it has come since it was asked, or asked again; what went up has two rungs more. */
export function receiptLadder({ raisedAt, receivedAt, steps, course }: Opinion): Rung[] {
  const again = steps.findLastIndex(({ is }) => is === 'reopened')
  const since = steps.slice(again + 1)
  const when = (...names: string[]) => since.find(({ is }) => names.includes(is))?.at ?? null
  const isUp = course.is === 'forwarded' || when('forwarded') !== null
  const answered = when('answered')
  const assigned = isUp ? when('assignedAbove') : when('assigned')
  const rungs: Rung[] = [
    { is: 'written', at: again < 0 ? raisedAt : (steps[again]?.at ?? null) },
    { is: 'onServer', at: receivedAt ?? null },
    { is: 'opened', at: when('opened', 'assigned', 'forwarded', 'answered') },
    ...(isUp ? [{ is: 'forwarded' as const, at: when('forwarded') }] : []),
    ...(isUp ? [{ is: 'takenUpAbove' as const, at: when('takenUpAbove', 'assignedAbove') ?? answered }] : []),
    { is: 'assigned', at: assigned },
    { is: 'answered', at: answered },
  ]
  return rungs.filter(({ is, at }) => is !== 'assigned' || at !== null || answered === null)
}
