import type { AttachmentRef } from '#shared/records/attachment.ts'
import { enteredBy, whoseDeed, type Entered, type RecordedEvent } from '#shared/records/event.ts'
import type { Instant, PersonId } from '#shared/records/ids.ts'
import type { Contribution, Meeting } from '#shared/records/meeting.ts'
import type { Entry } from '#shared/records/observation.ts'
import { mayInMeeting } from '#shared/rules/meeting/course.ts'
import { may } from '#shared/rules/permissions.ts'
import { entered } from '#shared/rules/register.ts'
import { no, yes, type Context, type Decision } from '#shared/events/kind.ts'
import type { SayingCommand } from './commands.ts'

type Facts = {
  contributionNoted: Omit<Contribution, 'speaker' | 'entered'> & { guest?: string }
  contributionChanged: { of: string; text: string }
  contributionStruck: { of: string }
  selfCriticismNoted: { id: string; item: string | null; words?: AttachmentRef; at: Instant }
  selfCriticismWorded: { of: string; words: AttachmentRef | null }
  selfCriticismConfirmed: { of: string; words: string }
  itemConcluded: { item: string; instead: readonly string[] } & Omit<Entry<{ text: string }>, 'by'>
}
const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })

/** More than this of one kind is no meeting. */
const MOST_SAID = 1_000

/**
 * What is said is its speaker's deed, entered for him by whoever keeps the notes [M17]: so both names stand with it, it is
 * in the speaker's own list, and he can say that it was not meant so [N4].
 */
export function decideSaying(state: Meeting, command: SayingCommand, context: Context): Decision {
  const { standing, typist = standing } = context
  const notes = mayInMeeting('takeNotes', state, typist)
  switch (command.do) {
    case 'noteContribution': {
      const { do: _, ...said } = command
      // A member may write down his own words on his own phone; another's only who keeps the notes.
      const own = said.guest === undefined && typist === standing && may('answerInvitation', standing)
      if (!notes && !own) return no('notAllowed')
      if (said.guest !== undefined && !state.guests.some(({ id }) => id === said.guest)) return no('notFound')
      if (state.contributions.some(({ id }) => id === said.id)) return yes()
      if (state.contributions.length >= MOST_SAID) return no('tooLarge')
      return yes(event('contributionNoted', said))
    }
    case 'changeContribution':
    case 'strikeContribution': {
      const known = state.contributions.find(({ id }) => id === command.of)
      if (!notes && known?.speaker !== standing.person) return no('notAllowed')
      if (!known) return command.do === 'strikeContribution' ? yes() : no('notFound')
      if (command.do === 'strikeContribution') return yes(event('contributionStruck', { of: known.id }))
      return command.text === known.text
        ? yes()
        : yes(event('contributionChanged', { of: known.id, text: command.text }))
    }
    case 'noteSelfCriticism': {
      if (!notes && typist !== standing) return no('notAllowed')
      if (!may('answerInvitation', standing)) return no('notAllowed')
      const { do: _, ...noted } = command
      if (state.selfCriticism.some(({ id }) => id === noted.id)) return yes()
      return yes(event('selfCriticismNoted', noted))
    }
    case 'wordSelfCriticism': {
      const known = state.selfCriticism.find(({ id }) => id === command.of)
      if (!notes && known?.speaker !== standing.person) return no('notAllowed')
      if (!known) return no('notFound')
      // [M18] Once confirmed they are his, to change and to have erased.
      if (known.confirmed && known.speaker !== standing.person) return no('notAllowed')
      return yes(event('selfCriticismWorded', { of: known.id, words: command.words }))
    }
    case 'confirmSelfCriticism': {
      const known = state.selfCriticism.find(({ id }) => id === command.of)
      if (!known) return no('notFound')
      // His alone: on his phone, or read back to him by whoever keeps the notes, who is then named [M18].
      if (known.speaker !== standing.person) return no('notAllowed')
      if (typist !== standing && !notes) return no('notAllowed')
      if (known.words?.id !== command.words) return no('notInThisState')
      return known.confirmed
        ? yes()
        : yes(event('selfCriticismConfirmed', { of: known.id, words: command.words }))
    }
    case 'concludeItem': {
      if (!notes) return no('notAllowed')
      const { do: _, ...conclusion } = command
      return yes(event('itemConcluded', conclusion))
    }
    default:
      return command satisfies never
  }
}

/** Other events leave the state as it is. */
export function foldSaying(state: Meeting, e: RecordedEvent): Meeting {
  const by = whoseDeed(e)
  const typed = enteredBy(e)
  const how = typed ? { entered: typed } : {}
  switch (e.type) {
    case 'contributionNoted': {
      const { guest, ...said } = e.data as Facts['contributionNoted']
      return { ...state, contributions: [...state.contributions, { ...said, speaker: guest ?? by, ...how }] }
    }
    case 'contributionChanged': {
      const { of, text } = e.data as Facts['contributionChanged']
      const contributions = state.contributions.map((one) => (one.id === of ? { ...one, text } : one))
      return { ...state, contributions }
    }
    case 'contributionStruck': {
      const { of } = e.data as Facts['contributionStruck']
      return { ...state, contributions: state.contributions.filter(({ id }) => id !== of) }
    }
    case 'selfCriticismNoted': {
      const noted = e.data as Facts['selfCriticismNoted']
      return { ...state, selfCriticism: [...state.selfCriticism, { ...noted, speaker: by, ...how }] }
    }
    case 'selfCriticismWorded': {
      const { of, words } = e.data as Facts['selfCriticismWorded']
      return changedCriticism(state, of, ({ words: _, confirmed: __, ...one }) =>
        words ? { ...one, words } : one,
      )
    }
    case 'selfCriticismConfirmed': {
      const { of, words } = e.data as Facts['selfCriticismConfirmed']
      const confirmed = e.onBehalfOf === undefined ? ('himself' as const) : ('readBack' as const)
      return changedCriticism(state, of, (one) => (one.words?.id === words ? { ...one, confirmed } : one))
    }
    case 'itemConcluded': {
      const { item, instead, ...conclusion } = e.data as Facts['itemConcluded']
      const concluded = entered(state.conclusions[item] ?? [], { ...conclusion, by }, instead)
      return { ...state, conclusions: { ...state.conclusions, [item]: concluded } }
    }
    case 'entryDisowned': {
      const { of } = e.data as { of: number }
      const disowned = <T extends { entered?: Entered }>(one: T): T =>
        one.entered?.seq === of ? { ...one, entered: { ...one.entered, disowned: true } } : one
      return {
        ...state,
        contributions: state.contributions.map(disowned),
        selfCriticism: state.selfCriticism.map(disowned),
      }
    }
    default:
      return state
  }
}

/** The words of a contribution, for lists of what was entered for somebody. */
export function saidInMeeting(e: RecordedEvent): string | null {
  return e.type === 'contributionNoted' ? (e.data as Facts['contributionNoted']).text : null
}

type Criticism = Meeting['selfCriticism'][number]

function changedCriticism(state: Meeting, of: string, change: (one: Criticism) => Criticism): Meeting {
  return { ...state, selfCriticism: state.selfCriticism.map((one) => (one.id === of ? change(one) : one)) }
}

/** Whose words these are, for whom it concerns. */
export const speakersOf = ({ contributions }: Pick<Meeting, 'contributions'>): ReadonlySet<PersonId> =>
  new Set(contributions.map(({ speaker }) => speaker))
