import type { MeetingRow } from '#shared/records/row.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { monthText } from '#client/i18n/dates.ts'
import { meetings } from '#client/i18n/vi/meetings.ts'
import { wordsOf } from '#client/i18n/words.ts'
import type { IconName } from '#client/ui/icons.ts'

const t = wordsOf('meetings', meetings)

export const meetingName = ({ type, month }: Pick<Meeting, 'type' | 'month'>): string =>
  t('name', { type: t(`type.${type}`), month: monthText(month) })

type Look = { label: string; tone: 'calm' | 'ok' | 'wait' | 'gold'; icon: IconName }

/** What has become of a meeting, in a word; a planned one whose day is over says so. */
export function courseLook(row: Pick<MeetingRow, 'course' | 'startsAt'>, today: string): Look {
  const { course, startsAt } = row
  switch (course) {
    case 'planned':
      return startsAt.slice(0, 10) < today
        ? { label: t('is.passed'), tone: 'wait', icon: 'clock' }
        : { label: t('is.planned'), tone: 'gold', icon: 'calendar' }
    case 'running':
      return { label: t('is.running'), tone: 'ok', icon: 'clock' }
    case 'closed':
      return { label: t('is.closed'), tone: 'ok', icon: 'check' }
    case 'cancelled':
      return { label: t('is.cancelled'), tone: 'calm', icon: 'close' }
    default:
      return course satisfies never
  }
}
