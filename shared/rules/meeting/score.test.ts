import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Presence } from '#shared/records/attendance.ts'
import type { Meeting, RollEntry } from '#shared/records/meeting.ts'
import type { TaskRow } from '#shared/records/row.ts'
import { CARD_2025, cardNamed, cardOn } from '#shared/rulesets/score-cards.ts'
import { gradeOf, scoreOf, totalOf, type ScoreFacts } from './score.ts'

const AT = Date.UTC(2026, 11, 3, 12, 30)
const MINUTE = 60_000
const entry = { by: 'an', at: AT }
const roll = Array.from({ length: 20 }, (_, i): RollEntry => ({
  person: `p${i}`,
  status: i === 19 ? 'exempt' : 'official',
  duties: [],
}))
const marks = (is: Presence, from: number, to: number) =>
  Object.fromEntries(
    roll.slice(from, to).map(({ person }) => [person, [{ id: `m-${person}`, is, ...entry }]]),
  )

const meeting = (over: Partial<Meeting> = {}): Meeting => ({
  ...{ type: 'regular', month: '2026-12', startsAt: '2026-12-03T19:30', place: 'Nhà văn hóa', minutes: 90 },
  ...{
    plannedBy: 'an',
    plannedAt: 0,
    steps: {},
    invitations: {},
    told: {},
    guests: [],
    agenda: [],
    chairs: ['an'],
  },
  ...{
    alsoOpenedBy: [],
    hands: [],
    turns: [],
    attendance: {},
    fees: [],
    contributions: [],
    selfCriticism: [],
  },
  ...{ conclusions: {}, votes: [], lines: [], marks: {}, scores: {} },
  course: { is: 'closed', at: AT, closedAt: AT + 90 * MINUTE, chair: 'an', roll, ruleset: 'central-2026' },
  ...over,
})
const DAY = 86_400_000
const facts = (over: Partial<Meeting> = {}, more: Partial<ScoreFacts> = {}): ScoreFacts => ({
  ...{
    meeting: meeting(over),
    reported: [],
    hasCommittee: true,
    oftenExcused: new Set(),
    minutesBegun: true,
    now: AT,
  },
  daysBetween: (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY),
  dayAt: (at) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10),
  ...more,
})
const of = (id: string, given: ScoreFacts) => scoreOf(CARD_2025, given).find((one) => one.id === id)
const points = (id: string, given: ScoreFacts) => of(id, given)?.points
const lasted = (minutes: number): Partial<Meeting> => ({
  course: {
    is: 'closed',
    at: AT,
    closedAt: AT + minutes * MINUTE,
    chair: 'an',
    roll,
    ruleset: 'central-2026',
  },
})
const task = (state: TaskRow['state'], n: number): TaskRow => ({
  ...{
    kind: 'task',
    record: `task-${n}`,
    changedAt: 0,
    title: 'Việc',
    owner: 'p1',
    assignedBy: 'an',
    assignedAt: 0,
  },
  ...{ state, since: 0, reports: 0 },
})

describe('the score card', () => {
  it('[G1] has seven criteria and a hundred points, each criterion the sum of its sub-points', () => {
    expect(CARD_2025.criteria.map(({ max }) => max)).toEqual([5, 5, 10, 40, 5, 30, 5])
    for (const { max, subs } of CARD_2025.criteria)
      expect(subs.reduce((sum, one) => sum + one.max, 0)).toBe(max)
    expect([cardNamed('42-hd-2025'), cardNamed('unknown'), cardOn('2026-12-03')]).toEqual(
      Array(3).fill(CARD_2025),
    )
  })

  it('[G2] duration', () => {
    const by = [95, 90, 76, 75, 61, 60, 45, 44].map((minutes) => points('1.1', facts(lasted(minutes))))
    expect(by).toEqual([5, 5, 4, 3, 3, 2, 2, 1])
    const running = { course: { is: 'running' as const, at: AT, chair: 'an', roll, ruleset: 'central-2026' } }
    expect(points('1.1', facts(running))).toBeNull()
    expect(points('1.1', facts(running, { now: AT + 91 * MINUTE }))).toBe(5)
  })

  it('[G3] attendance without the exempt, and one point where somebody was absent without reason', () => {
    const here = (n: number) =>
      points('2.1', facts({ attendance: { ...marks('present', 0, n), ...marks('excused', n, 19) } }))
    expect([19, 18, 17, 14, 12].map(here)).toEqual([4, 4, 3, 2, 1])
    expect(
      points('2.1', facts({ attendance: { ...marks('present', 0, 18), ...marks('unexcused', 18, 19) } })),
    ).toBe(1)
    expect(
      points('2.2', facts({ attendance: marks('excused', 3, 4) }, { oftenExcused: new Set(['p3']) })),
    ).toBe(0)
  })

  it('[G1] preparation', () => {
    const steps = {
      committeeMet: '2026-12-01',
      noticeSent: '2026-12-01',
      papersPosted: '2026-12-02',
      draftReady: '2026-12-01',
    }
    const given = facts({ steps })
    expect(['3.1', '3.2', '3.3', '3.4', '3.5'].map((id) => points(id, given))).toEqual([null, 1, 2, 1, 2])
    expect(points('3.5', facts({ steps: { papersPosted: '2026-12-03' } }))).toBe(0)
    expect(points('3.3', facts({}, { hasCommittee: false }))).toBe(2)
  })

  it('[G4] speakers are counted of those who were there', () => {
    const spoke = (n: number) => {
      const contributions = roll.slice(0, n).map(({ person }, i) => {
        return { id: `s${i}`, item: null, speaker: person, kind: 'opinion' as const, text: 'x', at: AT }
      })
      return points('4.5', facts({ attendance: marks('present', 0, 10), contributions }))
    }
    expect([6, 5, 4, 3, 2].map(spoke)).toEqual([5, 4, 4, 3, 2])
  })

  it('[G5] results of last month, by the tasks that are done', () => {
    const done = (n: number) =>
      points(
        '6.1',
        facts(
          {},
          { reported: Array.from({ length: 10 }, (_, i) => task(i < n ? 'confirmed' : 'assigned', i)) },
        ),
      )
    expect([10, 9, 8, 7, 6, 5, 4].map(done)).toEqual([30, 30, 27, 24, 20, 15, 10])
    expect(of('6.1', facts())?.score.is).toBe('hand')
  })

  it('[G6] papers posted within two days are not counted before that is known', () => {
    expect(of('7.3', facts())?.score).toEqual({ is: 'open', why: 'papersAfter' })
    const posted = (day: string) => points('7.3', facts({ steps: { signedPapersPosted: day } }))
    expect(['2026-12-03', '2026-12-05', '2026-12-06'].map(posted)).toEqual([1, 1, 0])
  })

  it('[G7] what somebody entered counts before what was counted, never more than the most', () => {
    const mark = (n: number) => ({ '1.1': { points: n, reason: 'Mất điện 10 phút', ...entry } })
    expect(of('1.1', facts({ marks: mark(3) }))).toMatchObject({
      points: 3,
      byHand: true,
      reason: 'Mất điện 10 phút',
    })
    expect(points('1.1', facts({ marks: mark(30) }))).toBe(5)
  })

  it('[G8] grades of the meeting', () => {
    expect([100, 90, 89.5, 70, 69, 50, 49, 0].map((n) => gradeOf(n))).toEqual([
      ...['good', 'good', 'fair', 'fair', 'average', 'average', 'poor', 'poor'],
    ])
    expect(totalOf({ a: 0.1, b: 0.2 })).toBe(0.3)
  })
})

describe('the score card of a meeting entered from paper', () => {
  const how = (over: Partial<Meeting>, more: Partial<ScoreFacts> = {}) =>
    Object.fromEntries(
      scoreOf(CARD_2025, facts({ fromPaper: true, ...over }, more)).map(({ id, score }) => [id, score.is]),
    )

  it('[G20] what is about times is given by hand, whatever was ticked', () => {
    const steps = { papersPosted: '2026-12-02', signedPapersPosted: '2026-12-04' }
    const given = how({ steps })
    expect(['1.1', '3.5', '7.3'].map((id) => given[id])).toEqual(['hand', 'hand', 'hand'])
    expect(of('1.1', facts({ steps }))?.score.is).toBe('counted')
  })

  it('[G21] what it does not hold is given by hand, what was entered is counted', () => {
    const empty = how({}, { minutesBegun: false })
    const held = ['3.2', '3.3', '3.4', '4.4', '4.5', '4.6', '4.12', '7.1', '7.2']
    expect(held.map((id) => empty[id])).toEqual(held.map(() => 'hand'))
    expect(['2.1', '2.2', '4.1'].map((id) => empty[id])).toEqual(['counted', 'counted', 'counted'])
    const contributions = [
      { id: 's1', item: null, speaker: 'p1', kind: 'praise' as const, text: 'x', at: AT },
    ]
    const full = how({
      ...{ contributions, steps: { noticeSent: '2026-12-01', committeeMet: '2026-12-01' } },
      ...{ conclusions: { a: [{ id: 'c1', text: 'x', ...entry }] }, lines: [{ task: 't', line: 'x' }] },
    })
    expect(['3.3', '3.4', '4.4', '4.5', '4.6', '4.12', '7.1', '7.2'].map((id) => full[id])).toEqual(
      Array(8).fill('counted'),
    )
  })
})

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
it(`[G7] no sub-point is below nothing or above its most, whatever happened, seed ${SEED}`, () => {
  const evening = fc.record({
    here: fc.nat(20),
    lasts: fc.nat(200),
    entered: fc.dictionary(
      fc.constantFrom('1.1', '4.2', '6.1', '7.3'),
      fc.double({ min: 0, max: 100, noNaN: true }),
    ),
    done: fc.array(fc.constantFrom<TaskRow['state']>('assigned', 'accepted', 'done', 'confirmed'), {
      maxLength: 9,
    }),
  })
  fc.assert(
    fc.property(evening, ({ here, lasts, entered, done }) => {
      const given = facts(
        {
          ...lasted(lasts),
          attendance: marks('present', 0, here),
          marks: Object.fromEntries(Object.entries(entered).map(([id, n]) => [id, { points: n, ...entry }])),
        },
        { reported: done.map(task) },
      )
      for (const one of scoreOf(CARD_2025, given)) {
        if (one.points === null) continue
        expect(one.points).toBeGreaterThanOrEqual(0)
        expect(one.points).toBeLessThanOrEqual(one.max)
      }
    }),
    { seed: SEED, numRuns: 300 },
  )
})
