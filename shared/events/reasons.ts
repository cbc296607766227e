import * as v from 'valibot'
import { idSchema, type PersonId, type RecordId } from '#shared/records/ids.ts'
import { reasonsOf, type OwnReason, type Reasons } from '#shared/records/reasons.ts'
import { ownScope } from '#shared/records/scope.ts'
import { oneLine } from '#shared/records/words.ts'
import { may } from '#shared/rules/permissions.ts'
import { no, yes, type RecordKindRules } from './kind.ts'

/** Null takes it out again. */
const text = v.nullable(oneLine(300))
export const reasonsCommandSchema = v.variant('do', [
  v.object({ do: v.literal('noteReason'), meeting: idSchema, person: idSchema, text }),
  v.object({ do: v.literal('giveReason'), meeting: idSchema, text }),
])
export type ReasonsCommand = v.InferOutput<typeof reasonsCommandSchema>
type Fact = Reasoned & { person: PersonId }
type Reasoned = { meeting: RecordId; text: string | null }

/** [M24] The words of a reason are read by the cell's office alone; the meeting knows only "with reason" or "without". */
export const reasonsRules: RecordKindRules<Reasons> = {
  kind: 'reasons',
  livesIn: 'office',
  hasDocument: false,
  fromMembers: ['giveReason'],
  forAnother: ['giveReason'],

  decide(state, raw, { record, standing }) {
    const parsed = v.safeParse(reasonsCommandSchema, raw)
    if (!parsed.success || record !== reasonsOf(parsed.output.meeting)) return no('malformed')
    const command = parsed.output
    const { meeting, text: said } = command
    if (command.do === 'noteReason') {
      if (!may('noteReasons', standing)) return no('notAllowed')
      if ((state?.reasons[command.person] ?? null) === said) return yes()
      return yes({ type: 'reasonNoted', v: 1, data: { meeting, person: command.person, text: said } })
    }
    if (!may('giveReason', standing)) return no('notAllowed')
    return yes({ type: 'reasonGiven', v: 1, data: { meeting, person: standing.person, text: said } })
  },

  fold(state, e) {
    if (e.type !== 'reasonNoted' && e.type !== 'reasonGiven') return state
    const { meeting, person, text } = e.data as Fact
    const { [person]: _, ...others } = state?.reasons ?? {}
    return { meeting, reasons: text === null ? others : { ...others, [person]: text } }
  },

  project: (record, { meeting, reasons }, changedAt) => ({
    kind: 'reasons',
    record,
    changedAt,
    meeting,
    reasons,
  }),

  writingRefusal: () => 'notFound',

  /** [Z11] Whoever gave it, or for whom it was given, has it in his own scope; the office's notes are the office's. */
  react(e) {
    if (e.type !== 'reasonGiven' || e.actor.by !== 'person') return []
    const { meeting, person, text: said } = e.data as Fact
    const event = { type: 'ownReasonGiven', v: 1, data: { meeting, text: said, by: e.actor.person } }
    return [{ do: 'append', scope: ownScope(person), kind: 'ownReason', record: e.record, event }]
  },
}

/** [Z11] One's own copy, made by the server alone: there is no command for it. */
export const ownReasonRules: RecordKindRules<OwnReason> = {
  kind: 'ownReason',
  livesIn: 'own',
  hasDocument: false,
  decide: () => no('unknownCommand'),
  fold: (state, e) => (e.type === 'ownReasonGiven' ? (e.data as OwnReason) : state),
  project: (record, state, changedAt) => ({ kind: 'ownReason', record, changedAt, ...state }),
  writingRefusal: () => 'notFound',
}
