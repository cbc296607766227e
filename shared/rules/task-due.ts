import { dayAfter, type Day } from '#shared/records/local-time.ts'
import type { Repeat } from '#shared/records/task.ts'

const MONTHS: Readonly<Record<Exclude<Repeat, 'weekly'>, number>> = { monthly: 1, quarterly: 3, yearly: 12 }

/**
 * [T10] The next day on which something that recurs falls due: the earliest of its days after a given one. All days are
 * counted from the first, so that what falls due on the 31st is due on the 28th of February and on the 31st of March.
 */
export function nextDue(first: Day, repeat: Repeat, after: Day): Day {
  if (after < first) return first
  if (repeat === 'weekly') {
    const passed = Math.floor((at(after) - at(first)) / WEEK)
    return dayAfter(iso(at(first)), (passed + 1) * 7)
  }
  const step = MONTHS[repeat]
  const passed = Math.floor((monthsOf(after) - monthsOf(first)) / step)
  const soon = inMonths(first, passed * step)
  return soon > after ? soon : inMonths(first, (passed + 1) * step)
}

/** The month (`yyyy-mm`) after that of a day. */
export const monthAfter = (day: Day): string => inMonths(`${day.slice(0, 7)}-01`, 1).slice(0, 7)

const WEEK = 7 * 86_400_000
const parts = (day: Day) => day.split('-').map(Number) as [number, number, number]
const iso = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

function at(day: Day): number {
  const [year, month, date] = parts(day)
  return Date.UTC(year, month - 1, date)
}

function monthsOf(day: Day): number {
  const [year, month] = parts(day)
  return year * 12 + month - 1
}

/** The same date so many months later, or the last of its month where there is none. */
function inMonths(day: Day, months: number): Day {
  const count = monthsOf(day) + months
  const [year, month] = [Math.floor(count / 12), count % 12]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return iso(Date.UTC(year, month, Math.min(parts(day)[2], last)))
}
