import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgendaItem, ItemPart } from '#shared/records/agenda.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { MeetingRow, TaskRow } from '#shared/records/row.ts'
import { ADVICE, ADVICE_2026 } from '#shared/rulesets/advice.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { adviceFor, type AdviceFacts } from './advice.ts'

const DAY = 86_400_000
const item = (
  n: number,
  part: ItemPart,
  minutes: number,
  presenter?: string,
  over: Partial<AgendaItem> = {},
): AgendaItem => ({
  ...{ id: `item-000${n}`, part, title: `Mục ${n}`, minutes },
  ...(presenter === undefined ? {} : { presenter }),
  ...over,
})
const GOOD: AgendaItem[] = [
  item(1, 'report', 25, 'binh'),
  item(2, 'documents', 15, 'cuc'),
  item(3, 'discussion', 40),
  item(4, 'resolution', 10, 'an', { text: 'nq-0001' }),
]
const meeting = (over: Partial<Meeting> = {}): Meeting => ({
  ...{ type: 'regular', month: '2026-10', startsAt: '2026-10-03T19:30', place: 'Nhà văn hóa', minutes: 90 },
  ...{
    plannedBy: 'an',
    plannedAt: 0,
    steps: {},
    invitations: {},
    told: {},
    guests: [],
    agenda: GOOD,
    chairs: [],
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
  ...{ conclusions: {}, votes: [], lines: [], marks: {}, scores: {}, course: { is: 'planned' } },
  ...over,
})
const row = (over: Partial<MeetingRow>): MeetingRow => ({
  ...{
    kind: 'meeting',
    record: 'sh',
    changedAt: 0,
    type: 'regular',
    month: '2026-09',
    startsAt: '2026-09-03T19:30',
  },
  ...{
    place: '',
    minutes: 90,
    course: 'closed',
    coming: [],
    notComing: [],
    steps: {},
    items: 4,
    presenters: [],
  },
  ...{ speakers: [], attended: {}, contradictions: 0, texts: [] },
  ...over,
})
const people = [
  { id: 'an', status: 'official', duties: ['secretary', 'committee'] },
  { id: 'binh', status: 'official', duties: ['deputy', 'committee'] },
  { id: 'cuc', status: 'official', duties: ['committee'] },
  { id: 'dung', status: 'official', duties: [] },
  { id: 'em', status: 'exempt', duties: [] },
] as const
const facts = (over: Partial<Meeting> = {}, more: Partial<AdviceFacts> = {}): AdviceFacts => ({
  ...{ meeting: meeting(over), others: [], people, reported: [], ruleset: CENTRAL_2026, today: '2026-09-20' },
  daysBetween: (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY),
  ...more,
})
const kinds = (given: AdviceFacts) => adviceFor(given).map(({ kind }) => kind)
const one = (given: AdviceFacts, kind: string) => adviceFor(given).find((advice) => advice.kind === kind)
const ALONE = [1, 2, 3, 4, 5, 6, 7].map((n) =>
  item(n, n === 3 ? 'discussion' : 'report', 15, n === 7 ? 'binh' : 'an'),
)

describe('[L9] advice', () => {
  it('is none for a meeting that is well planned, and none once it has begun', () => {
    expect(kinds(facts())).toEqual([])
    const course = { is: 'running', at: 0, chair: 'an', roll: [], ruleset: 'central-2026' } as const
    expect(kinds(facts({ agenda: ALONE, course }))).toEqual([])
  })

  it('[L1] one who presents 6 of 7 items is told of others, by duty, then by how seldom each presented', () => {
    const advice = one(facts({ agenda: ALONE }), 'presenters')
    expect(advice).toEqual({ kind: 'presenters', n: { n: 6, of: 7 }, people: ['an', 'binh', 'cuc'] })
    const others = [row({ presenters: ['x', 'y'] }), row({ month: '2026-08', presenters: ['x'] })]
    const plain = ['an', 'x', 'y', 'z'].map((id) => ({ id, status: 'official' as const, duties: [] }))
    expect(one(facts({ agenda: ALONE }, { others, people: plain }), 'presenters')?.people).toEqual([
      'an',
      'z',
      'y',
    ])
  })

  it('[L2] [L3] [L4] nobody assigned, too short, little discussion', () => {
    expect(one(facts({ agenda: [...GOOD, item(5, 'documents', 5)] }), 'nobodyAssigned')?.n).toEqual({ n: 1 })
    expect(one(facts({ agenda: GOOD.slice(0, 3) }), 'tooShort')?.n).toEqual({ n: 80, least: 90 })
    const short = [item(1, 'report', 80, 'an'), item(3, 'discussion', 20)]
    expect(one(facts({ agenda: short }), 'littleDiscussion')?.n).toEqual({ n: 20, all: 100 })
  })

  it('[L5] [L8] what is missing is said when its days are near, not before', () => {
    const agenda = [...GOOD.slice(0, 3), item(4, 'resolution', 10, 'an')]
    expect(kinds(facts({ agenda }))).toEqual([])
    const near = facts({ agenda }, { today: '2026-10-01' })
    expect(kinds(near)).toEqual(['draftMissing', 'noticeMissing', 'papersMissing', 'committeeMissing'])
    const steps = {
      draftReady: '2026-09-29',
      noticeSent: '2026-09-29',
      papersPosted: '2026-10-01',
      committeeMet: '2026-09-28',
    }
    expect(kinds(facts({ agenda, steps }, { today: '2026-10-01' }))).toEqual([])
  })

  it('[L6] no thematic meeting this quarter, from its second month on', () => {
    const november = { month: '2026-11', startsAt: '2026-11-03T19:30' }
    expect(one(facts(november), 'thematicMissing')?.n).toEqual({ quarter: 4 })
    expect(
      kinds(facts(november, { others: [row({ type: 'thematic', month: '2026-10', course: 'planned' })] })),
    ).toEqual([])
    expect(kinds(facts({ ...november, type: 'thematic' }))).toEqual([])
  })

  it('[L7] tasks nobody reported on, and whose they are', () => {
    const task = (owner: string, reports: number): TaskRow => ({
      ...{
        kind: 'task',
        record: `t-${owner}`,
        changedAt: 0,
        title: 'Việc',
        owner,
        assignedBy: 'an',
        assignedAt: 0,
      },
      ...{ state: 'accepted', since: 0, reports },
    })
    const advice = one(facts({}, { reported: [task('dung', 0), task('binh', 1)] }), 'tasksWithoutResult')
    expect(advice).toMatchObject({ n: { n: 1 }, people: ['dung'] })
  })

  it('every one has its source', () => {
    for (const kind of ADVICE) expect(ADVICE_2026[kind].source).not.toBe('')
  })
})

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
it(`[L1] whoever is proposed may present and is not the one who does too much, seed ${SEED}`, () => {
  const agenda = fc.array(
    fc.tuple(
      fc.constantFrom<ItemPart>('report', 'discussion', 'free'),
      fc.nat(60),
      fc.constantFrom('an', 'binh', 'dung'),
    ),
    {
      maxLength: 20,
    },
  )
  fc.assert(
    fc.property(agenda, (items) => {
      const given = facts({ agenda: items.map(([part, minutes, who], i) => item(i, part, minutes, who)) })
      const [most, ...proposed] = one(given, 'presenters')?.people ?? []
      expect(proposed).not.toContain(most)
      expect(proposed).not.toContain('em')
    }),
    { seed: SEED, numRuns: 300 },
  )
})
