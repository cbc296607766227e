import type { PersonId } from '#shared/records/ids.ts'
import { dayOf, type Day, type LocalTime } from '#shared/records/local-time.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { TaskRow } from '#shared/records/row.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import { CARD_2025, type Grade, type ScoreCard, type SubHow } from '#shared/rulesets/score-cards.ts'
import { standing } from '#shared/rules/register.ts'
import { leftToHand } from './score-from-paper.ts'
import { isPresent } from './presence.ts'
import { resultOf } from './vote-result.ts'

/** What the score is counted from: the meeting itself, and what its cell knows besides. */
export type ScoreFacts = {
  meeting: Meeting
  /** Tasks that were to be reported at this meeting. */
  reported: readonly TaskRow[]
  /** Whether the cell has a committee; without one there is nothing to meet. */
  hasCommittee: boolean
  /** Members who were excused at each of the last three meetings. */
  oftenExcused: ReadonlySet<PersonId>
  minutesBegun: boolean
  now: number
  /** Days between two days, the later one second. */
  daysBetween: (from: Day, to: Day) => number
  /** Day of an instant, on the wall. */
  dayAt: (at: number) => Day
}

/** `open`: cannot be known yet and settles later. `hand`: nobody but the cell can say. */
export type SubScore =
  | { is: 'counted'; points: number; why: string; n: Readonly<Record<string, number>> }
  | { is: 'open'; why: string }
  | { is: 'hand' }

const counted = (points: number, why: string, n: Readonly<Record<string, number>> = {}): SubScore => ({
  ...{ is: 'counted', points, why, n },
})
const open = (why: string): SubScore => ({ is: 'open', why })
const MINUTE = 60_000
const rulesOf = (startsAt: LocalTime) => rulesetOn(dayOf(startsAt))

/** [G1] Each countable sub-point from the meeting's own data, with why. */
const COUNT: Readonly<Record<SubHow, (facts: ScoreFacts, max: number) => SubScore>> = {
  hand: () => ({ is: 'hand' }),

  /** [G2] Short of the planned minutes by less than 15: one point less, by less than 30: two. */
  duration({ meeting: { course, minutes }, now }) {
    if (!('roll' in course)) return open('duration')
    const lasted = Math.round(((course.is === 'closed' ? course.closedAt : now) - course.at) / MINUTE)
    const short = minutes - lasted
    if (course.is === 'running' && short > 0) return open('duration')
    const points = short <= 0 ? 5 : short < 15 ? 4 : short < 30 ? 3 : lasted * 2 >= minutes ? 2 : 1
    return counted(points, 'duration', { lasted, planned: minutes })
  },

  /** [G3] Exempt members are not counted; somebody absent without reason leaves one point. */
  attendance({ meeting }) {
    const { course, attendance } = meeting
    if (!('roll' in course)) return open('attendance')
    const expected = course.roll.filter(({ status }) =>
      ['official', 'probationary', 'temporarilyIn'].includes(status),
    )
    const here = expected.filter(({ person }) => isPresent(attendance[person])).length
    const unexcused = expected.filter(({ person }) => standing(attendance[person])?.is === 'unexcused').length
    const percent = expected.length === 0 ? 0 : Math.round((here * 1000) / expected.length) / 10
    const points = unexcused > 0 ? 1 : percent >= 90 ? 4 : percent >= 75 ? 3 : percent >= 65 ? 2 : 1
    return counted(points, unexcused > 0 ? 'unexcused' : 'attendance', {
      here,
      of: expected.length,
      percent,
      unexcused,
    })
  },

  absences({ meeting: { attendance }, oftenExcused }) {
    const again = [...oftenExcused].filter((person) => standing(attendance[person])?.is === 'excused').length
    return counted(again === 0 ? 1 : 0, again === 0 ? 'noAbsences' : 'absences', { n: again })
  },

  draft({ meeting: { steps, agenda } }) {
    const draft = steps.draftReady !== undefined || agenda.some(({ text }) => text !== undefined)
    const guide = agenda.some(({ guide: words }) => words !== undefined)
    return counted(
      (draft ? 1 : 0) + (guide ? 1 : 0),
      draft && guide ? 'draftAndGuide' : draft ? 'draftOnly' : guide ? 'guideOnly' : 'noDraft',
    )
  },

  committee: ({ meeting: { steps }, hasCommittee }) =>
    hasCommittee
      ? counted(steps.committeeMet ? 2 : 0, steps.committeeMet ? 'committeeMet' : 'committeeNot')
      : counted(2, 'noCommittee'),

  notice: ({ meeting: { steps } }) =>
    counted(steps.noticeSent ? 1 : 0, steps.noticeSent ? 'noticeSent' : 'noticeNot'),

  papersBefore({ meeting: { steps, startsAt }, daysBetween }) {
    if (!steps.papersPosted) return counted(0, 'papersNot')
    const days = daysBetween(steps.papersPosted, startsAt.slice(0, 10))
    const inTime = days >= rulesOf(startsAt).papersPostedDays.value
    return counted(inTime ? 2 : 0, inTime ? 'papersBefore' : 'papersLate', { days })
  },

  steps({ meeting: { agenda, turns } }) {
    const taken = new Set(turns.map(({ item }) => item))
    const done = agenda.filter(({ id }) => taken.has(id)).length
    const of = agenda.length
    const points = of === 0 ? 0 : Math.round((5 * done) / of)
    return counted(points, 'steps', { done, of })
  },

  praise({ meeting: { contributions, selfCriticism } }) {
    const praise = contributions.filter(({ kind }) => kind === 'praise').length
    const critical = contributions.filter(({ kind }) => kind === 'reminder').length + selfCriticism.length
    return counted((praise > 0 ? 1 : 0) + (critical > 0 ? 1 : 0), 'praise', { praise, critical })
  },

  /** [G4] Of those who were there; guests do not count. */
  speakers({ meeting }) {
    const { course, contributions, attendance } = meeting
    if (!('roll' in course)) return open('speakers')
    const here = course.roll.filter(({ person }) => isPresent(attendance[person])).map(({ person }) => person)
    const spoke = new Set(contributions.map(({ speaker }) => speaker))
    const n = here.filter((person) => spoke.has(person)).length
    const percent = here.length === 0 ? 0 : Math.round((n * 1000) / here.length) / 10
    return counted(percent > 50 ? 5 : percent >= 40 ? 4 : percent >= 30 ? 3 : 2, 'speakers', {
      n,
      of: here.length,
      percent,
    })
  },

  minuteBook: ({ minutesBegun }) => (minutesBegun ? counted(1, 'minutesBegun') : open('minutesBegun')),

  sumsUp: ({ meeting: { conclusions } }) => {
    const n = Object.keys(conclusions).length
    return counted(n > 0 ? 1 : 0, n > 0 ? 'sumsUp' : 'sumsUpNot', { n })
  },

  /** [G5] By the share of last month's tasks that are done, as their assigners or owners say. */
  results({ reported }) {
    if (reported.length === 0) return { is: 'hand' }
    const done = reported.filter(({ state }) => state === 'done' || state === 'confirmed').length
    const percent = Math.round((done * 100) / reported.length)
    const steps = [
      [90, 30],
      [80, 27],
      [70, 24],
      [60, 20],
      [50, 15],
    ] as const
    return counted(steps.find(([least]) => percent >= least)?.[1] ?? 10, 'results', {
      done,
      of: reported.length,
      percent,
    })
  },

  adopted({ meeting }) {
    const carried = meeting.votes.filter(
      (vote) => vote.about.what === 'text' && resultOf(vote, meeting).is === 'carried',
    ).length
    const concluded = Object.keys(meeting.conclusions).length
    if (carried + concluded > 0)
      return counted(2, carried > 0 ? 'adopted' : 'concluded', { n: carried + concluded })
    return meeting.course.is === 'closed' ? counted(0, 'adoptedNot') : open('adoptedNot')
  },

  tasks: ({ meeting: { lines }, minutesBegun }) =>
    counted((lines.length > 0 ? 1 : 0) + (minutesBegun ? 1 : 0), 'tasks', { n: lines.length }),

  /** [G6] "Chưa tính": papers posted within two days settle after the vote. */
  papersAfter({ meeting: { steps, course, startsAt }, daysBetween, dayAt }) {
    if (!('roll' in course)) return open('papersAfter')
    const posted = steps.signedPapersPosted
    if (posted === undefined) return open('papersAfter')
    const days = daysBetween(dayAt(course.is === 'closed' ? course.closedAt : course.at), posted)
    const inTime = days <= rulesOf(startsAt).signedPostedDays.value
    return counted(inTime ? 1 : 0, inTime ? 'papersAfter' : 'papersAfterLate', { days })
  },
}

export type CountedCard = {
  id: string
  max: number
  score: SubScore
  points: number | null
  byHand: boolean
  reason?: string
}[]

/** [G7] Every sub-point as it stands: what somebody entered counts before what was counted; null is still open. */
export function scoreOf(card: ScoreCard, facts: ScoreFacts): CountedCard {
  return card.criteria.flatMap(({ subs }) =>
    subs.map(({ id, max, how }) => {
      const score: SubScore = leftToHand(how, facts) ? { is: 'hand' } : COUNT[how](facts, max)
      const mark = facts.meeting.marks[id]
      const own = mark === undefined ? null : Math.min(max, mark.points)
      const points = own ?? (score.is === 'counted' ? score.points : null)
      return {
        id,
        max,
        score,
        points,
        byHand: mark !== undefined,
        ...(mark?.reason === undefined ? {} : { reason: mark.reason }),
      }
    }),
  )
}

/** [G8] Sum of what is known. */
export const totalOf = (points: Readonly<Record<string, number>>): number =>
  Math.round(Object.values(points).reduce((all, one) => all + one, 0) * 10) / 10

/** [G8] The grade of the meeting. */
export const gradeOf = (total: number, { grades }: ScoreCard = CARD_2025): Grade =>
  grades.find(([least]) => total >= least)?.[1] ?? 'poor'
