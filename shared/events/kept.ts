import * as v from 'valibot'
import type { RecordId } from '#shared/records/ids.ts'
import type { KeptWhy } from '#shared/records/row.ts'
import { no, yes, type Decision, type RecordKindRules } from './kind.ts'

/** Words of mine that are not in the document they were written for (K1). They live in my own scope. */
export type KeptText = { about: RecordId; text: string; why: KeptWhy; putAway: boolean }

export const keptCommandSchema = v.variant('do', [v.object({ do: v.literal('putAwayKeptText') })])
export type KeptCommand = v.InferOutput<typeof keptCommandSchema>

export const keptRules: RecordKindRules<KeptText> = {
  kind: 'kept',
  livesIn: 'own',
  hasDocument: false,

  /** The scope is the person's own: nobody else can send into it. */
  decide(state, raw): Decision {
    if (!v.is(keptCommandSchema, raw)) return no('malformed')
    if (!state) return no('notFound')
    return state.putAway ? yes() : yes({ type: 'keptTextPutAway', v: 1, data: {} })
  },

  fold(state, e) {
    if (e.type === 'wordsKept') return { ...(e.data as Omit<KeptText, 'putAway'>), putAway: false }
    if (state && e.type === 'keptTextPutAway') return { ...state, putAway: true }
    return state
  },

  project: (record, state, changedAt) => ({ kind: 'kept', record, changedAt, ...state }),

  writingRefusal: () => 'notFound',
}
