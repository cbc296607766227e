import * as v from 'valibot'
import { doneAt, whoseDeed, type RecordedEvent } from '#shared/records/event.ts'
import type { ForwardedOpinion } from '#shared/records/forwarded-opinion.ts'
import { idSchema, type Instant, type PersonId } from '#shared/records/ids.ts'
import { daySchema, type Day } from '#shared/records/local-time.ts'
import { personNameSchema } from '#shared/records/person.ts'
import { cellScope } from '#shared/records/scope.ts'
import { oneLine, severalLines } from '#shared/records/words.ts'
import { dayInVietnam } from '#shared/rules/announcement-timing.ts'
import { answerDue, liesAbove } from '#shared/rules/opinion-course.ts'
import { may } from '#shared/rules/permissions.ts'
import { no, yes, type Decision, type Reaction, type RecordKindRules } from './kind.ts'

const name = v.exactOptional(personNameSchema)
export const forwardedOpinionCommandSchema = v.variant('do', [
  v.object({ do: v.literal('seeForwarded'), name }),
  v.object({ do: v.literal('takeUpForwarded'), name }),
  v.object({
    do: v.literal('assignForwarded'),
    to: oneLine(120),
    due: v.exactOptional(daySchema),
    name,
  }),
  v.object({ do: v.literal('answerForwarded'), id: idSchema, text: severalLines(4000), name }),
  v.object({ do: v.literal('returnForwarded'), reason: severalLines(1000), name }),
])
export type ForwardedOpinionCommand = v.InferOutput<typeof forwardedOpinionCommandSchema>

/** `round`: which time it went up, so that what comes down is told from an earlier time. */
type Done = { name?: string; round: number }
type Came = Pick<ForwardedOpinion, 'unit' | 'opinion' | 'type' | 'text' | 'word' | 'askedAgain' | 'round'> & {
  by: PersonId
  at: Instant
}
type Facts = {
  forwardedOpinionCame: Came
  forwardedOpinionClosed: { round: number }
  forwardedSeen: Done
  forwardedTakenUp: Done
  forwardedAssigned: Done & { to: string; due: Day }
  forwardedAnswered: Done & { id: string; quotes: string; text: string }
  forwardedReturned: Done & { reason: string }
}
type Fact = { [Type in keyof Facts]: { type: Type; data: Facts[Type] } }[keyof Facts]
const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })
const MOST_LOOKS = 200

/** [I11, I12] The commune's side of an opinion, in the bridge; it comes in by the server alone, and each step goes back down. */
export const forwardedOpinionRules: RecordKindRules<ForwardedOpinion> = {
  kind: 'forwardedOpinion',
  livesIn: 'bridge',
  hasDocument: false,

  decide(state, raw, { standing, at }): Decision {
    const parsed = v.safeParse(forwardedOpinionCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    const command = parsed.output
    if (!may('handleForwarded', standing)) return no('notAllowed')
    if (!state) return no('notFound')
    const { course, round } = state
    const done = { ...(command.name === undefined ? {} : { name: command.name }), round }
    const isHere = liesAbove(course)
    switch (command.do) {
      case 'seeForwarded': {
        const known = state.looks.some(({ person }) => person === standing.person)
        return known || state.looks.length >= MOST_LOOKS ? yes() : yes(event('forwardedSeen', done))
      }
      case 'takeUpForwarded':
        if (course.is === 'sent') return yes(event('forwardedTakenUp', done))
        return isHere || course.is === 'answered' ? yes() : no('notInThisState')
      case 'assignForwarded': {
        if (!isHere) return no('notInThisState')
        const due = command.due ?? answerDue(state.type, dayInVietnam(at))
        const same = course.is === 'assigned' && course.to === command.to && course.due === due
        return same ? yes() : yes(event('forwardedAssigned', { ...done, to: command.to, due }))
      }
      case 'answerForwarded': {
        if (state.answers.some(({ id }) => id === command.id)) return yes()
        if (!isHere && course.is !== 'answered') return no('notInThisState')
        const quotes = state.askedAgain ? `${state.text}\n\n${state.askedAgain}` : state.text
        return yes(event('forwardedAnswered', { ...done, id: command.id, quotes, text: command.text }))
      }
      case 'returnForwarded':
        if (course.is === 'returned') return yes()
        return isHere
          ? yes(event('forwardedReturned', { ...done, reason: command.reason }))
          : no('notInThisState')
      default:
        return command satisfies never
    }
  },

  fold(state, e) {
    const [by, at] = [whoseDeed(e), doneAt(e)]
    const fact = e as unknown as Fact
    if (fact.type === 'forwardedOpinionCame') {
      const { by: forwardedBy, at: forwardedAt, ...came } = fact.data
      const before = state ?? { answers: [], looks: [], names: {} }
      const { answers, looks, names } = before
      return {
        ...{ ...came, forwardedBy, forwardedAt, answers, looks, names },
        course: { is: 'sent', since: at },
      }
    }
    if (!state) return state
    const known = 'name' in fact.data && fact.data.name !== undefined ? { [by]: fact.data.name } : {}
    const named = { ...state, names: { ...state.names, ...known } }
    switch (fact.type) {
      case 'forwardedOpinionClosed':
        return liesAbove(state.course) && state.round === fact.data.round
          ? { ...state, course: { is: 'closed', since: at } }
          : state
      case 'forwardedSeen':
        return { ...named, looks: [...state.looks, { person: by, at }] }
      case 'forwardedTakenUp':
        return { ...named, course: { is: 'takenUp', since: at } }
      case 'forwardedAssigned':
        return { ...named, course: { is: 'assigned', since: at, to: fact.data.to, due: fact.data.due } }
      case 'forwardedAnswered': {
        const { id, quotes, text } = fact.data
        const answers = [...state.answers, { id, quotes, text, by, at }]
        return { ...named, answers, course: { is: 'answered', since: at } }
      }
      case 'forwardedReturned':
        return { ...named, course: { is: 'returned', since: at, reason: fact.data.reason } }
      default:
        return state
    }
  },

  react(e, state) {
    const type = DOWN[e.type]
    if (type === undefined) return []
    return [down(state, { type, v: 1, data: { ...(e.data as object), person: whoseDeed(e) } })]
  },

  project: (record, { opinion, type, text, forwardedAt, round, course }, changedAt) => ({
    ...{ kind: 'forwardedOpinion', record, changedAt, opinion, type, forwardedAt, round, course },
    excerpt: text.replace(/\s+/gu, ' ').slice(0, 160),
  }),

  writingRefusal: () => 'notFound',
}

/** What each deed above is called in the cell. */
const DOWN: Readonly<Record<string, string>> = {
  forwardedSeen: 'aboveSaw',
  forwardedTakenUp: 'aboveTookUp',
  forwardedAssigned: 'aboveAssigned',
  forwardedAnswered: 'aboveAnswered',
  forwardedReturned: 'aboveReturned',
}

const down = (
  { unit, opinion }: ForwardedOpinion,
  told: Pick<RecordedEvent, 'type' | 'v' | 'data'>,
): Reaction => ({
  ...{ do: 'append', scope: cellScope(unit), kind: 'opinion', record: opinion },
  event: told,
})
