import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEETING_TYPES, type Meeting } from '#shared/records/meeting.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import type { MeetingRow } from '#shared/records/row.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { nextPlanned } from '#shared/rules/next-meeting.ts'
import { agendaOf, heardBy, leastMinutes, minutesPlanned, monthMark, toBeTold } from './planning.ts'

const row = (over: Partial<MeetingRow>): MeetingRow => ({
  ...{ kind: 'meeting', record: 'meeting-0001', changedAt: 1, type: 'regular', month: '2026-11' },
  ...{ startsAt: '2026-11-03T19:30', place: 'Nhà văn hóa', minutes: 90, course: 'planned', items: 16 },
  ...{ coming: [], notComing: [], steps: {}, presenters: [], speakers: [], attended: {}, texts: [] },
  ...{ contradictions: 0, ...over },
})
const day = (text: string) => Date.parse(`${text}T12:00Z`)
const heldOn = (at: number) => new Date(at).toISOString().slice(0, 10)
const held = (text: string, month = '2026-11') =>
  row({ course: 'closed', month, openedAt: day(text), closedAt: day(text) + 1 })

describe('an agenda', () => {
  it.each(MEETING_TYPES)(
    '[M40] begins from the steps of a meeting of kind %s, each with a name of its own',
    (type) => {
      let n = 0
      const agenda = agendaOf(type, () => `item-${String(++n).padStart(4, '0')}`)
      expect(new Set(agenda.map(({ id }) => id)).size).toBe(agenda.length)
      expect(agenda.every((item) => item.presenter === undefined)).toBe(true)
      expect(agenda.some(({ part }) => part === 'discussion')).toBe(true)
    },
  )

  it('[M40] [M41] of a regular meeting has the sixteen steps and lasts ninety minutes', () => {
    const agenda = agendaOf('regular', () => 'item-0001')
    expect(agenda).toHaveLength(16)
    expect(minutesPlanned(agenda)).toBe(leastMinutes('regular', CENTRAL_2026))
    expect(minutesPlanned(agendaOf('thematic', () => 'item-0001'))).toBeGreaterThanOrEqual(80)
    expect(leastMinutes('committee', CENTRAL_2026)).toBeNull()
  })
})

describe('[M42] a month', () => {
  const on = (today: string) => ({ today, heldOn })
  it.each([
    ['held', [held('2026-11-03')], '2026-12-01'],
    ['late', [held('2026-12-02')], '2026-12-05'],
    ['planned', [row({})], '2026-11-03'],
    ['missed', [row({})], '2026-12-01'],
    ['missed', [], '2026-12-01'],
    ['missed', [row({ course: 'cancelled' })], '2026-12-01'],
    ['open', [row({})], '2026-11-04'],
    ['open', [row({ type: 'thematic' })], '2026-11-01'],
  ] as const)('is %s', (mark, rows, today) => {
    expect(monthMark(rows, '2026-11', on(today))).toBe(mark)
  })

  it('never changes from held to anything else as days go by', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), (days) => {
        const today = heldOn(day('2026-11-03') + days * 86_400_000)
        expect(monthMark([held('2026-11-03'), row({ record: 'meeting-0002' })], '2026-11', on(today))).toBe(
          'held',
        )
      }),
    )
  })
})

describe('[M43] the next meeting', () => {
  const later = row({ record: 'meeting-0002', startsAt: '2026-12-03T19:30' })
  it('is the earliest planned one of today or later', () => {
    expect(nextPlanned([later, row({})], '2026-11-03')?.record).toBe('meeting-0001')
    expect(nextPlanned([later, row({})], '2026-11-04')?.record).toBe('meeting-0002')
    expect(nextPlanned([row({ course: 'cancelled' })], '2026-11-01')).toBeNull()
  })
  it('is the one that is on, also after midnight', () => {
    expect(nextPlanned([later, row({ course: 'running' })], '2026-11-04')?.record).toBe('meeting-0001')
  })
})

describe('who hears of it', () => {
  const person = (id: string, over: Partial<RosterPerson> = {}): RosterPerson => ({
    ...{ id, name: id, status: 'official', duties: [], ...over },
  })
  const people = [
    person('an-person', { duties: ['secretary'] }),
    person('binh-person'),
    person('son-person', { status: 'suspended' }),
    person('tu-person', { status: 'temporarilyOut' }),
    person('xuan-person', { status: 'exempt' }),
  ]
  it('[M44] is everybody but the suspended and who is away; of a committee meeting the committee', () => {
    expect(toBeTold('regular', people).map(({ id }) => id)).toEqual([
      'an-person',
      'binh-person',
      'xuan-person',
    ])
    expect(toBeTold('committee', people).map(({ id }) => id)).toEqual(['an-person'])
  })
  it('[M45] an answer counts more than a tick, and without both somebody was not told', () => {
    const invitations = { 'an-person': { coming: false, way: 'app', at: 1 } } as const
    const told = { 'an-person': 'byPhone', 'binh-person': 'inPerson' } as const
    const meeting = { invitations, told } as unknown as Meeting
    expect(['an-person', 'binh-person', 'xuan-person'].map((id) => heardBy(meeting, id))).toEqual([
      'notComing',
      'told',
      'notTold',
    ])
  })
})
