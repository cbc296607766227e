import type { Paper } from '#shared/records/agenda.ts'
import type { RecordId } from '#shared/records/ids.ts'
import { dayAfter, dayOf, type Day } from '#shared/records/local-time.ts'
import type { Meeting, Step } from '#shared/records/meeting.ts'
import { HANDBOOK_ORDER, type PartKind } from '#shared/rulesets/handbook.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/** The package before the meeting and the one after it. */
export const PACKAGES = ['before', 'after'] as const
export type PackageName = (typeof PACKAGES)[number]

/** [X5] What is ticked around the meeting when a package is whole. */
export const STEP_OF = { before: 'papersPosted', after: 'signedPapersPosted' } as const

export type DeadlineStep = (typeof DEADLINES)[number]
const DEADLINES = ['papersPosted', 'signedPapersPosted', 'reported'] as const satisfies readonly Step[]

/** `waiting`: the day it is counted from has not come; `missed`: not done and the last day is over. */
export type Deadline = {
  step: DeadlineStep
  /** Last day in time; null while it is waiting. */
  last: Day | null
  is: 'waiting' | 'open' | 'today' | 'missed' | 'done' | 'doneLate'
  /** When it was done. */
  on?: Day
}

/** [X1] The three days around a meeting. @param endedOn day it was closed; null: it was not */
export function handbookDeadlines(
  { startsAt, steps }: Pick<Meeting, 'startsAt' | 'steps'>,
  { endedOn, today, ruleset }: { endedOn: Day | null; today: Day; ruleset: Ruleset },
): Deadline[] {
  const { papersPostedDays, signedPostedDays, reportDays } = ruleset
  const lasts: Readonly<Record<DeadlineStep, Day | null>> = {
    papersPosted: dayAfter(dayOf(startsAt), -papersPostedDays.value),
    signedPapersPosted: endedOn === null ? null : dayAfter(endedOn, signedPostedDays.value),
    reported: endedOn === null ? null : dayAfter(endedOn, reportDays.value),
  }
  return DEADLINES.map((step): Deadline => {
    const [on, last] = [steps[step], lasts[step]]
    if (on !== undefined) return { step, last, on, is: last !== null && on > last ? 'doneLate' : 'done' }
    if (last === null) return { step, last, is: 'waiting' }
    return { step, last, is: today > last ? 'missed' : today === last ? 'today' : 'open' }
  })
}

/** A part of a package; its name is what is ticked. */
export type PackagePart = { name: string; kind: PartKind } & (
  | { kind: 'notice' | 'agenda' }
  | { kind: 'paper'; paper: Paper }
  | { kind: 'draft'; record: RecordId }
  | { kind: 'minutes' | 'text'; record: RecordId; signed: boolean }
)

/** A text or the minutes of the meeting, and how far they are. */
export type TextOf = { record: RecordId; adopted: boolean; signed: boolean }

/** [X2] What belongs into a package, in the order of the e-handbook. @param minutes null: none were begun */
export function partsOf(
  which: PackageName,
  { agenda }: Pick<Meeting, 'agenda'>,
  { texts, minutes }: { texts: readonly TextOf[]; minutes: TextOf | null },
): PackagePart[] {
  const order = HANDBOOK_ORDER.value[which]
  return order.flatMap((kind): PackagePart[] => {
    switch (kind) {
      case 'notice':
      case 'agenda':
        return [{ name: kind, kind }]
      case 'paper':
        return papersOf(agenda).map((paper) => ({ name: `paper:${paper.file.id}`, kind, paper }))
      case 'draft':
        return texts
          .filter(({ adopted }) => !adopted)
          .map(({ record }) => ({ name: `draft:${record}`, kind, record }))
      case 'minutes':
        return minutes ? [{ name: 'minutes', kind, record: minutes.record, signed: minutes.signed }] : []
      case 'text':
        return texts
          .filter(({ adopted }) => adopted)
          .map(({ record, signed }) => ({ name: `text:${record}`, kind, record, signed }))
      default:
        return kind satisfies never
    }
  })
}

/** Attached papers in the order of the agenda, each once. */
export function papersOf(agenda: Meeting['agenda']): Paper[] {
  const all = agenda.flatMap(({ papers = [] }) => papers)
  return all.filter(({ file }, i) => all.findIndex((one) => one.file.id === file.id) === i)
}

/** [X5] The step this tick changes, if any: the last part makes the package whole, one taken back undoes that. */
export function stepChangedBy(
  which: PackageName,
  names: readonly string[],
  { part, is, meeting }: { part: string; is: boolean; meeting: Pick<Meeting, 'posted' | 'steps'> },
): (typeof STEP_OF)[PackageName] | null {
  const step = STEP_OF[which]
  const ticked = meeting.steps[step] !== undefined
  if (!is) return ticked ? step : null
  const left = names.filter((name) => name !== part && meeting.posted?.[name] === undefined)
  return left.length === 0 && !ticked ? step : null
}
