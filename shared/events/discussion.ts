import * as v from 'valibot'
import {
  anchorSchema,
  MOST_REMARKS,
  remarkIdSchema,
  remarkSchema,
  saidSchema,
  type Answer,
  type Outcome,
  type Remark,
} from '#shared/records/discussion.ts'
import { doneAt, enteredBy, whoseDeed, type Entered, type RecordedEvent } from '#shared/records/event.ts'
import type { Resolution } from '#shared/records/resolution.ts'
import type { DecidedProposal } from '#shared/records/row.ts'
import { discussingRefusal, mayDecide, maySettle, mayWithdraw } from '#shared/rules/discussion-course.ts'
import { documentIsOpen } from '#shared/rules/resolution-course.ts'
import { no, yes, type Context, type Decision } from './kind.ts'

const id = remarkIdSchema

/** What members say about a draft, and what its drafters decide: commands of a resolution. */
export const discussionCommands = [
  v.object({ do: v.literal('remark'), id, anchor: v.nullable(anchorSchema), says: remarkSchema }),
  v.object({ do: v.literal('answerRemark'), remark: id, id, text: saidSchema }),
  v.object({ do: v.literal('withdrawRemark'), remark: id }),
  v.object({ do: v.literal('settleComment'), remark: id }),
  v.object({ do: v.literal('acceptProposal'), remark: id }),
  v.object({ do: v.literal('declineProposal'), remark: id, why: v.optional(saidSchema) }),
] as const
type DiscussionCommand = v.InferOutput<(typeof discussionCommands)[number]>

type Facts = {
  remarkMade: Pick<Remark, 'id' | 'anchor' | 'says'>
  remarkAnswered: { remark: string } & Pick<Answer, 'id' | 'text'>
  remarkClosed: { remark: string } & Pick<Outcome, 'is' | 'why'>
}
const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })
const closed = (remark: Remark, is: Outcome['is'], why?: string) =>
  yes(event('remarkClosed', { remark: remark.id, is, ...(why === undefined ? {} : { why }) }))

export function decideDiscussion(
  state: Resolution,
  command: DiscussionCommand,
  { standing }: Context,
): Decision {
  if (command.do === 'remark') return remark(state, command, { standing })
  const found = state.remarks.find((r) => r.id === command.remark)
  if (!found) return no('notFound')
  switch (command.do) {
    case 'answerRemark': {
      const refusal = discussingRefusal(state, standing)
      if (refusal) return no(refusal)
      if (found.answers.some((answer) => answer.id === command.id)) return yes()
      if (found.answers.length >= MOST_REMARKS) return no('tooLarge')
      return yes(event('remarkAnswered', { remark: found.id, id: command.id, text: command.text }))
    }
    case 'withdrawRemark':
      return mayWithdraw(found, standing) ? close(found, 'withdrawn') : no('notAllowed')
    case 'settleComment':
      if (!maySettle(state, standing)) return no('notAllowed')
      return found.says.is === 'comment' ? close(found, 'settled') : no('notInThisState')
    case 'declineProposal':
      if (!mayDecide(state, standing)) return no('notAllowed')
      return found.says.is === 'proposal' ? close(found, 'declined', command.why) : no('notInThisState')
    case 'acceptProposal':
      if (!mayDecide(state, standing)) return no('notAllowed')
      if (!documentIsOpen(state)) return no('documentClosed')
      if (found.says.is !== 'proposal') return no('notInThisState')
      // Not even the same again: the words of this acceptance would come in a second time [C5].
      return found.outcome ? no('alreadyDecided') : closed(found, 'accepted')
    default:
      return command satisfies never
  }
}

/** Other events leave the state as it is. */
export function foldDiscussion(state: Resolution, e: RecordedEvent): Resolution {
  const by = whoseDeed(e)
  const at = doneAt(e)
  const entry = enteredBy(e)
  const entered = entry ? { entered: entry } : {}
  switch (e.type) {
    case 'remarkMade': {
      const { id: made, anchor, says } = e.data as Facts['remarkMade']
      const fresh = { id: made, by, at, anchor, says, answers: [], outcome: null, ...entered }
      return { ...state, remarks: [...state.remarks, fresh] }
    }
    case 'remarkAnswered': {
      const { remark: about, id: made, text } = e.data as Facts['remarkAnswered']
      const answer = { id: made, by, at, text, ...entered }
      return changed(state, about, (r) => ({ ...r, answers: [...r.answers, answer] }))
    }
    case 'remarkClosed': {
      const { remark: about, is, why } = e.data as Facts['remarkClosed']
      const outcome = { is, by, at, ...(why === undefined ? {} : { why }) }
      return changed(state, about, (r) => ({ ...r, outcome: r.outcome ?? outcome }))
    }
    case 'entryDisowned': {
      const { of } = e.data as { of: number }
      const marked = <T extends Said>(said: T): T => disownedAt(said, of)
      const remarks = state.remarks.map((r) => marked({ ...r, answers: r.answers.map(marked) }))
      return { ...state, remarks }
    }
    default:
      return state
  }
}

/** The words of a comment, proposal or answer. */
export function saidInDiscussion(e: RecordedEvent): string | null {
  if (e.type === 'remarkAnswered') return (e.data as Facts['remarkAnswered']).text
  if (e.type !== 'remarkMade') return null
  const { says } = e.data as Facts['remarkMade']
  return says.is === 'comment' ? says.text : says.wording
}

const MOST_TOLD = 20

/** What lists and the first page tell of a discussion. */
export function discussionInRow({ shown, remarks }: Resolution) {
  const decided = remarks.flatMap(({ id: made, by, outcome }): DecidedProposal[] =>
    outcome?.is === 'accepted' || outcome?.is === 'declined'
      ? [{ id: made, by, is: outcome.is, at: outcome.at }]
      : [],
  )
  const told = decided.sort((a, b) => a.at - b.at).slice(-MOST_TOLD)
  return { shown, openRemarks: remarks.filter((r) => r.outcome === null).length, decided: told }
}

function remark(
  state: Resolution,
  { id: made, anchor, says }: Extract<DiscussionCommand, { do: 'remark' }>,
  { standing }: Pick<Context, 'standing'>,
): Decision {
  const refusal = discussingRefusal(state, standing)
  if (refusal) return no(refusal)
  const known = state.remarks.find((r) => r.id === made)
  if (known) return known.by === standing.person ? yes() : no('alreadyExists')
  if (state.remarks.length >= MOST_REMARKS) return no('tooLarge')
  return yes(event('remarkMade', { id: made, anchor, says }))
}

/** [C5] [C8] The first decision stands; the same again changes nothing. */
function close(found: Remark, is: Outcome['is'], why?: string): Decision {
  if (!found.outcome) return closed(found, is, why)
  return found.outcome.is === is ? yes() : no('alreadyDecided')
}

type Said = { entered?: Entered }

/** [N4] What was entered at this place carries the mark; everything else stays as it is. */
function disownedAt<T extends Said>(said: T, of: number): T {
  return said.entered?.seq === of ? { ...said, entered: { ...said.entered, disowned: true } } : said
}

function changed(state: Resolution, about: string, change: (remark: Remark) => Remark): Resolution {
  return { ...state, remarks: state.remarks.map((r) => (r.id === about ? change(r) : r)) }
}

const NAMES: readonly string[] = discussionCommands.map((schema) => schema.entries.do.literal)
export const isOfDiscussion = (command: { do: string }): command is DiscussionCommand =>
  NAMES.includes(command.do)
