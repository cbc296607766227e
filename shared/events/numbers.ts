import * as v from 'valibot'
import { PAPER_TYPES, type PaperNumber } from '#shared/records/adoption.ts'
import { doneAt, whoseDeed } from '#shared/records/event.ts'
import { idSchema } from '#shared/records/ids.ts'
import type { NumberRegister } from '#shared/records/numbers.ts'
import { may } from '#shared/rules/permissions.ts'
import { no, yes, type RecordKindRules } from './kind.ts'

/** Numbers of one type run from 1 through a term; nobody has ever needed a fourth digit. */
const place = {
  record: idSchema,
  type: v.picklist(PAPER_TYPES),
  term: v.pipe(v.string(), v.regex(/^20\d\d-20\d\d$/)),
  no: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)),
}
export const numbersCommandSchema = v.variant('do', [
  v.object({ do: v.literal('takeNumber'), ...place }),
  v.object({ do: v.literal('giveNumberBack'), ...place }),
])
export type NumbersCommand = v.InferOutput<typeof numbersCommandSchema>

type Fact = Pick<PaperNumber, 'no' | 'type' | 'term' | 'record'>

/**
 * [V9] A number is taken by whoever the server hears first; the other paper stays adopted and without a number, and two
 * choices are left: the next free one, or the one the paper book says.
 */
export const numbersRules: RecordKindRules<NumberRegister> = {
  kind: 'numbers',
  livesIn: 'cell',
  hasDocument: false,

  decide(state, raw, { standing }) {
    const parsed = v.safeParse(numbersCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    if (!may('numberPaper', standing)) return no('notAllowed')
    const { do: what, ...asked } = parsed.output
    const holder = state?.taken.find((one) => isSame(one, asked))
    const own = state?.taken.find(({ record }) => record === asked.record)
    if (what === 'giveNumberBack')
      return holder?.record === asked.record ? yes({ type: 'numberGivenBack', v: 1, data: asked }) : yes()
    if (holder) return holder.record === asked.record ? yes() : no('numberTaken')
    return own ? no('alreadyExists') : yes({ type: 'numberTaken', v: 1, data: asked })
  },

  fold(state, e) {
    const taken = state?.taken ?? []
    const fact = e.data as Fact
    if (e.type === 'numberTaken') return { taken: [...taken, { ...fact, by: whoseDeed(e), at: doneAt(e) }] }
    if (e.type === 'numberGivenBack')
      return { taken: taken.filter((one) => !isSame(one, fact) || one.record !== fact.record) }
    return state
  },

  project: (record, { taken }, changedAt) => ({ kind: 'numbers', record, changedAt, taken }),

  writingRefusal: () => 'notFound',
}

const isSame = (a: Fact, b: Fact): boolean => a.type === b.type && a.term === b.term && a.no === b.no
