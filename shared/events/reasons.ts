import * as v from 'valibot'
import { idSchema } from '#shared/records/ids.ts'
import type { Reasons } from '#shared/records/reasons.ts'
import { oneLine } from '#shared/records/words.ts'
import { may } from '#shared/rules/permissions.ts'
import { no, yes, type RecordKindRules } from './kind.ts'

export const reasonsCommandSchema = v.object({
  do: v.literal('noteReason'),
  meeting: idSchema,
  person: idSchema,
  /** Null takes it out again. */
  text: v.nullable(oneLine(300)),
})
export type ReasonsCommand = v.InferOutput<typeof reasonsCommandSchema>
type Fact = Omit<ReasonsCommand, 'do'>

/** [M24] The words of a reason are read by the cell's office alone; the meeting knows only "with reason" or "without". */
export const reasonsRules: RecordKindRules<Reasons> = {
  kind: 'reasons',
  livesIn: 'office',
  hasDocument: false,

  decide(state, raw, { standing }) {
    const parsed = v.safeParse(reasonsCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    if (!may('noteReasons', standing)) return no('notAllowed')
    const { meeting, person, text } = parsed.output
    if (state && state.meeting !== meeting) return no('malformed')
    if ((state?.reasons[person] ?? null) === text) return yes()
    return yes({ type: 'reasonNoted', v: 1, data: { meeting, person, text } })
  },

  fold(state, e) {
    if (e.type !== 'reasonNoted') return state
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
}
