import { describe, expect, it } from 'vitest'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { dateHasPassed, hasRunOut, lastDayOf } from './announcement-timing.ts'

const notice = { title: 'Họp khu', body: 'Kính mời bà con' }
/** 23:30 of 2 December in Viet Nam. */
const PUBLISHED = Date.UTC(2026, 11, 2, 16, 30)

describe('how long an announcement stands', () => {
  it('[A6] thirty days after it was published, when it names no day', () => {
    expect(lastDayOf(notice, PUBLISHED, CENTRAL_2026)).toBe('2027-01-01')
  })

  it('[A6] until the day it names', () => {
    expect(lastDayOf({ ...notice, until: '2026-12-05' }, PUBLISHED, CENTRAL_2026)).toBe('2026-12-05')
  })

  it('[A6] never shorter than what it announces', () => {
    const late = { ...notice, when: '2027-02-17T07:00' }
    expect(lastDayOf(late, PUBLISHED, CENTRAL_2026)).toBe('2027-02-17')
    expect(lastDayOf({ ...late, until: '2026-12-05' }, PUBLISHED, CENTRAL_2026)).toBe('2027-02-17')
  })

  it('[A6] its last day is whole, by the clock of Viet Nam', () => {
    expect(hasRunOut('2026-12-05', Date.UTC(2026, 11, 5, 16, 59))).toBe(false)
    expect(hasRunOut('2026-12-05', Date.UTC(2026, 11, 5, 17, 0))).toBe(true)
  })
})

it('[A3] an hour that passed is past, a day only when it is over', () => {
  expect(dateHasPassed({ ...notice, when: '2026-12-03T19:30' }, '2026-12-03T19:31')).toBe(true)
  expect(dateHasPassed({ ...notice, when: '2026-12-03' }, '2026-12-03T19:31')).toBe(false)
  expect(dateHasPassed(notice, '2026-12-03T19:31')).toBe(false)
})
