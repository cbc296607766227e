import type { Day, LocalTime } from '#shared/records/local-time.ts'
import type { Schedule } from '#shared/records/schedule.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/** [M1] The next regular meeting by the ruleset alone: the month's meeting day, today included. */
export const nextMeetingDay = (today: Day, ruleset: Pick<Ruleset, 'meetingDay'>): Day =>
  nextDate(today, ruleset.meetingDay.value)

/** When and where a cell meets next by rule; without a rule of its own only the day is known. */
export type NextRegular = { startsAt: LocalTime | Day; place: string }

/** [M2] [M3] The next regular meeting by the cell's own rule, in a month of harvest at its other hour, else by the ruleset. */
export function nextRegular(
  today: Day,
  schedule: Schedule | null,
  ruleset: Pick<Ruleset, 'meetingDay'>,
): NextRegular {
  if (!schedule) return { startsAt: nextMeetingDay(today, ruleset), place: '' }
  const day = nextDate(today, schedule.day)
  const { harvest } = schedule
  const inHarvest = harvest?.months.includes(Number(day.slice(5, 7)))
  return { startsAt: `${day}T${inHarvest ? harvest?.hour : schedule.hour}`, place: schedule.place }
}

function nextDate(today: Day, date: number): Day {
  const thisMonth = `${today.slice(0, 8)}${two(date)}`
  if (today <= thisMonth) return thisMonth
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const next = month === 12 ? `${year + 1}-01` : `${year}-${two(month + 1)}`
  return `${next}-${two(date)}`
}

const two = (n: number): string => String(n).padStart(2, '0')
