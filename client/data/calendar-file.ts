import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Instant } from '#shared/records/ids.ts'
import type { Day, LocalTime } from '#shared/records/local-time.ts'

const MINUTE = 60_000
const DAY = 86_400_000
/** A meeting is at 19:30 in Viet Nam wherever a phone thinks it is. */
const AHEAD_OF_UTC = 7 * 60 * MINUTE

export type CalendarEntry = {
  /** Known by this in a calendar: the same again moves the entry. */
  id: string
  title: string
  /** An hour, or a day as a whole. */
  at: LocalTime | Day
  /** How long, for an hour. */
  minutes?: number
  place?: string
  /** Where it is in the book. */
  url: string
  cancelled: boolean
  changedAt: Instant
  /** The calendar speaks up so many minutes before. */
  alarms: readonly number[]
}

/** [M92] A calendar file (RFC 5545) of these entries. @param now when it is made */
export function calendarOf(entries: readonly CalendarEntry[], { now }: { now: Instant }): Blob {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'So Chi bo', product: 'So Chi bo' },
  })
  for (const { id, title, at, minutes, place, url, cancelled, changedAt, alarms } of entries) {
    const wholeDay = at.length === 10
    const start = Date.parse(`${at}${wholeDay ? 'T00:00' : ''}:00Z`) - (wholeDay ? 0 : AHEAD_OF_UTC)
    const event = calendar.createEvent({
      id,
      sequence: Math.floor(changedAt / 1000),
      stamp: new Date(now),
      start: new Date(start),
      end: new Date(start + (wholeDay ? DAY : (minutes ?? 60) * MINUTE)),
      allDay: wholeDay,
      summary: title,
      location: place ?? '',
      url,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    if (!cancelled)
      for (const before of alarms)
        event.createAlarm({ type: ICalAlarmType.display, triggerBefore: before * 60, description: title })
  }
  return new Blob([calendar.toString()], { type: 'text/calendar' })
}
