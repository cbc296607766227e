import type { Mark } from '#shared/records/attendance.ts'
import type { RecordedEvent } from '#shared/records/event.ts'
import type { Instant, PersonId } from '#shared/records/ids.ts'
import type { LocalTime } from '#shared/records/local-time.ts'
import type { FeeStatus, Meeting, Opening, RollEntry } from '#shared/records/meeting.ts'
import type { Entry } from '#shared/records/observation.ts'
import type { Roster } from '#shared/records/roster.ts'
import { chairOf, currentItem, mayInMeeting } from '#shared/rules/meeting/course.ts'
import { may } from '#shared/rules/permissions.ts'
import { entered } from '#shared/rules/register.ts'
import { standingIn } from '#shared/rules/standing.ts'
import { no, yes, type Context, type Decision } from '#shared/events/kind.ts'
import type { CourseCommand } from './commands.ts'

type Told<T> = Omit<Entry<T>, 'by'> & { instead: readonly string[] }
type Facts = {
  meetingOpened: Opening
  chairTaken: { person: PersonId; at: Instant }
  minuteTakerAppointed: { person: PersonId; at: Instant }
  phoneHanded: { to: PersonId; at: Instant }
  itemTakenUp: { item: string; at: Instant }
  itemLeft: { item: string; at: Instant }
  attendanceMarked: { person: PersonId } & Told<Mark>
  feesNoted: Told<FeeStatus>
  meetingClosed: { at: Instant }
  meetingReopened: { at: Instant }
  timesRestated: { startsAt: LocalTime; begin: Instant; end: Instant }
}
const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })

export function decideCourse(state: Meeting, command: CourseCommand, context: Context): Decision {
  const { standing, rosters, ruleset } = context
  switch (command.do) {
    case 'openMeeting': {
      if (!may('chairMeeting', standing)) return no('notAllowed')
      if (state.course.is === 'cancelled') return no('notInThisState')
      const { at, chair, roll } = command
      if (!mayChair(chair, rosters)) return no('notAllowed')
      if (state.fromPaper && at >= context.at) return no('timesImpossible')
      // The same intent again, from a phone that knew nothing of the first: noted, and everything else of it stands [M15].
      if (state.course.is !== 'planned' && chairOf(state) === chair) return yes()
      const differs = rosters.some((roster) => isRollOf(roll, roster)) ? {} : { rollDiffers: true as const }
      return yes(event('meetingOpened', { at, chair, roll, ruleset: ruleset.id, ...differs }))
    }
    case 'takeChair':
      if (!may('chairMeeting', standing) || !mayChair(command.person, rosters)) return no('notAllowed')
      if (chairOf(state) === command.person) return yes()
      return yes(event('chairTaken', { person: command.person, at: command.at }))
    case 'appointMinuteTaker':
      if (!mayInMeeting('runMeeting', state, standing)) return no('notAllowed')
      if (!isMember(command.person, rosters)) return no('notFound')
      if (state.minuteTaker === command.person) return yes()
      return yes(event('minuteTakerAppointed', { person: command.person, at: command.at }))
    case 'handPhone':
      if (!mayInMeeting('takeNotes', state, standing)) return no('notAllowed')
      if (command.to !== state.minuteTaker && !state.chairs.includes(command.to)) return no('notFound')
      return yes(event('phoneHanded', { to: command.to, at: command.at }))
    case 'takeUpItem':
      if (!mayInMeeting('runMeeting', state, standing)) return no('notAllowed')
      if (currentItem(state) === command.item) return yes()
      return yes(event('itemTakenUp', { item: command.item, at: command.at }))
    case 'leaveItem':
      if (!mayInMeeting('runMeeting', state, standing)) return no('notAllowed')
      if (currentItem(state) !== command.item) return yes()
      return yes(event('itemLeft', { item: command.item, at: command.at }))
    case 'markAttendance': {
      if (!mayInMeeting('takeNotes', state, standing)) return no('notAllowed')
      const { do: _, ...mark } = command
      return yes(event('attendanceMarked', mark))
    }
    case 'noteFees': {
      if (!mayInMeeting('takeNotes', state, standing)) return no('notAllowed')
      const { do: _, ...fees } = command
      return fees.paid <= fees.of ? yes(event('feesNoted', fees)) : no('malformed')
    }
    case 'closeMeeting':
      if (!mayInMeeting('runMeeting', state, standing)) return no('notAllowed')
      if (state.course.is !== 'running') return yes()
      if (state.fromPaper && !timesFit(state.course.at, command.at, context)) return no('timesImpossible')
      return yes(event('meetingClosed', { at: command.at }))
    case 'reopenMeeting':
      if (!mayInMeeting('runMeeting', state, standing)) return no('notAllowed')
      // What was held on paper is over; its times are stated again instead [M64].
      if (state.fromPaper) return no('notInThisState')
      return state.course.is === 'closed' ? yes(event('meetingReopened', { at: command.at })) : yes()
    case 'restateTimes': {
      if (!may('enterFromPaper', standing)) return no('notAllowed')
      if (!state.fromPaper || state.course.is !== 'closed') return no('notInThisState')
      const { startsAt, begin, end } = command
      if (!timesFit(begin, end, context)) return no('timesImpossible')
      if (state.startsAt === startsAt && state.course.at === begin && state.course.closedAt === end)
        return yes()
      return yes(event('timesRestated', { startsAt, begin, end }))
    }
    default:
      return command satisfies never
  }
}

/** Other events leave the state as it is. */
export function foldCourse(state: Meeting, e: RecordedEvent): Meeting {
  const by = e.actor.by === 'person' ? e.actor.person : ''
  switch (e.type) {
    case 'meetingOpened': {
      const opening = e.data as Facts['meetingOpened']
      if (state.course.is === 'planned')
        return { ...state, course: { is: 'running', ...opening }, chairs: [...state.chairs, opening.chair] }
      return {
        ...state,
        alsoOpenedBy: [...state.alsoOpenedBy, opening.chair],
        chairs: [opening.chair, ...state.chairs],
      }
    }
    case 'chairTaken':
      return { ...state, chairs: [...state.chairs, (e.data as Facts['chairTaken']).person] }
    case 'minuteTakerAppointed':
      return { ...state, minuteTaker: (e.data as Facts['minuteTakerAppointed']).person }
    case 'phoneHanded': {
      const device = e.actor.by === 'person' ? e.actor.device : ''
      return { ...state, hands: [...state.hands, { device, ...(e.data as Facts['phoneHanded']) }] }
    }
    case 'itemTakenUp': {
      const { item, at } = e.data as Facts['itemTakenUp']
      return { ...state, turns: [...left(state, at), { item, from: at, to: null }] }
    }
    case 'itemLeft':
      return { ...state, turns: left(state, (e.data as Facts['itemLeft']).at) }
    case 'attendanceMarked': {
      const { person, instead, ...mark } = e.data as Facts['attendanceMarked']
      const marks = entered(state.attendance[person] ?? [], { ...mark, by }, instead)
      return { ...state, attendance: { ...state.attendance, [person]: marks } }
    }
    case 'feesNoted': {
      const { instead, ...fees } = e.data as Facts['feesNoted']
      return { ...state, fees: entered(state.fees, { ...fees, by }, instead) }
    }
    case 'meetingClosed': {
      const { at } = e.data as Facts['meetingClosed']
      if (state.course.is !== 'running') return state
      return { ...state, course: { ...state.course, is: 'closed', closedAt: at }, turns: left(state, at) }
    }
    case 'meetingReopened': {
      if (state.course.is !== 'closed') return state
      const { closedAt: _, ...opening } = state.course
      return { ...state, course: { ...opening, is: 'running' } }
    }
    case 'timesRestated': {
      if (state.course.is !== 'closed') return state
      const { startsAt, begin, end } = e.data as Facts['timesRestated']
      return { ...state, startsAt, course: { ...state.course, at: begin, closedAt: end } }
    }
    default:
      return state
  }
}

/** [M61] The end after the begin, and both over when they are entered. */
const timesFit = (begin: Instant, end: Instant, { at }: Context): boolean => begin < end && end <= at

/** [M14] Taking one up leaves the one before; what ended before it began by some phone's clock lasted no time. */
function left({ turns }: Meeting, at: Instant): Meeting['turns'] {
  return turns.map((turn) => (turn.to === null ? { ...turn, to: Math.max(at, turn.from) } : turn))
}

const isMember = (person: PersonId, rosters: readonly Roster[]): boolean =>
  rosters.some((roster) => roster.people.some(({ id, status }) => id === person && status !== 'suspended'))

/** [P39] Asked of the roster the phone had as well as of today's: what happened in the room has happened. */
const mayChair = (person: PersonId, rosters: readonly Roster[]): boolean =>
  rosters.some((roster) => may('chairMeeting', standingIn(roster, person, false)))

/** [M16] Everybody of the roster with his status, and nobody else. */
function isRollOf(roll: readonly RollEntry[], { people }: Roster): boolean {
  const statuses = new Map(people.map(({ id, status }) => [id, status]))
  return roll.length === people.length && roll.every(({ person, status }) => statuses.get(person) === status)
}
