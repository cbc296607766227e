import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayAfter } from '#shared/records/local-time.ts'
import { REPEATS } from '#shared/records/task.ts'
import { monthAfter, nextDue } from './task-due.ts'

it('[T10] the next day of what recurs, by week, month, quarter and year', () => {
  expect(nextDue('2026-12-03', 'weekly', '2026-12-03')).toBe('2026-12-10')
  expect(nextDue('2026-12-03', 'weekly', '2026-12-16')).toBe('2026-12-17')
  expect(nextDue('2026-12-28', 'monthly', '2026-12-28')).toBe('2027-01-28')
  expect(nextDue('2026-12-28', 'quarterly', '2027-01-05')).toBe('2027-03-28')
  expect(nextDue('2024-02-29', 'yearly', '2026-03-01')).toBe('2027-02-28')
  expect(nextDue('2024-02-29', 'yearly', '2027-03-01')).toBe('2028-02-29')
  expect(nextDue('2026-12-28', 'monthly', '2026-01-01')).toBe('2026-12-28')
})

it('[T10] the 31st is the last of a short month, and the 31st again after it', () => {
  const days = ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']
  for (const [i, day] of days.slice(0, -1).entries())
    expect(nextDue('2026-12-31', 'monthly', day)).toBe(days[i + 1])
})

it('the month after, over the turn of the year', () => {
  expect([monthAfter('2026-12-31'), monthAfter('2027-01-31')]).toEqual(['2027-01', '2027-02'])
})

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const day = fc.nat(9000).map((days) => dayAfter('2020-01-01', days))

it(`[T10] it lies after the given day, and none of its days lies between, seed ${SEED}`, () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...REPEATS), day, (first, repeat, after) => {
      const due = nextDue(first, repeat, after)
      expect(due >= first).toBe(true)
      if (after < first) return
      expect(due > after).toBe(true)
      const longest = { weekly: 7, monthly: 31, quarterly: 92, yearly: 366 }[repeat]
      expect(due <= dayAfter(after, longest)).toBe(true)
      // Seen from any day before it and not before the last, it is the same one.
      expect(nextDue(first, repeat, dayAfter(due, -1))).toBe(due)
      const [was, is] = [Number(first.slice(8)), Number(due.slice(8))]
      if (repeat !== 'weekly')
        expect(is === was || (is < was && is >= 28 && dayAfter(due, 1).slice(8) === '01')).toBe(true)
    }),
    { seed: SEED, numRuns: 1000 },
  )
})
