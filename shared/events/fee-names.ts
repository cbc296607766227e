import * as v from 'valibot'
import { feeNamesOf, type FeeNames } from '#shared/records/fee-names.ts'
import { idSchema } from '#shared/records/ids.ts'
import { may } from '#shared/rules/permissions.ts'
import { no, yes, type RecordKindRules } from './kind.ts'

const feeNamesCommandSchema = v.object({
  do: v.literal('noteWhoPaid'),
  meeting: idSchema,
  person: idSchema,
  paid: v.boolean(),
})
export type FeeNamesCommand = v.InferOutput<typeof feeNamesCommandSchema>
type Fact = Omit<FeeNamesCommand, 'do'>

/** Most names: ten times what a large cell needs. */
const MOST_PEOPLE = 400

/** [Z12] Person by person, so that two who note at once note beside each other. */
export const feeNamesRules: RecordKindRules<FeeNames> = {
  kind: 'feeNames',
  livesIn: 'office',
  hasDocument: false,

  decide(state, raw, { record, standing }) {
    const parsed = v.safeParse(feeNamesCommandSchema, raw)
    if (!parsed.success || record !== feeNamesOf(parsed.output.meeting)) return no('malformed')
    if (!may('noteWhoPaid', standing)) return no('notAllowed')
    const { meeting, person, paid } = parsed.output
    if ((state?.paid.includes(person) ?? false) === paid) return yes()
    if (paid && (state?.paid.length ?? 0) >= MOST_PEOPLE) return no('tooLarge')
    return yes({ type: 'whoPaidNoted', v: 1, data: { meeting, person, paid } })
  },

  fold(state, e) {
    if (e.type !== 'whoPaidNoted') return state
    const { meeting, person, paid } = e.data as Fact
    const others = (state?.paid ?? []).filter((one) => one !== person)
    return { meeting, paid: paid ? [...others, person] : others }
  },

  project: (record, state, changedAt) => ({ kind: 'feeNames', record, changedAt, ...state }),

  writingRefusal: () => 'notFound',
}
