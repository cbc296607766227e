import { doneAt, enteredBy, whoseDeed, type RecordedEvent } from '#shared/records/event.ts'
import type { PersonId, RecordId, UnitId } from '#shared/records/ids.ts'
import type { Day } from '#shared/records/local-time.ts'
import {
  ABOVE_STEPS,
  type AboveStep,
  type Opinion,
  type OpinionAnswer,
  type OpinionOrigin,
  type OpinionStep,
  type OpinionType,
  type ToldHow,
} from '#shared/records/opinion.ts'

/** Somebody above did it: his name as he gave it, and in which round. */
type Above = { person: PersonId; name?: string; round: number }
export type OpinionFacts = {
  opinionRaised: { type: OpinionType; text: string; origin: OpinionOrigin; meeting?: RecordId }
  opinionOpened: Record<string, never>
  opinionAssigned: { to: PersonId; due: Day }
  opinionAnswered: { id: string; quotes: string; text: string }
  opinionForwarded: {
    unit: UnitId
    round: number
    type: OpinionType
    text: string
    word?: string
    askedAgain?: string
  }
  askerTold: { how: ToldHow }
  opinionClosed: { by: 'asker' | 'office'; unit?: UnitId; wasAbove?: number }
  opinionReopened: { reason: string }
  opinionJoined: { to: RecordId }
  opinionOnAgenda: { meeting: RecordId; item: string }
  // By the server, because of what was done elsewhere.
  aboveSaw: Above
  aboveTookUp: Above
  aboveAssigned: Above & { to: string; due: Day }
  aboveAnswered: Above & { id: string; quotes: string; text: string }
  aboveReturned: Above & { reason: string }
  alikeNoted: { record: RecordId }
  answeredAlike: { answer: Omit<OpinionAnswer, 'at' | 'alike'>; of: RecordId }
}
type Fact = { [Type in keyof OpinionFacts]: { type: Type; data: OpinionFacts[Type] } }[keyof OpinionFacts]

/** [I1, I2, I12] What was done to an opinion, here and above, in the order it came to this scope. */
export function foldOpinion(state: Opinion | null, e: RecordedEvent): Opinion | null {
  const [by, at] = [whoseDeed(e), doneAt(e)]
  const fact = e as unknown as Fact
  if (fact.type === 'opinionRaised') {
    if (state) return state
    const entered = enteredBy(e)
    return {
      ...fact.data,
      ...{ raisedBy: by, raisedAt: e.claimedAt },
      ...(e.receivedAt === undefined ? {} : { receivedAt: e.receivedAt }),
      ...(entered ? { entered } : {}),
      course: { is: 'received', since: at },
      ...{ answers: [], steps: [{ is: 'raised', at, by }], rounds: 0, alike: [] },
    }
  }
  if (!state) return state
  const did = (is: OpinionStep['is'], more: Partial<OpinionStep> = {}): Opinion => ({
    ...state,
    steps: [...state.steps, { is, at, ...(by === '' ? {} : { by }), ...more }],
  })
  switch (fact.type) {
    case 'opinionOpened':
      return state.course.is === 'received'
        ? { ...did('opened'), course: { is: 'received', since: at, opened: at } }
        : state
    case 'opinionAssigned':
      return { ...did('assigned', { to: fact.data.to }), course: { is: 'assigned', since: at, ...fact.data } }
    case 'opinionAnswered':
      return answeredBy(did('answered'), { ...fact.data, at, by })
    case 'opinionForwarded': {
      const { round, word } = fact.data
      const course = { is: 'forwarded' as const, since: at, above: 'sent' as const }
      return { ...did('forwarded', word === undefined ? {} : { words: word }), rounds: round, course }
    }
    case 'askerTold':
      return {
        ...did('told', { words: fact.data.how }),
        course: { is: 'told', since: at, how: fact.data.how },
      }
    case 'opinionClosed':
      return { ...did('closed'), course: { is: 'closed', since: at, by: fact.data.by } }
    case 'opinionReopened': {
      const { reason } = fact.data
      const { joinedTo: _, ...again } = did('reopened', { words: reason })
      return { ...again, reopened: { reason, at }, course: { is: 'received', since: at } }
    }
    case 'opinionJoined':
      return { ...did('joined'), joinedTo: fact.data.to }
    case 'opinionOnAgenda':
      return { ...did('onAgenda'), onAgenda: fact.data }
    case 'aboveSaw':
      return did('seenAbove', who(fact.data))
    case 'aboveTookUp':
      return further(did('takenUpAbove', who(fact.data)), fact.data.round, 'takenUp')
    case 'aboveAssigned': {
      const { round, to, due } = fact.data
      return further(did('assignedAbove', { ...who(fact.data), words: to }), round, 'assigned', { to, due })
    }
    case 'aboveAnswered': {
      const { id, quotes, text, name = '', round } = fact.data
      const answer = { id, quotes, text, at, above: name }
      const { course, rounds } = state
      const isAwaited = course.is === 'forwarded' ? rounds === round : hasAnswer(state)
      return isAwaited ? answeredBy(did('answered', who(fact.data)), answer) : besides(state, answer)
    }
    case 'aboveReturned':
      return state.course.is === 'forwarded' && state.rounds === fact.data.round
        ? {
            ...did('returned', { ...who(fact.data), words: fact.data.reason }),
            course: { is: 'received', since: at, opened: at },
          }
        : state
    case 'alikeNoted':
      return state.alike.includes(fact.data.record)
        ? state
        : { ...state, alike: [...state.alike, fact.data.record] }
    case 'answeredAlike': {
      // [I14] Whoever asked again meanwhile, or whose words are with the commune, waits for an answer of his own.
      const answer = { ...fact.data.answer, at, alike: fact.data.of }
      const isAwaited = state.joinedTo === fact.data.of && state.course.is !== 'forwarded'
      return isAwaited ? answeredBy(did('answered'), answer) : besides(state, answer)
    }
    default:
      return e.type === 'entryDisowned' ? disowned(state, (e.data as { of: number }).of) : state
  }
}

const who = ({ name }: Above): Partial<OpinionStep> => (name === undefined ? {} : { name })

const hasAnswer = ({ course }: Opinion): boolean => course.is === 'answered' || course.is === 'told'

/** [I8] Every answer stands, the same one once; also one that nobody waits for any more. */
const besides = (state: Opinion, answer: OpinionAnswer): Opinion =>
  state.answers.some(({ id }) => id === answer.id) ? state : { ...state, answers: [...state.answers, answer] }

function answeredBy(state: Opinion, answer: OpinionAnswer): Opinion {
  const known = state.answers.some(({ id }) => id === answer.id)
  if (known || state.course.is === 'closed') return besides(state, answer)
  return { ...besides(state, answer), course: { is: 'answered', since: answer.at } }
}

/** [I12] What comes down late never sets back what came before it. */
function further(
  state: Opinion,
  round: number,
  above: AboveStep,
  more: { to?: string; due?: Day } = {},
): Opinion {
  const { course } = state
  if (course.is !== 'forwarded' || state.rounds !== round) return state
  if (ABOVE_STEPS.indexOf(above) < ABOVE_STEPS.indexOf(course.above)) return state
  return { ...state, course: { ...course, above, ...more } }
}

const disowned = (state: Opinion, of: number): Opinion =>
  state.entered?.seq === of ? { ...state, entered: { ...state.entered, disowned: true } } : state
