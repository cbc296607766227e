import * as v from 'valibot'
import { idSchema } from '#shared/records/ids.ts'
import { daySchema } from '#shared/records/local-time.ts'
import { OPINION_ORIGINS, OPINION_TYPES, TOLD_HOW, type Opinion } from '#shared/records/opinion.ts'
import { severalLines } from '#shared/records/words.ts'
import { dayInVietnam } from '#shared/rules/announcement-timing.ts'
import { answerDue, relationsToOpinion } from '#shared/rules/opinion-course.ts'
import { may, type Action } from '#shared/rules/permissions.ts'
import { no, yes, type Context, type Decision, type RecordKindRules } from './kind.ts'
import { foldOpinion, type OpinionFacts } from './opinion-fold.ts'
import { reactToOpinion } from './opinion-reactions.ts'

const id = idSchema
export const opinionCommandSchema = v.variant('do', [
  v.object({
    do: v.literal('raiseOpinion'),
    type: v.picklist(OPINION_TYPES),
    text: severalLines(4000),
    origin: v.picklist(OPINION_ORIGINS),
    meeting: v.exactOptional(id),
  }),
  v.object({ do: v.literal('openOpinion') }),
  v.object({ do: v.literal('assignOpinion'), to: id, due: v.exactOptional(daySchema) }),
  v.object({ do: v.literal('answerOpinion'), id, text: severalLines(4000) }),
  v.object({ do: v.literal('forwardOpinion'), word: v.exactOptional(severalLines(1000)) }),
  v.object({ do: v.literal('tellAsker'), how: v.picklist(TOLD_HOW) }),
  v.object({ do: v.literal('closeOpinion') }),
  v.object({ do: v.literal('reopenOpinion'), reason: severalLines(1000) }),
  v.object({ do: v.literal('joinOpinion'), to: id }),
  v.object({ do: v.literal('noteOnAgenda'), meeting: id, item: id }),
])
export type OpinionCommand = v.InferOutput<typeof opinionCommandSchema>
type Raise = Extract<OpinionCommand, { do: 'raiseOpinion' }>

const event = <T extends keyof OpinionFacts>(type: T, data: OpinionFacts[T]) => ({ type, v: 1, data })

/** An open opinion of the cell: raised, taken up, answered here or above, told to whoever asked, and settled by him [I1]. */
export const opinionRules: RecordKindRules<Opinion> = {
  kind: 'opinion',
  livesIn: 'cell',
  hasDocument: false,
  forAnother: ['raiseOpinion', 'closeOpinion', 'reopenOpinion'],
  saidIn(e) {
    if (e.type === 'opinionRaised') return (e.data as OpinionFacts['opinionRaised']).text
    return e.type === 'opinionReopened' ? (e.data as OpinionFacts['opinionReopened']).reason : null
  },
  restsOn(_, command) {
    const parsed = v.safeParse(opinionCommandSchema, command)
    const joins = parsed.success && parsed.output.do === 'joinOpinion'
    return joins ? [{ record: parsed.output.to, kind: 'opinion' }] : []
  },

  decide(state, raw, context) {
    const parsed = v.safeParse(opinionCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    const command = parsed.output
    if (command.do === 'raiseOpinion') return raise(state, command, context)
    return state ? decideOn(state, command, context) : no('notFound')
  },

  fold: foldOpinion,
  react: reactToOpinion,

  project(record, { text, answers, steps: _, alike: __, meeting: ___, reopened: ____, ...state }, changedAt) {
    return {
      ...{ kind: 'opinion', record, changedAt },
      ...state,
      ...{ excerpt: text.replace(/\s+/gu, ' ').slice(0, 160), answers: answers.length },
    }
  },

  writingRefusal: () => 'notFound',
}

function raise(state: Opinion | null, { do: _, ...raised }: Raise, { standing }: Context): Decision {
  // [I1] What the cell as a whole recommends is put down by its office.
  if (!may(raised.origin === 'cell' ? 'handleOpinions' : 'raiseOpinion', standing)) return no('notAllowed')
  if (raised.origin === 'meeting' && raised.meeting === undefined) return no('malformed')
  return state ? no('alreadyExists') : yes(event('opinionRaised', raised))
}

function decideOn(state: Opinion, command: Exclude<OpinionCommand, Raise>, context: Context): Decision {
  const { standing, rosters, at, record } = context
  const { course } = state
  const relations = relationsToOpinion(state, standing.person)
  const mayDo = (action: Action) => may(action, standing, relations)
  const isWithCell = course.is === 'received' || course.is === 'assigned'
  const isAnswered = course.is === 'answered' || course.is === 'told'
  switch (command.do) {
    case 'openOpinion':
      if (!mayDo('handleOpinions')) return no('notAllowed')
      return course.is === 'received' && course.opened === undefined ? yes(event('opinionOpened', {})) : yes()
    case 'assignOpinion': {
      if (!mayDo('handleOpinions')) return no('notAllowed')
      if (!isWithCell) return no('notInThisState')
      const here = rosters.some(({ people }) =>
        people.some((one) => one.id === command.to && one.status !== 'suspended'),
      )
      if (!here) return no('notFound')
      const due = command.due ?? answerDue(state.type, dayInVietnam(at))
      const same = course.is === 'assigned' && course.to === command.to && course.due === due
      return same ? yes() : yes(event('opinionAssigned', { to: command.to, due }))
    }
    case 'answerOpinion': {
      if (!mayDo('answerOpinion')) return no('notAllowed')
      if (state.answers.some((one) => one.id === command.id)) return yes()
      if (!isWithCell && !isAnswered) return no('notInThisState')
      return yes(event('opinionAnswered', { id: command.id, quotes: questionOf(state), text: command.text }))
    }
    case 'forwardOpinion': {
      if (!mayDo('forwardOpinion')) return no('notAllowed')
      if (course.is === 'forwarded') return yes()
      if (!isWithCell) return no('notInThisState')
      const { type, text, reopened } = state
      return yes(
        event('opinionForwarded', {
          ...{ unit: standing.unit, round: state.rounds + 1, type, text },
          ...(command.word === undefined ? {} : { word: command.word }),
          ...(reopened ? { askedAgain: reopened.reason } : {}),
        }),
      )
    }
    case 'tellAsker': {
      // [I9] That he read it himself is said by whoever asked, and by nobody else.
      const mine = relations.includes('self') && state.origin !== 'resident'
      if (command.how === 'read' ? !mine : !mayDo('tellAsker')) return no('notAllowed')
      if (course.is === 'answered') return yes(event('askerTold', { how: command.how }))
      return course.is === 'told' ? yes() : no('notInThisState')
    }
    case 'closeOpinion': {
      const mine = mayDo('settleOpinion')
      if (!mine && !mayDo('handleOpinions')) return no('notAllowed')
      if (course.is === 'closed') return yes()
      // [I10] Only whoever asked ends it before he was told.
      if (!mine && course.is !== 'told') return no('notInThisState')
      const wasAbove = course.is === 'forwarded' ? { unit: standing.unit, wasAbove: state.rounds } : {}
      return yes(event('opinionClosed', { by: mine ? 'asker' : 'office', ...wasAbove }))
    }
    case 'reopenOpinion':
      if (!mayDo('settleOpinion')) return no('notAllowed')
      return isAnswered || course.is === 'closed'
        ? yes(event('opinionReopened', { reason: command.reason }))
        : no('notInThisState')
    case 'joinOpinion': {
      if (!mayDo('handleOpinions')) return no('notAllowed')
      const other = context.others.get(command.to) as Opinion | undefined
      if (command.to === record || !other) return no('notFound')
      if (state.joinedTo === command.to) return yes()
      if (course.is === 'closed' || other.joinedTo !== undefined || state.joinedTo !== undefined)
        return no('notInThisState')
      return yes(event('opinionJoined', { to: command.to }))
    }
    case 'noteOnAgenda':
      if (!may('planMeeting', standing)) return no('notAllowed')
      if (course.is === 'closed') return no('notInThisState')
      return state.onAgenda?.item === command.item
        ? yes()
        : yes(event('opinionOnAgenda', { meeting: command.meeting, item: command.item }))
    default:
      return command satisfies never
  }
}

/** [I8] What is answered: the question, and why it was asked again. */
const questionOf = ({ text, reopened }: Opinion): string =>
  reopened ? `${text}\n\n${reopened.reason}` : text
