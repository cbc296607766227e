import { describe, expect, it } from 'vitest'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { nextMeetingDay } from './meeting-day.ts'

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
