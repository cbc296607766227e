import type { Notice } from '#shared/records/announcement.ts'

/**
 * [A3] Whether what a notice announces is already over: its day ended, or its hour passed.
 * @param localNow the phone's local wall clock, `yyyy-mm-ddThh:mm`
 */
export function dateHasPassed(notice: Notice, localNow: string): boolean {
  if (!notice.when) return false
  return notice.when.length === 10 ? notice.when < localNow.slice(0, 10) : notice.when < localNow
}
