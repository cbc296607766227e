import { expect, it } from 'vitest'
import type { HandedUpRow } from '#shared/records/row.ts'
import { comingUp, standsWith } from './handed-up-rows.ts'

const row = (day: string, over: Partial<HandedUpRow> = {}): HandedUpRow => ({
  ...{
    kind: 'handedUp',
    record: `gl-${day}`,
    changedAt: 1,
    meeting: `m-${day}`,
    sealed: [],
    answers: {},
    looks: [],
  },
  shown: {
    ...{
      type: 'regular',
      month: day.slice(0, 7),
      startsAt: `${day}T19:30`,
      place: 'Nhà văn hóa',
      minutes: 90,
    },
    ...{ id: `up-${day}`, nth: 1, at: 1, items: 3, papers: 0, drafts: 0 },
  },
  ...over,
})
const TODAY = '2026-12-03'

it('[Z6] what is to come stands in the order of its days, today included; what only has signed papers is none of it', () => {
  const { shown: _, ...onlySigned } = row('2026-12-20')
  const rows = [row('2027-01-03'), row('2026-12-02'), row(TODAY), onlySigned]
  expect(comingUp(rows, TODAY).map(({ meeting }) => meeting)).toEqual(['m-2026-12-03', 'm-2027-01-03'])
})

it('[Z6] [Z7] looked at comes before answered, and a meeting that is over or called off asks nothing', () => {
  const looks = [{ person: 'phu', what: 'up-2026-12-03' }]
  expect(standsWith(row(TODAY), 'phu', TODAY)).toBe('new')
  expect(standsWith(row(TODAY, { looks }), 'oanh', TODAY)).toBe('new')
  expect(standsWith(row(TODAY, { looks }), 'phu', TODAY)).toBe('notAnswered')
  expect(standsWith(row(TODAY, { looks, answers: { phu: true } }), 'phu', TODAY)).toBe('coming')
  expect(standsWith(row(TODAY, { looks, answers: { phu: false } }), 'phu', TODAY)).toBe('notComing')
  expect(standsWith(row(TODAY, { looks }), 'phu', '2026-12-04')).toBe('seen')
  expect(standsWith(row(TODAY, { looks: [{ person: 'phu', what: 'up-older' }] }), 'phu', TODAY)).toBe('new')
})
