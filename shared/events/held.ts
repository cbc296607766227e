import * as v from 'valibot'
import type { DeviceId, PersonId, RecordId } from '#shared/records/ids.ts'
import { ownScope, type ScopeId } from '#shared/records/scope.ts'
import type { Hold } from '#shared/records/refusal.ts'
import { may } from '#shared/rules/permissions.ts'
import { no, yes, type Decision, type RecordKindRules } from './kind.ts'

/** Work that waits in the office scope until secretary or deputy decides (B8). */
export type HeldWork = {
  person: PersonId
  device: DeviceId
  code: Hold
  /** The record it was for. */
  record: RecordId
  /** Its title, and the words or the command in it, for whoever decides. */
  about: string
  text: string
  /** Where the op lies in the archive. */
  source: { scope: ScopeId; deviceSeq: number; op: number }
  decided?: 'admitted' | 'dismissed'
}

export const heldCommandSchema = v.variant('do', [
  v.object({ do: v.literal('admitHeldWork') }),
  v.object({ do: v.literal('dismissHeldWork') }),
])
export type HeldCommand = v.InferOutput<typeof heldCommandSchema>

export const heldRules: RecordKindRules<HeldWork> = {
  kind: 'held',
  livesIn: 'office',
  hasDocument: false,

  decide(state, raw, { standing }): Decision {
    const parsed = v.safeParse(heldCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    if (!may('decideHeldWork', standing)) return no('notAllowed')
    if (!state) return no('notFound')
    if (state.decided) return yes()
    const type = parsed.output.do === 'admitHeldWork' ? 'heldWorkAdmitted' : 'heldWorkDismissed'
    return yes({ type, v: 1, data: {} })
  },

  fold(state, e) {
    if (e.type === 'workHeld') return e.data as HeldWork
    if (!state) return state
    if (e.type === 'heldWorkAdmitted') return { ...state, decided: 'admitted' }
    if (e.type === 'heldWorkDismissed') return { ...state, decided: 'dismissed' }
    return state
  },

  project(record, state, changedAt) {
    const { person, code, about, text, decided } = state
    return { kind: 'held', record, changedAt, person, code, about, text, ...(decided ? { decided } : {}) }
  },

  /** Admitted work is put in as its author's; either way the author is told in his own scope. */
  react(e, state) {
    if (e.type === 'heldWorkAdmitted') return [{ do: 'applyHeld', held: e.record }]
    if (e.type !== 'heldWorkDismissed') return []
    const data = { about: state.record, text: state.text, why: 'heldDismissed' }
    const event = { type: 'wordsKept', v: 1, data }
    return [{ do: 'append', scope: ownScope(state.person), kind: 'kept', record: e.record, event }]
  },

  writingRefusal: () => 'notFound',
}
