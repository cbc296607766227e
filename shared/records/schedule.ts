import type { RecordId } from './ids.ts'
import type { ClockTime } from './local-time.ts'

/** The one meeting rule of a cell; its id is the same in every cell, so that two phones never begin two. */
export const MEETING_RULE: RecordId = 'meeting-rule'

/** On which day of the month a cell meets, when and where, and at what hour in the months of harvest. */
export type Schedule = {
  /** 1 to 28: every month has it. */
  day: number
  hour: ClockTime
  place: string
  harvest?: { months: readonly number[]; hour: ClockTime }
}
