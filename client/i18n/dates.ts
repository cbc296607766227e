import { everywhere } from './vi/everywhere.ts'
import { wordsOf } from './words.ts'

const t = wordsOf('everywhere', everywhere)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

const two = (n: number): string => String(n).padStart(2, '0')

/** `03/12/2026`, in the phone's own time zone. */
export function dayText(instant: number): string {
  const d = new Date(instant)
  return `${two(d.getDate())}/${two(d.getMonth() + 1)}/${d.getFullYear()}`
}

/** `14:05` */
export function timeText(instant: number): string {
  const d = new Date(instant)
  return `${two(d.getHours())}:${two(d.getMinutes())}`
}

/** `14:05, 03/12/2026` */
export const dayTimeText = (instant: number): string => `${timeText(instant)}, ${dayText(instant)}`

/** `14:05` today, `03/12` on another day of this year, else the whole day. */
export function briefText(instant: number, now: number): string {
  const day = dayText(instant)
  if (day === dayText(now)) return timeText(instant)
  return day.slice(6) === dayText(now).slice(6) ? day.slice(0, 5) : day
}

/** `yyyy-mm-dd` by this phone's wall clock. */
export function localDay(now: number): string {
  const d = new Date(now)
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`
}

/** `12/2026` of `2026-12`. */
export const monthText = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`

/** `19:30, thứ Năm, 03/12/2026` of `2026-12-03T19:30`; without the hour when none is given. */
export function whenText(when: string): string {
  const [day = '', time] = when.split('T')
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return when
  const weekday = WEEKDAYS[new Date(year, month - 1, date).getDay()]
  const written = `${weekday ? t(weekday) : ''}, ${two(date)}/${two(month)}/${year}`
  return time ? `${time}, ${written}` : written
}

/** How long something lasts or lasted, in its largest unit. */
export function spanText(ms: number): string {
  if (ms < MINUTE) return t('underAMinute')
  if (ms < HOUR) return t('minutes', { n: Math.floor(ms / MINUTE) })
  if (ms < DAY) return t('hours', { n: Math.floor(ms / HOUR) })
  return t('days', { n: Math.floor(ms / DAY) })
}
