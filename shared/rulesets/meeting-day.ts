import type { RuleValue } from './ruleset.ts'

type MeetingDayOf = { validFrom: string; meetingDay: RuleValue<number> }

/** The one value the start page asks; it stands alone, so that the page need not fetch all the others. Newest first. */
export const MEETING_DAYS = [
  {
    validFrom: '2025-10-28',
    meetingDay: { value: 3, source: 'Thông lệ địa phương: ngày 3 hằng tháng', confidence: 'S' },
  },
] as const satisfies readonly MeetingDayOf[]

/** What `rulesetOn` says of the meeting day. */
export const meetingDayOn = (day: string): MeetingDayOf =>
  MEETING_DAYS.find(({ validFrom }) => validFrom <= day) ?? MEETING_DAYS[0]
