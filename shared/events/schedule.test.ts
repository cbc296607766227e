import { describe, expect, it } from 'vitest'
import { MEETING_RULE, type Schedule } from '#shared/records/schedule.ts'
import { NAMES, Story } from './people.fixture.ts'
import { scheduleRules } from './schedule.ts'

const RULE = { day: 5, hour: '19:30', place: 'Nhà văn hóa khu' }
const SET = { do: 'setSchedule', ...RULE }

describe("the cell's meeting rule", () => {
  it('[P46] is set by secretary and deputy', () => {
    expect(NAMES.filter((name) => rule().asks(name, SET).ok)).toEqual(['an', 'binh'])
  })

  it('[M4] is set as a whole: the last one set counts, and the same once more is nothing', () => {
    const story = rule()
    const harvest = { months: [6, 10], hour: '20:00' }
    expect(story.does('an', { ...SET, harvest })).toBe('scheduleSet')
    expect(story.does('binh', { ...SET, harvest })).toBe('')
    expect(scheduleRules.project(MEETING_RULE, story.state as Schedule, 1, null)).toMatchObject({
      ...{ kind: 'schedule', ...RULE, harvest },
    })
    expect(story.does('binh', { ...SET, harvest: { ...harvest, months: [6] } })).toBe('scheduleSet')
    expect(story.does('binh', SET)).toBe('scheduleSet')
    expect(story.state).toEqual(RULE)
  })

  it.each([
    ['a day that not every month has', { day: 29 }],
    ['no hour of the clock', { hour: '24:30' }],
    ['an empty place', { place: ' ' }],
    ['a harvest without months', { harvest: { months: [], hour: '20:00' } }],
    ['a month twice', { harvest: { months: [6, 6], hour: '20:00' } }],
    ['a thirteenth month', { harvest: { months: [13], hour: '20:00' } }],
  ])('[M2] [M3] %s is no rule', (_, wrong) => {
    expect(rule().does('an', { ...SET, ...wrong })).toBe('malformed')
  })

  it('[M4] a second record beside the one of the cell is none', () => {
    expect(new Story('schedule').does('an', SET)).toBe('malformed')
  })
})

function rule() {
  return new Story<Schedule>('schedule', MEETING_RULE)
}
