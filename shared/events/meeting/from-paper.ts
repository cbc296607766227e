import type { AgendaItem } from '#shared/records/agenda.ts'
import type { Presence } from '#shared/records/attendance.ts'
import type { Instant, PersonId } from '#shared/records/ids.ts'
import type { LocalTime } from '#shared/records/local-time.ts'
import type { MeetingType } from '#shared/records/meeting.ts'
import type { RosterPerson, Status } from '#shared/records/person.ts'
import type { MeetingCommand } from './commands.ts'

/** A meeting as the paper book has it. */
export type PaperMeeting = {
  type: MeetingType
  startsAt: LocalTime
  place: string
  topic?: string
  /** What it was to last. */
  minutes: number
  begin: Instant
  end: Instant
  chair: PersonId
  /** Null: the book names nobody. */
  minuteTaker: PersonId | null
  people: readonly Pick<RosterPerson, 'id' | 'status' | 'duties'>[]
  /** What the list says otherwise than expected; null: not there and not expected. */
  exceptions: Readonly<Record<PersonId, Presence | null>>
  /** On the agenda, and whether it was treated. */
  items: readonly { item: AgendaItem; treated: boolean }[]
  /** Members who had paid their fees; null: the book does not say. */
  paid: number | null
}

const EXPECTED: readonly Status[] = ['official', 'probationary', 'temporarilyIn']

/** [M62] What the list says of somebody nobody said anything of. */
export const presenceExpected = (status: Status): Presence | null =>
  EXPECTED.includes(status) ? 'present' : null

/** [M62] As it stands in the list. */
export function presenceIn(
  exceptions: PaperMeeting['exceptions'],
  { id, status }: Pick<RosterPerson, 'id' | 'status'>,
): Presence | null {
  const said = exceptions[id]
  return said === undefined ? presenceExpected(status) : said
}

/** [M60] The meeting as commands, in the order they are given; each given again changes nothing that counts. */
export function commandsOfPaper(paper: PaperMeeting, newId: () => string): MeetingCommand[] {
  const { type, startsAt, place, topic, minutes, begin: at, end, chair, minuteTaker, items } = paper
  const listed = paper.people.filter(({ status }) => status !== 'suspended')
  const marks = listed.flatMap((one): MeetingCommand[] => {
    const is = presenceIn(paper.exceptions, one)
    return is === null ? [] : [{ do: 'markAttendance', id: newId(), person: one.id, is, at, instead: [] }]
  })
  const treated = items.filter((one) => one.treated)
  const last = treated.at(-1)
  return [
    {
      ...{ do: 'planMeeting', type, month: startsAt.slice(0, 7), startsAt, place, minutes, fromPaper: true },
      ...(topic === undefined ? {} : { topic }),
      agenda: items.map(({ item }) => item),
    },
    {
      ...{ do: 'openMeeting', at, chair },
      roll: paper.people.map(({ id: person, status, duties }) => ({ person, status, duties: [...duties] })),
    },
    ...(minuteTaker === null ? [] : [{ do: 'appointMinuteTaker' as const, person: minuteTaker, at }]),
    ...marks,
    ...treated.map(({ item }) => ({ do: 'takeUpItem' as const, item: item.id, at })),
    ...(last ? [{ do: 'leaveItem' as const, item: last.item.id, at }] : []),
    ...(paper.paid === null
      ? []
      : [
          {
            ...{ do: 'noteFees' as const, id: newId(), paid: paper.paid, of: listed.length },
            ...{ at, instead: [] },
          },
        ]),
    { do: 'closeMeeting', at: end },
  ]
}
