import type { Content, DerivedKind, Part } from '#shared/records/content.ts'
import type { Instant, RecordId } from '#shared/records/ids.ts'
import type { LocalTime } from '#shared/records/local-time.ts'
import type { Meeting, RollEntry } from '#shared/records/meeting.ts'
import type { TaskRow } from '#shared/records/row.ts'
import type { Grade } from '#shared/rulesets/score-cards.ts'
import { presentIn } from '#shared/rules/meeting/presence.ts'
import { resultOf } from '#shared/rules/meeting/vote-result.ts'
import { standing } from '#shared/rules/register.ts'
import { heading, line, listed, table, type Stretch } from './lines.ts'
import { peopleModule } from './people-module.ts'
import { partWords, type PartWords } from './part-words.ts'
import { hourWords } from './writing.ts'

/** What the parts that write themselves are made of. */
export type Facts = {
  meeting: Meeting
  cell: string
  language: 'vi' | 'en' | 'de'
  /** Title of a draft that was voted on. */
  titleOf: (record: RecordId) => string
  /** Tasks assigned in this meeting, and those that were to be reported at it. */
  tasks: readonly TaskRow[]
  reported: readonly TaskRow[]
  /** The clock on the wall at an instant. */
  wallClock: (at: Instant) => LocalTime
  /** Self-score and grade, once the cell agreed on it. */
  score?: { points: number; grade: Grade }
}

/**
 * [Y7] A text as it is read out: each part that writes itself is written once, wherever it stands first; two phones may both have
 * put it there. Where nothing is known for one, it leaves nothing.
 */
export function expandDerived(content: Content, facts: Facts): Content {
  const done = new Set<DerivedKind>()
  return content.flatMap((part): readonly Part[] => {
    if (part.part !== 'derived') return [part]
    if (done.has(part.kind)) return []
    done.add(part.kind)
    return WRITERS[part.kind](facts, partWords(facts.language))
  })
}

/** Who belongs to the cell and counts as a member of it now. */
const ownMembers = (roll: readonly RollEntry[]): readonly RollEntry[] =>
  roll.filter(({ status }) => status !== 'suspended' && status !== 'temporarilyIn')

type Writer = (facts: Facts, w: PartWords) => readonly Part[]

const WRITERS: Readonly<Record<DerivedKind, Writer>> = {
  opening({ meeting, cell, wallClock }, w) {
    const { course, chairs, minuteTaker, place, guests } = meeting
    const at = 'at' in course && course.is !== 'cancelled' ? wallClock(course.at) : meeting.startsAt
    const lines: Part[] = [
      line([w.opening({ hour: hourWords(at), day: at.slice(0, 10), place, cell, meeting })]),
    ]
    if (meeting.fromPaper)
      lines.push(line([{ italic: w.fromPaper(wallClock(meeting.plannedAt).slice(0, 10)) }]))
    const chair = chairs.at(-1)
    if (chair !== undefined) lines.push(line([w.chair, { person: chair }, '.']))
    if (minuteTaker !== undefined) lines.push(line([w.minuteTaker, { person: minuteTaker }, '.']))
    if (guests.length > 0) {
      const names = guests.map(({ name, post }) => (post === undefined ? name : `${name} (${post})`))
      lines.push(line([w.guests, `${names.join('; ')}.`]))
    }
    return lines
  },

  /** Every member on the roll stands in exactly one of: present, away with or without reason, unmarked, exempt, elsewhere. */
  attendance({ meeting }, w) {
    const { course, attendance, fees } = meeting
    const roll = 'roll' in course ? course.roll : []
    const there = new Set(presentIn(meeting, roll))
    const own = ownMembers(roll)
    const counted = (people: readonly RollEntry[]) => {
      const probationary = people.filter(({ status }) => status === 'probationary').length
      return { all: people.length, official: people.length - probationary, probationary }
    }
    const here = own.filter(({ person }) => there.has(person))
    const away = own.filter(({ person }) => !there.has(person))
    const guest = roll.filter(({ status }) => status === 'temporarilyIn')
    const markedOf = ({ person }: RollEntry) => standing(attendance[person])?.is
    const expected = away.filter(({ status }) => status === 'official' || status === 'probationary')
    const groups: readonly [(n: number) => string, readonly RollEntry[]][] = [
      [w.excused, expected.filter((one) => markedOf(one) === 'excused')],
      [w.unexcused, expected.filter((one) => markedOf(one) === 'unexcused')],
      [w.unmarked, expected.filter((one) => markedOf(one) === undefined)],
      [w.late, roll.filter((one) => markedOf(one) === 'late')],
      [w.leftEarly, roll.filter((one) => markedOf(one) === 'leftEarly')],
      [w.exemptPresent, here.filter(({ status }) => status === 'exempt')],
      [w.exemptAbsent, away.filter(({ status }) => status === 'exempt')],
      [w.temporarilyOut, away.filter(({ status }) => status === 'temporarilyOut')],
      [w.temporarilyIn, guest],
    ]
    const paid = standing(fees)
    return [
      line([w.total(counted(own))]),
      line([w.present(counted(here))]),
      ...groups.flatMap(([label, people]) =>
        people.length === 0
          ? []
          : [line([label(people.length), ...listed(people.map(({ person }) => person)), '.'])],
      ),
      ...(paid ? [line([w.fees({ paid: paid.paid, of: paid.of })])] : []),
    ]
  },

  /** [Y17] The counts of the attendance list, for a text that names nobody. */
  headcount({ meeting }, w) {
    const roll = 'roll' in meeting.course ? meeting.course.roll : []
    const own = ownMembers(roll)
    const there = new Set(presentIn(meeting, roll))
    const here = own.filter(({ person }) => there.has(person)).length
    const paid = standing(meeting.fees)
    const fees = paid ? ` ${w.fees({ paid: paid.paid, of: paid.of })}` : ''
    return [line([w.headcount(own.length > 0 ? { all: own.length, here } : null) + fees])]
  },

  agenda: ({ meeting }) => meeting.agenda.map(({ title }) => line([title], 'number')),

  course({ meeting }, w) {
    const taken = meeting.agenda.filter(
      ({ id }) => meeting.turns.some((turn) => turn.item === id) || hasWords(meeting, id),
    )
    const parts = taken.flatMap((item, i): Part[] => [
      heading(`${i + 1}. ${item.title}`),
      ...(item.presenter === undefined ? [] : [line([{ person: item.presenter }, w.presents])]),
      ...saidAt(meeting, item.id, w),
      ...concluded(meeting, item.id, w),
    ])
    return [...parts, ...saidAt(meeting, null, w)]
  },

  votes({ meeting, titleOf, language }, w) {
    return meeting.votes.flatMap((vote): readonly Part[] => {
      const { about } = vote
      if (about.what === 'person') return peopleModule(vote, about, { meeting, language })
      const result = resultOf(vote, meeting)
      if (result.is === 'uncounted') return []
      const what: readonly Stretch[] =
        about.what === 'text'
          ? [titleOf(about.record)]
          : about.what === 'other'
            ? [about.text]
            : [w.about[about.what]]
      const { count, base, percent } = result
      return [
        line(
          [w.vote, ...what, ': ', w.count({ ...count, base, percent, carried: result.is === 'carried' })],
          'bullet',
        ),
      ]
    })
  },

  tasks: ({ tasks }, w) =>
    tasks.map(({ title, owner, deadline, reportIn }) =>
      line(
        [
          { person: owner },
          `: ${title.replace(/[.;\s]+$/u, '')}`,
          w.until(deadline),
          w.report(reportIn),
          '.',
        ],
        'bullet',
      ),
    ),

  score: ({ score }, w) =>
    score ? [line([w.score({ points: score.points, grade: w.grades[score.grade] })])] : [],

  closing({ meeting: { course }, wallClock }, w) {
    const end = course.is === 'closed' ? hourWords(wallClock(course.closedAt)) : null
    return [line([w.readBack]), ...(end === null ? [] : [line([w.end(end)])])]
  },

  taskResults({ reported, wallClock }, w) {
    if (reported.length === 0) return []
    const rows = reported.map((task, i): Stretch[][] => [
      [String(i + 1)],
      [task.title],
      [stateAtStart(task, wallClock, w)],
      [w.result(task)],
    ])
    return [table([w.resultHead.map((head): Stretch[] => [{ bold: head }]), ...rows])]
  },
}

/** Permanent or with a deadline, and whether it was carried over from an earlier month than the last (domain 1.9). */
function stateAtStart(task: TaskRow, wallClock: Facts['wallClock'], w: PartWords): string {
  const { deadline, assignedAt, reportIn } = task
  const state = deadline === undefined ? w.permanent : w.dated(deadline)
  const carriedOver = reportIn !== undefined && monthsBetween(wallClock(assignedAt), reportIn) > 1
  return carriedOver ? w.underWay(state) : state
}

/** @param from local time @param to `yyyy-mm` */
const monthsBetween = (from: LocalTime, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

function saidAt({ contributions, selfCriticism }: Meeting, item: string | null, w: PartWords): Part[] {
  const said = contributions.filter((one) => one.item === item && one.entered?.disowned !== true)
  const own = selfCriticism.flatMap(({ item: at, confirmed, entered, speaker, words }) =>
    at === item && confirmed !== undefined && words && entered?.disowned !== true
      ? [{ speaker, words: words.id }]
      : [],
  )
  return [
    ...said.map(({ speaker, kind, text }) =>
      line([{ person: speaker }, w.says[kind], text.replace(/\s*\n\s*/gu, ' ')], 'bullet'),
    ),
    ...own.map(({ speaker, words }) =>
      line([{ person: speaker }, w.selfCriticism, { beside: words }], 'bullet'),
    ),
  ]
}

function concluded({ conclusions }: Meeting, item: string, w: PartWords): Part[] {
  const conclusion = standing(conclusions[item])
  return conclusion ? [line([{ italic: w.conclusion }, conclusion.text.replace(/\s*\n\s*/gu, ' ')])] : []
}

const hasWords = ({ contributions, conclusions }: Meeting, item: string): boolean =>
  contributions.some((one) => one.item === item) || conclusions[item] !== undefined
