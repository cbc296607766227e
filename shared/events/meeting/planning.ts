import type { AgendaItem, Paper } from '#shared/records/agenda.ts'
import { doneAt, whoseDeed, type RecordedEvent } from '#shared/records/event.ts'
import type { AttachmentId } from '#shared/records/attachment.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { Day } from '#shared/records/local-time.ts'
import type { Guest, Invitation, Meeting, MeetingType, Step, WayTold } from '#shared/records/meeting.ts'
import { mostBytesOf } from '#shared/rules/attachment-size.ts'
import { may } from '#shared/rules/permissions.ts'
import { no, yes, type Context, type Decision } from '#shared/events/kind.ts'
import type { PlanningCommand } from './commands.ts'

type Plan = Pick<
  Meeting,
  'type' | 'month' | 'startsAt' | 'place' | 'minutes' | 'topic' | 'topicId' | 'agenda' | 'fromPaper'
>
type Facts = {
  meetingPlanned: Plan
  meetingChanged: Partial<Pick<Meeting, 'month' | 'startsAt' | 'place' | 'minutes' | 'topic'>> & {
    topicId?: string | null
  }
  meetingCancelled: { reason: string }
  agendaItemPut: { item: AgendaItem; after?: string | null }
  agendaItemMoved: { item: string; after: string | null }
  agendaItemRemoved: { item: string }
  stepTicked: { step: Step; day: Day | null }
  partTicked: { part: string; day: Day | null }
  invitationAnswered: Pick<Invitation, 'coming' | 'way'>
  toldNoted: { person: PersonId; way: WayTold }
  guestPut: { guest: Guest }
  guestRemoved: { guest: string }
  pagePut: { page: Paper }
  pageRemoved: { page: AttachmentId }
}
const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })
const MOST_ITEMS = 100

export function decidePlanning(state: Meeting | null, command: PlanningCommand, context: Context): Decision {
  const { standing } = context
  if (command.do === 'planMeeting') {
    if (!may(command.fromPaper ? 'enterFromPaper' : 'planMeeting', standing)) return no('notAllowed')
    // Entering from paper is many commands: one that was cut goes on with the same first one [M60].
    if (state) return state.fromPaper && command.fromPaper ? yes() : no('alreadyExists')
    if (!isOfTheBank(command.topicId, command)) return no('malformed')
    const { do: _, ...plan } = command
    return yes(event('meetingPlanned', plan))
  }
  if (!state) return no('notFound')
  if (command.do === 'tickPart') {
    if (!may('keepHandbook', standing)) return no('notAllowed')
    const { part, day, step } = command
    return yes(
      ...((state.posted?.[part]?.day ?? null) === day ? [] : [event('partTicked', { part, day })]),
      ...(step === undefined || (state.steps[step] ?? null) === day
        ? []
        : [event('stepTicked', { step, day })]),
    )
  }
  if (command.do === 'putPage' || command.do === 'removePage') return decidePages(state, command, context)
  if (command.do === 'answerInvitation') {
    if (!may('answerInvitation', standing)) return no('notAllowed')
    const known = state.invitations[standing.person]
    const { coming, way } = command
    return known?.coming === coming && known.way === way
      ? yes()
      : yes(event('invitationAnswered', { coming, way }))
  }
  if (!may('planMeeting', standing)) return no('notAllowed')
  // Whoever came and what was ticked can be noted later too; the plan itself stands once the meeting is over.
  if (command.do === 'tickStep') {
    const { step, day } = command
    return (state.steps[step] ?? null) === day ? yes() : yes(event('stepTicked', { step, day }))
  }
  if (command.do === 'putGuest') return yes(event('guestPut', { guest: command.guest }))
  if (command.do === 'removeGuest')
    return state.guests.some(({ id }) => id === command.guest)
      ? yes(event('guestRemoved', { guest: command.guest }))
      : yes()
  if (state.course.is === 'closed') return no('notInThisState')
  switch (command.do) {
    case 'changeMeeting': {
      const { do: _, ...changes } = command
      const { type, topic } = { ...state, ...changes }
      if (!isOfTheBank(changes.topicId, { type, topic })) return no('malformed')
      const changed = Object.entries(changes).some(
        ([name, value]) => (state[name as keyof typeof changes] ?? null) !== value,
      )
      return changed ? yes(event('meetingChanged', changes)) : yes()
    }
    case 'cancelMeeting':
      if (state.course.is === 'cancelled') return yes()
      return state.course.is === 'planned'
        ? yes(event('meetingCancelled', { reason: command.reason }))
        : no('notInThisState')
    case 'putAgendaItem': {
      const { item, after } = command
      if (item.papers?.some((paper) => isLarge(paper, context))) return no('tooLarge')
      const known = state.agenda.some(({ id }) => id === item.id)
      if (!known && state.agenda.length >= MOST_ITEMS) return no('tooLarge')
      return yes(event('agendaItemPut', { item, ...(after === undefined ? {} : { after }) }))
    }
    case 'moveAgendaItem':
      if (!state.agenda.some(({ id }) => id === command.item)) return no('notFound')
      return yes(event('agendaItemMoved', { item: command.item, after: command.after }))
    case 'removeAgendaItem':
      if (!state.agenda.some(({ id }) => id === command.item)) return yes()
      return yes(event('agendaItemRemoved', { item: command.item }))
    case 'noteTold': {
      const { person, way } = command
      return state.told[person] === way ? yes() : yes(event('toldNoted', { person, way }))
    }
    default:
      return command satisfies never
  }
}

/** [M71] A topic of the bank is treated in a thematic meeting, and its words stand there too. */
const isOfTheBank = (
  topicId: string | null | undefined,
  { type, topic }: { type: MeetingType; topic?: string | undefined },
): boolean => topicId == null || (type === 'thematic' && topic !== undefined)

type PageCommand = Extract<PlanningCommand, { do: 'putPage' | 'removePage' }>
const MOST_PAGES = 30

/** [M63] Pages of the paper book, of a meeting that was entered from it. */
function decidePages(state: Meeting, command: PageCommand, context: Context): Decision {
  if (!may('enterFromPaper', context.standing)) return no('notAllowed')
  if (!state.fromPaper) return no('notInThisState')
  const pages = state.pages ?? []
  const has = (id: AttachmentId) => pages.some(({ file }) => file.id === id)
  if (command.do === 'removePage')
    return has(command.page) ? yes(event('pageRemoved', { page: command.page })) : yes()
  const { page } = command
  if (has(page.file.id)) return yes()
  if (pages.length >= MOST_PAGES || isLarge(page, context)) return no('tooLarge')
  return yes(event('pagePut', { page }))
}

const isLarge = ({ file }: Paper, { ruleset }: Context): boolean =>
  file.size > mostBytesOf(file.media, ruleset)

/** Other events leave the state as it is. */
export function foldPlanning(state: Meeting | null, e: RecordedEvent): Meeting | null {
  if (e.type === 'meetingPlanned') return state ?? planned(e)
  if (!state) return state
  switch (e.type) {
    case 'meetingChanged': {
      const { topicId, ...changes } = e.data as Facts['meetingChanged']
      const { topicId: before, ...rest } = { ...state, ...changes }
      const now = topicId === undefined ? before : topicId
      return { ...rest, ...(now == null ? {} : { topicId: now }) }
    }
    case 'meetingCancelled': {
      if (state.course.is !== 'planned') return state
      const { reason } = e.data as Facts['meetingCancelled']
      return { ...state, course: { is: 'cancelled', reason, at: doneAt(e) } }
    }
    case 'agendaItemPut': {
      const { item, after } = e.data as Facts['agendaItemPut']
      const known = state.agenda.some(({ id }) => id === item.id)
      const agenda = known
        ? state.agenda.map((old) => (old.id === item.id ? item : old))
        : [...state.agenda, item]
      return { ...state, agenda: after === undefined ? agenda : moved(agenda, item.id, after) }
    }
    case 'agendaItemMoved': {
      const { item, after } = e.data as Facts['agendaItemMoved']
      return { ...state, agenda: moved(state.agenda, item, after) }
    }
    case 'agendaItemRemoved': {
      const { item } = e.data as Facts['agendaItemRemoved']
      return { ...state, agenda: state.agenda.filter(({ id }) => id !== item) }
    }
    case 'stepTicked': {
      const { step, day } = e.data as Facts['stepTicked']
      const { [step]: _, ...others } = state.steps
      return { ...state, steps: day === null ? others : { ...others, [step]: day } }
    }
    case 'partTicked': {
      const { part, day } = e.data as Facts['partTicked']
      const { [part]: _, ...others } = state.posted ?? {}
      return { ...state, posted: day === null ? others : { ...others, [part]: { day, by: whoseDeed(e) } } }
    }
    case 'pagePut': {
      const { page } = e.data as Facts['pagePut']
      return { ...state, pages: [...(state.pages ?? []), page] }
    }
    case 'pageRemoved': {
      const { page } = e.data as Facts['pageRemoved']
      return { ...state, pages: (state.pages ?? []).filter(({ file }) => file.id !== page) }
    }
    case 'invitationAnswered': {
      const answer = { ...(e.data as Facts['invitationAnswered']), at: doneAt(e) }
      return { ...state, invitations: { ...state.invitations, [whoseDeed(e)]: answer } }
    }
    case 'toldNoted': {
      const { person, way } = e.data as Facts['toldNoted']
      return { ...state, told: { ...state.told, [person]: way } }
    }
    case 'guestPut': {
      const { guest } = e.data as Facts['guestPut']
      return { ...state, guests: [...state.guests.filter(({ id }) => id !== guest.id), guest] }
    }
    case 'guestRemoved': {
      const { guest } = e.data as Facts['guestRemoved']
      return { ...state, guests: state.guests.filter(({ id }) => id !== guest) }
    }
    default:
      return state
  }
}

/** [M10] Behind the item it names; at the beginning for null; where that item is gone, it stays where it is. */
function moved(agenda: readonly AgendaItem[], id: string, after: string | null): readonly AgendaItem[] {
  const item = agenda.find((one) => one.id === id)
  if (!item || after === id) return agenda
  const rest = agenda.filter((one) => one.id !== id)
  if (after === null) return [item, ...rest]
  const at = rest.findIndex((one) => one.id === after)
  return at < 0 ? agenda : [...rest.slice(0, at + 1), item, ...rest.slice(at + 1)]
}

function planned(e: RecordedEvent): Meeting {
  const plan = e.data as Facts['meetingPlanned']
  return {
    ...plan,
    plannedBy: whoseDeed(e),
    plannedAt: doneAt(e),
    steps: {},
    invitations: {},
    told: {},
    guests: [],
    course: { is: 'planned' },
    chairs: [],
    alsoOpenedBy: [],
    hands: [],
    turns: [],
    attendance: {},
    fees: [],
    contributions: [],
    selfCriticism: [],
    conclusions: {},
    votes: [],
    lines: [],
    marks: {},
    scores: {},
  }
}
