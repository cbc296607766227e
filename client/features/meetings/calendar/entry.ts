import type { CalendarEntry } from '#client/data/calendar-file.ts'
import type { UnitId } from '#shared/records/ids.ts'
import type { Reminder } from '#shared/rules/reminders.ts'
import { meetings } from '#client/i18n/vi/meetings.ts'
import { wordsOf } from '#client/i18n/words.ts'
import { meetingName } from '#client/features/meetings/planning/meeting-name.ts'

const HOUR = 60
const DAY = 24 * HOUR
const t = wordsOf('meetings', meetings)

/** [M90] The entry in words. The calendar speaks up a day and two hours before a meeting, three days before a last day at seven. */
export function entryOf(reminder: Reminder, unit: UnitId): CalendarEntry {
  const { record, changedAt } = reminder
  const known = { id: `${record}@${location.host}`, changedAt }
  if (reminder.is === 'deadline')
    return {
      ...known,
      title: t('calendarDeadline'),
      at: reminder.day,
      url: `${location.origin}/meetings`,
      cancelled: false,
      alarms: [3 * DAY - 7 * HOUR],
    }
  const { start, minutes, place, cancelled } = reminder
  return {
    ...known,
    ...{ title: meetingName(reminder), at: start, minutes, place, cancelled },
    url: `${location.origin}/meetings/${unit}/${record}`,
    alarms: [2 * HOUR, DAY],
  }
}
