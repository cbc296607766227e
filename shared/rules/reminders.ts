import type { Instant, PersonId, RecordId } from '#shared/records/ids.ts'
import { dayOf, type Day, type LocalTime } from '#shared/records/local-time.ts'
import type { MeetingType } from '#shared/records/meeting.ts'
import type { MeetingRow, Row } from '#shared/records/row.ts'

/**
 * One entry for the phone's own calendar. It leaves the book: whoever looks over a shoulder, and the company that keeps the
 * calendar, read it too. So it has kind, hour and place, and of a task its last day alone [M90].
 */
export type Reminder =
  | {
      is: 'meeting'
      record: RecordId
      type: MeetingType
      month: string
      place: string
      start: LocalTime
      minutes: number
      cancelled: boolean
      changedAt: Instant
    }
  | { is: 'deadline'; record: RecordId; day: Day; changedAt: Instant }

type ForWhom = {
  person: PersonId
  /** Sits on the cell's committee: its meetings concern him. */
  inCommittee: boolean
  today: Day
}

/** A meeting that is to come, or was called off and may stand in a calendar; null for what is over. */
export function meetingReminder(row: MeetingRow, today: Day): Reminder | null {
  const { record, type, month, place, startsAt, minutes, course, changedAt } = row
  if (dayOf(startsAt) < today || (course !== 'planned' && course !== 'cancelled')) return null
  const cancelled = course === 'cancelled'
  return { is: 'meeting', record, type, month, place, start: startsAt, minutes, cancelled, changedAt }
}

/** [M91] All that lies ahead of one person in a cell: its meetings, and the last days of what he has to do, by day. */
export function remindersFor({ person, inCommittee, today }: ForWhom, rows: readonly Row[]): Reminder[] {
  const found = rows.flatMap((row): Reminder[] => {
    if (row.kind === 'meeting') {
      if (row.type === 'committee' && !inCommittee) return []
      const reminder = meetingReminder(row, today)
      return reminder ? [reminder] : []
    }
    if (row.kind !== 'task' || row.owner !== person || row.deadline === undefined) return []
    if (row.state === 'done' || row.state === 'confirmed' || row.deadline < today) return []
    return [{ is: 'deadline', record: row.record, day: row.deadline, changedAt: row.changedAt }]
  })
  const when = (one: Reminder) => (one.is === 'meeting' ? one.start : one.day)
  return found.toSorted((a, b) => (when(a) < when(b) ? -1 : 1))
}
