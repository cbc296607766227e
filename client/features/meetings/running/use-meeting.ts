import { computed, inject, provide, type InjectionKey } from 'vue'
import { useAct } from '#client/data/act.ts'
import { useCommands } from '#client/data/commands.ts'
import { useMe } from '#client/data/me.ts'
import { useQueries } from '#client/data/queries.ts'
import type { MeetingCommand } from '#shared/events/meeting/commands.ts'
import type { PersonId, RecordId, UnitId } from '#shared/records/ids.ts'
import { cellScope } from '#shared/records/scope.ts'
import { mayInMeeting, momentIn } from '#shared/rules/meeting/course.ts'
import { byGivenName } from '#client/i18n/names.ts'
import { everywhere } from '#client/i18n/vi/everywhere.ts'
import { wordsOf } from '#client/i18n/words.ts'

const w = wordsOf('everywhere', everywhere)

type Place = { unit: () => UnitId; record: () => RecordId }

/** One meeting as the screens of its course need it: its state, its people, and what this person may do in it. */
function readMeeting(place: Place) {
  const me = useMe()
  const queries = useQueries()
  const scope = computed(() => cellScope(place.unit()))
  const meeting = queries.state('meeting', () => scope.value, place.record)
  const standing = computed(() => me.standingAt(place.unit()))
  const runs = computed(() =>
    Boolean(meeting.value && mayInMeeting('runMeeting', meeting.value, standing.value)),
  )
  const notes = computed(() =>
    Boolean(meeting.value && mayInMeeting('takeNotes', meeting.value, standing.value)),
  )
  /** Everybody on the roll, or of the roster before there is one, by given name. */
  const people = computed(() => {
    const roster = me.rosterOf(place.unit())?.people ?? []
    const course = meeting.value?.course
    const roll = course && 'roll' in course ? course.roll : null
    const listed = roll
      ? roll.map(({ person, status, duties }) => ({ id: person, name: nameOf(person), status, duties }))
      : roster
    return [...listed].sort(byGivenName)
  })
  function nameOf(id: PersonId): string {
    const guest = meeting.value?.guests.find((one) => one.id === id)
    return guest?.name ?? me.nameOf(id) ?? w('someone')
  }
  const isKnown = (id: PersonId) =>
    me.nameOf(id) !== null || Boolean(meeting.value?.guests.some((one) => one.id === id))
  return { ...place, me, scope, meeting, standing, runs, notes, people, nameOf, isKnown }
}

export type MeetingRead = ReturnType<typeof readMeeting>
const meetingKey: InjectionKey<MeetingRead> = Symbol('meeting')

/** For the page: everything on it reads the one meeting, folded once. */
export function provideMeeting(place: Place): MeetingRead {
  const read = readMeeting(place)
  provide(meetingKey, read)
  return read
}

export function useMeeting(): MeetingRead {
  const read = inject(meetingKey)
  if (!read) throw new Error('no meeting is open above this component')
  return read
}

/** Gives commands about one meeting; what stood in the way last time is in `problem`. */
export function useEntries({ scope, record, meeting }: MeetingRead = useMeeting()) {
  const commands = useCommands()
  const { busy, problem, act } = useAct()
  const give = (command: MeetingCommand, onBehalfOf?: PersonId) =>
    act(() => commands.give(scope.value, record(), command, { onBehalfOf }))
  /** When it was so in the room. */
  const moment = () => (meeting.value ? momentIn(meeting.value, Date.now()) : Date.now())
  /** What every observation carries: its own name, and when it was made in the room. */
  const entry = () => ({ id: commands.newRecordId(), at: moment() })
  return { busy, problem, act, give, entry, moment, commands }
}
