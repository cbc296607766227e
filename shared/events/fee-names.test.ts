import { expect, it } from 'vitest'
import { feeNamesOf, type FeeNames } from '#shared/records/fee-names.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { feeNamesRules } from './fee-names.ts'
import { meetingRules } from './meeting/meeting.ts'
import { NAMES, Story } from './people.fixture.ts'

const MEETING = 'meeting-0001'
const PAID = { do: 'noteWhoPaid', meeting: MEETING, person: 'dung-person', paid: true }
const story = () => new Story<FeeNames>('feeNames', feeNamesOf(MEETING))

it('[P85] [Z12] who paid is noted by name by the office, in the office', () => {
  expect(NAMES.filter((name) => story().asks(name, PAID).ok)).toEqual(['an', 'binh', 'cuc'])
  expect(feeNamesRules.livesIn).toBe('office')
  expect(new Story('feeNames').does('an', PAID)).toBe('malformed')
})

it('[Z12] person by person: two who note at once note beside each other, and what was wrong is taken out', () => {
  const fees = story()
  expect(fees.does('an', PAID)).toBe('whoPaidNoted')
  expect(fees.does('binh', { ...PAID, person: 'cuc-person' })).toBe('whoPaidNoted')
  expect(fees.does('binh', PAID)).toBe('')
  expect(fees.state?.paid).toEqual(['dung-person', 'cuc-person'])
  expect(fees.does('cuc', { ...PAID, paid: false })).toBe('whoPaidNoted')
  expect(feeNamesRules.project('dp-0001', fees.state as FeeNames, 1, null)).toMatchObject({
    paid: ['cuc-person'],
  })
})

it('[Z12] the cell is told the count, and a name sent along with it goes nowhere', () => {
  const meeting = new Story<Meeting>('meeting')
  meeting.does('an', {
    ...{ do: 'planMeeting', type: 'regular', month: '2026-12', startsAt: '2026-12-03T19:30' },
    ...{ place: 'Nhà văn hóa', minutes: 90, agenda: [] },
  })
  const count = { do: 'noteFees', id: 'fees-0001', paid: 19, of: 21, at: 1, instead: [] }
  expect(meeting.does('an', { ...count, names: ['dung-person'], people: ['cuc-person'] })).toBe('feesNoted')
  expect(meetingRules.livesIn).toBe('cell')
  expect(JSON.stringify(meeting.events.at(-1)?.data)).not.toContain('person')
  expect(meeting.state?.fees).toMatchObject([{ paid: 19, of: 21 }])
})
