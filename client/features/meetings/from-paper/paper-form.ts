import { commandsOfPaper, type PaperMeeting } from '#shared/events/meeting/from-paper.ts'
import type { AgendaItem } from '#shared/records/agenda.ts'
import type { Presence } from '#shared/records/attendance.ts'
import type { Instant, PersonId, RecordId } from '#shared/records/ids.ts'
import type { LocalTime } from '#shared/records/local-time.ts'
import type { MeetingType } from '#shared/records/meeting.ts'

export type FormItem = { item: AgendaItem; treated: boolean }

/** What is typed while a meeting is copied from the paper book; empty texts are nothing yet. */
export type PaperForm = {
  /** Chosen with the first letter, so that saving twice makes one meeting. */
  record: RecordId
  type: MeetingType
  begun: string
  /** `hh:mm` of the same evening. */
  ended: string
  place: string
  topic: string
  chair: PersonId | ''
  minuteTaker: PersonId | ''
  exceptions: Record<PersonId, Presence | null>
  items: FormItem[]
  paid: string
}

/** The clock on the wall as an instant, in the time of this phone. */
export const instantOf = (time: LocalTime): Instant => new Date(time).getTime()

/** When it ended: past midnight it is the next day. */
export function endOf({ begun, ended }: Pick<PaperForm, 'begun' | 'ended'>): Instant {
  const sameDay = instantOf(`${begun.slice(0, 10)}T${ended}`)
  const isNextDay = ended < begun.slice(11) && ended < '04:00'
  return isNextDay ? sameDay + 24 * 60 * 60_000 : sameDay
}

const WHOLE = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/u

/** What is missing or cannot be, by field. */
export function wrongIn(
  form: PaperForm,
  { now, members }: { now: Instant; members: number },
): Partial<Record<'begun' | 'ended' | 'place' | 'chair' | 'paid', 'missing' | 'wrong' | 'future'>> {
  const { begun, ended, place, chair, paid } = form
  const isBegun = WHOLE.test(begun)
  const isEnded = isBegun && /^\d\d:\d\d$/u.test(ended) && endOf(form) > instantOf(begun)
  const paidCount = Number(paid)
  const isPaid = paid.trim() === '' || (Number.isInteger(paidCount) && paidCount >= 0 && paidCount <= members)
  return {
    ...(isBegun ? {} : { begun: 'missing' as const }),
    ...(isBegun && isEnded && endOf(form) >= now ? { begun: 'future' as const } : {}),
    ...(isEnded ? {} : { ended: 'wrong' as const }),
    ...(place.trim() === '' ? { place: 'missing' as const } : {}),
    ...(chair === '' ? { chair: 'missing' as const } : {}),
    ...(isPaid ? {} : { paid: 'wrong' as const }),
  }
}

/** The commands of a form that has nothing wrong in it. */
export function commandsOf(form: PaperForm, people: PaperMeeting['people'], newId: () => string) {
  const { type, begun, place, topic, chair, minuteTaker, exceptions, items, paid } = form
  return commandsOfPaper(
    {
      ...{ type, startsAt: begun, place, chair, people, exceptions, items },
      ...(topic.trim() === '' ? {} : { topic }),
      begin: instantOf(begun),
      end: endOf(form),
      minutes: Math.max(10, Math.round((endOf(form) - instantOf(begun)) / 60_000)),
      minuteTaker: minuteTaker === '' ? null : minuteTaker,
      paid: paid.trim() === '' ? null : Number(paid),
    },
    newId,
  )
}
