import type { PersonId } from '#shared/records/ids.ts'
import type { Day } from '#shared/records/local-time.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { Duty, RosterPerson } from '#shared/records/person.ts'
import type { MeetingRow, TaskRow } from '#shared/records/row.ts'
import { ADVICE_2026, type AdviceKind } from '#shared/rulesets/advice.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'
import { leastMinutes, minutesPlanned } from './planning.ts'

type Member = Pick<RosterPerson, 'id' | 'status'> & { duties: readonly Duty[] }

/** What the advice rests on. */
export type AdviceFacts = {
  meeting: Meeting
  /** Other meetings of the cell. */
  others: readonly MeetingRow[]
  people: readonly Member[]
  /** Tasks that are to be reported at this meeting. */
  reported: readonly TaskRow[]
  ruleset: Ruleset
  today: Day
  daysBetween: (from: Day, to: Day) => number
}

/** `people`: whom it proposes, or speaks of. It never blocks anything and is for whoever plans alone. */
export type Advice = { kind: AdviceKind; n: Readonly<Record<string, number>>; people: readonly PersonId[] }

/** So many meetings back somebody's turn is looked for. */
const LATELY = 6
const PROPOSED = 2

const RULES: { readonly [Kind in AdviceKind]: (facts: AdviceFacts) => Omit<Advice, 'kind'> | null } = {
  /** [L1] The secretary does everything alone: whom else, by duty and by how seldom each presented lately. */
  presenters({ meeting: { agenda }, others, people }) {
    const counts = new Map<PersonId, number>()
    for (const { presenter } of agenda)
      if (presenter !== undefined) counts.set(presenter, (counts.get(presenter) ?? 0) + 1)
    const [most] = [...counts].sort((a, b) => b[1] - a[1])
    if (!most || agenda.length < 4 || most[1] <= agenda.length * ADVICE_2026.presenters.value.share)
      return null
    const lately = others
      .filter(({ course }) => course === 'closed')
      .sort(byMonthDown)
      .slice(0, LATELY)
    const turns = (id: PersonId) =>
      lately.reduce((sum, { presenters }) => sum + presenters.filter((p) => p === id).length, 0)
    const able = people.filter(
      ({ id, status }) => id !== most[0] && (status === 'official' || status === 'probationary'),
    )
    const proposed = [...able].sort(
      (a, b) => dutyRank(a) - dutyRank(b) || turns(a.id) - turns(b.id) || (a.id < b.id ? -1 : 1),
    )
    return {
      n: { n: most[1], of: agenda.length },
      people: [most[0], ...proposed.slice(0, PROPOSED).map(({ id }) => id)],
    }
  },

  /** [L2] */
  nobodyAssigned({ meeting: { agenda } }) {
    const n = agenda.filter(({ presenter, part }) => presenter === undefined && !SILENT.includes(part)).length
    return n > 0 ? { n: { n }, people: [] } : null
  },

  /** [L3] */
  tooShort({ meeting: { type, agenda }, ruleset }) {
    const least = leastMinutes(type, ruleset)
    const n = minutesPlanned(agenda)
    return least !== null && agenda.length > 0 && n < least ? { n: { n, least }, people: [] } : null
  },

  /** [L4] */
  littleDiscussion({ meeting: { agenda } }) {
    const all = minutesPlanned(agenda)
    const n = minutesPlanned(agenda.filter(({ part }) => part === 'discussion' || part === 'thematic'))
    return all > 0 && n < all * ADVICE_2026.littleDiscussion.value.share
      ? { n: { n, all }, people: [] }
      : null
  },

  /** [L5] */
  draftMissing({ meeting: { agenda, steps, startsAt }, today, daysBetween }) {
    const wanted = agenda.some(({ part, text }) => part === 'resolution' && text === undefined)
    const days = daysBetween(today, startsAt.slice(0, 10))
    const late = days <= ADVICE_2026.draftMissing.value.days
    return wanted && steps.draftReady === undefined && late
      ? { n: { days: Math.max(0, days) }, people: [] }
      : null
  },

  /** [L6] Topics are chosen at random or not at all: one thematic meeting a quarter at least. */
  thematicMissing({ meeting: { type, month }, others }) {
    if (type === 'thematic') return null
    const place = (Number(month.slice(5)) - 1) % 3
    if (place + 1 < ADVICE_2026.thematicMissing.value.month) return null
    const quarter = quarterOf(month)
    const there = others.some(
      (row) => row.type === 'thematic' && row.course !== 'cancelled' && quarterOf(row.month) === quarter,
    )
    return there ? null : { n: { quarter: Number(quarter.slice(5)) }, people: [] }
  },

  /** [L7] Resolutions are not checked. */
  tasksWithoutResult({ reported }) {
    const open = reported.filter(
      ({ state, reports }) => state !== 'done' && state !== 'confirmed' && reports === 0,
    )
    return open.length > 0
      ? { n: { n: open.length }, people: [...new Set(open.map(({ owner }) => owner))] }
      : null
  },

  /** [L8] */
  noticeMissing: (facts) => stepMissing(facts, 'noticeSent', ADVICE_2026.noticeMissing.value.days),
  /** [L8] */
  papersMissing: (facts) => stepMissing(facts, 'papersPosted', ADVICE_2026.papersMissing.value.days),
  /** [L8] Where there is a committee. */
  committeeMissing: (facts) =>
    facts.meeting.type !== 'committee' && facts.people.some(({ duties }) => duties.includes('committee'))
      ? stepMissing(facts, 'committeeMet', ADVICE_2026.committeeMissing.value.days)
      : null,
}

/** [L9] All advice for a meeting that is planned, most telling first; none once it has begun. */
export function adviceFor(facts: AdviceFacts): Advice[] {
  if (facts.meeting.course.is !== 'planned') return []
  return (Object.keys(RULES) as AdviceKind[]).flatMap((kind) => {
    const told = RULES[kind](facts)
    return told ? [{ kind, ...told }] : []
  })
}

function stepMissing(
  { meeting: { steps, startsAt }, today, daysBetween }: AdviceFacts,
  step: 'noticeSent' | 'papersPosted' | 'committeeMet',
  within: number,
) {
  const days = daysBetween(today, startsAt.slice(0, 10))
  return steps[step] === undefined && days >= 0 && days <= within ? { n: { days }, people: [] } : null
}

/** Parts nobody presents. */
const SILENT: readonly string[] = [
  'opening',
  'minuteTaker',
  'attendance',
  'fees',
  'agenda',
  'minutes',
  'closing',
  'discussion',
  'response',
]

const quarterOf = (month: string): string => `${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5)) / 3)}`
const byMonthDown = (a: MeetingRow, b: MeetingRow): number => (a.month < b.month ? 1 : -1)
const dutyRank = ({ duties }: Member): number =>
  duties.includes('deputy') ? 0 : duties.includes('committee') ? 1 : 2
