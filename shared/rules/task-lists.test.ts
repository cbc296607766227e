import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TASK_STATES } from '#shared/records/task.ts'
import { byPress, grouped, mine, stretchOf, type ListedTask } from './task-lists.ts'

const TODAY = '2026-12-03'
const at = (day: string) => Date.parse(`${day}T02:00:00Z`)
const listed = (record: string, over: Partial<ListedTask> = {}): ListedTask => ({
  ...{ record, owner: 'dung-person', assignedBy: 'an-person', assignedAt: 1, state: 'accepted' },
  ...{ since: at('2026-12-01') },
  ...over,
})

it('[T20] mine: what I have, and what I gave that waits for my word', () => {
  const tasks = [
    listed('one'),
    listed('two', { owner: 'cuc-person', state: 'done' }),
    listed('three', { owner: 'cuc-person', blocked: { reason: 'Mưa', at: 1 } }),
    listed('four', { owner: 'cuc-person' }),
    listed('five', { owner: 'an-person', state: 'done' }),
  ]
  const { have, gave } = mine(tasks, 'an-person')
  expect(have.map(({ record }) => record)).toEqual(['five'])
  expect(gave.map(({ record }) => record)).toEqual(['two', 'three'])
})

it('[T20] by day: over, within a week, within a month, later, and without one', () => {
  const days = ['2026-12-02', '2026-12-03', '2026-12-10', '2026-12-11', '2027-01-03', '2027-01-04']
  expect(days.map((deadline) => stretchOf(listed('one', { deadline }), TODAY))).toEqual([
    ...['overdue', 'week', 'week', 'month', 'month', 'later'],
  ])
  expect(stretchOf(listed('one'), TODAY)).toBe('')
  expect(stretchOf(listed('one', { deadline: '2026-11-02', state: 'done' }), TODAY)).toBe('week')
})

it('[T20] the pressing ones first: overdue, silent or blocked, by day, confirmed last', () => {
  const tasks = [
    listed('confirmed', { state: 'confirmed', deadline: '2026-11-01' }),
    listed('permanent'),
    listed('later', { deadline: '2026-12-20' }),
    listed('soon', { deadline: '2026-12-10' }),
    listed('blocked', { blocked: { reason: 'Mưa', at: at('2026-12-02') } }),
    listed('overdue', { deadline: '2026-11-30' }),
  ]
  expect(byPress(tasks, TODAY).map(({ record }) => record)).toEqual([
    ...['overdue', 'blocked', 'soon', 'later', 'permanent', 'confirmed'],
  ])
})

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const anyTask = fc.record({
  owner: fc.constantFrom('dung-person', 'an-person', 'cuc-person'),
  state: fc.constantFrom(...TASK_STATES),
  deadline: fc.constantFrom('2026-11-01', '2026-12-05', '2027-05-01'),
  from: fc.constantFrom({}, { resolution: 'text-0001' }, { resolution: 'text-0002' }),
})

it(`[T20] whatever it is grouped by, each task stands under one heading, once, seed ${SEED}`, () => {
  fc.assert(
    fc.property(
      fc.array(anyTask, { maxLength: 30 }),
      fc.constantFrom('member', 'resolution', 'deadline'),
      (found, by) => {
        const tasks = found.map((over, i) => listed(`task-${i}`, over))
        const groups = grouped(tasks, by, TODAY)
        const records = groups.flatMap((group) => group.tasks.map(({ record }) => record))
        expect(records.toSorted()).toEqual(tasks.map(({ record }) => record).toSorted())
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
        const open = tasks.filter(({ state }) => state !== 'confirmed').length
        expect(groups.reduce((sum, group) => sum + group.open, 0)).toBe(open)
      },
    ),
    { seed: SEED, numRuns: 200 },
  )
})
