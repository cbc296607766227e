import ical, { ICalCalendarMethod } from 'ical-generator'
import type { PublicNotice } from '#shared/events/notice-page.ts'
import type { Instant } from '#shared/records/ids.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const AHEAD_OF_UTC = 7 * HOUR

/**
 * [A9] What an announcement announces, as a calendar file (RFC 5545): its title, text, place, day and hour in Viet Nam, and
 * how long is not said. The same file again moves the entry in the calendar instead of adding one.
 * @param of `address` of the page, also what the entry is known by
 * @returns null when it announces no day
 */
export function calendarFile(
  { notice, publishedAt, correctedAt, unit }: PublicNotice,
  of: { address: string; now: Instant },
): string | null {
  const { title, body, when, where } = notice
  if (when === undefined) return null
  const wholeDay = when.length === 10
  const start = Date.parse(`${when}${wholeDay ? 'T00:00' : ''}:00Z`) - (wholeDay ? 0 : AHEAD_OF_UTC)
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: unit, product: 'So Chi bo' },
  })
  calendar.createEvent({
    id: of.address,
    sequence: Math.max(0, Math.floor(((correctedAt ?? publishedAt) - publishedAt) / 1000)),
    stamp: new Date(of.now),
    start: new Date(start),
    ...(wholeDay ? { allDay: true, end: new Date(start + DAY) } : {}),
    summary: title,
    description: body,
    location: where ?? '',
    url: of.address,
  })
  return calendar.toString()
}
