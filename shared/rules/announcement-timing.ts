import type { Notice } from '#shared/records/announcement.ts'
import type { Instant } from '#shared/records/ids.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/**
 * [A3] Whether what a notice announces is already over: its day ended, or its hour passed.
 * @param localNow the phone's local wall clock, `yyyy-mm-ddThh:mm`
 */
export function dateHasPassed(notice: Notice, localNow: string): boolean {
  if (!notice.when) return false
  return notice.when.length === 10 ? notice.when < localNow.slice(0, 10) : notice.when < localNow
}

/**
 * [A6] The last day an announcement stands, `yyyy-mm-dd` in Viet Nam: the day it names, else the ruleset's days after it
 * was published or last corrected; never before what it announces is over.
 */
export function lastDayOf(notice: Notice, publishedAt: Instant, ruleset: Ruleset): string {
  const own = notice.until ?? dayInVietnam(publishedAt + ruleset.noticeDays.value * DAY)
  const announced = notice.when?.slice(0, 10) ?? own
  return announced > own ? announced : own
}

/** [A6] Whether it stands no longer. Its last day is still one of its days. */
export function hasRunOut(lastDay: string, now: Instant): boolean {
  return dayInVietnam(now) > lastDay
}

/** `yyyy-mm-dd` in Viet Nam, wherever the reader or the server is: one time zone, no summer time. */
export function dayInVietnam(at: Instant): string {
  return new Date(at + AHEAD_OF_UTC).toISOString().slice(0, 10)
}

const DAY = 24 * 60 * 60 * 1000
const AHEAD_OF_UTC = 7 * 60 * 60 * 1000
