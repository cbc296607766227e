import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Schedule } from '#shared/records/schedule.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { nextMeetingDay, nextRegular } from './meeting-day.ts'

describe('[M1] the next regular meeting is on the 3rd', () => {
  it.each([
    ['2026-11-29', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
    ['2026-12-04', '2027-01-03'],
    ['2026-01-01', '2026-01-03'],
  ])('seen on %s it is %s', (today, day) => {
    expect(nextMeetingDay(today, CENTRAL_2026)).toBe(day)
  })
})

const PLACE = 'Nhà văn hóa khu Đồng Mít'
const RULE: Schedule = { day: 5, hour: '19:30', place: PLACE, harvest: { months: [6, 10], hour: '20:00' } }

describe("the next regular meeting by the cell's own rule", () => {
  it.each([
    ['2026-11-05', '2026-11-05T19:30'],
    ['2026-11-06', '2026-12-05T19:30'],
    ['2026-12-06', '2027-01-05T19:30'],
  ])('[M2] seen on %s it starts at %s', (today, startsAt) => {
    expect(nextRegular(today, RULE, CENTRAL_2026)).toEqual({ startsAt, place: PLACE })
  })

  it('[M2] a cell without a rule has the day of the ruleset, no hour and no place', () => {
    expect(nextRegular('2026-11-05', null, CENTRAL_2026)).toEqual({ startsAt: '2026-12-03', place: '' })
  })

  it.each([
    ['2026-09-06', '2026-10-05T20:00'],
    ['2026-10-05', '2026-10-05T20:00'],
    ['2026-10-06', '2026-11-05T19:30'],
  ])('[M3] the hour is that of the month it falls into: seen on %s it starts at %s', (today, startsAt) => {
    expect(nextRegular(today, RULE, CENTRAL_2026).startsAt).toBe(startsAt)
  })

  it('[M2] [M3] is always on the day of the rule, never past, at most a month ahead, at one of its two hours', () => {
    const days = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2099-11-30'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const months = fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 1 })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 28 }), months, (today, day, harvest) => {
        const rule = { ...RULE, day, harvest: { months: harvest, hour: '05:00' } }
        const { startsAt } = nextRegular(today, rule, CENTRAL_2026)
        const [next = '', hour] = startsAt.split('T')
        const ahead = (Date.parse(next) - Date.parse(today)) / 86_400_000
        expect(Number(next.slice(8))).toBe(day)
        expect(ahead).toBeGreaterThanOrEqual(0)
        expect(ahead).toBeLessThan(31)
        expect(hour).toBe(harvest.includes(Number(next.slice(5, 7))) ? '05:00' : '19:30')
      }),
    )
  })
})
