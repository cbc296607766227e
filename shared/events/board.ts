import * as v from 'valibot'
import { slugSchema } from '#shared/records/announcement.ts'
import type { Board } from '#shared/records/board.ts'
import { doneAt } from '#shared/records/event.ts'
import type { Instant } from '#shared/records/ids.ts'
import { may } from '#shared/rules/permissions.ts'
import { no, yes, type Decision, type RecordKindRules } from './kind.ts'

const boardCommandSchema = v.variant('do', [
  v.object({ do: v.literal('openBoard'), slug: slugSchema }),
  v.object({ do: v.literal('closeBoard') }),
])
export type BoardCommand = v.InferOutput<typeof boardCommandSchema>

type State = Board & { closedAt: Instant | null }

/** [A15] Opened again it is at the address it had: that one hangs on the wall of the culture house. */
export const boardRules: RecordKindRules<State> = {
  kind: 'board',
  livesIn: 'cell',
  hasDocument: false,

  decide(state, raw, { standing }): Decision {
    const parsed = v.safeParse(boardCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    if (!may('openBoard', standing)) return no('notAllowed')
    const command = parsed.output
    switch (command.do) {
      case 'openBoard':
        if (state?.open) return yes()
        return yes({ type: 'boardOpened', v: 1, data: { slug: state?.slug ?? command.slug } })
      case 'closeBoard':
        if (!state) return no('notFound')
        return state.open ? yes({ type: 'boardClosed', v: 1, data: {} }) : yes()
      default:
        return command satisfies never
    }
  },

  fold(state, e) {
    if (e.type === 'boardOpened') return { ...(e.data as { slug: string }), open: true, closedAt: null }
    if (state && e.type === 'boardClosed') return { ...state, open: false, closedAt: doneAt(e) }
    return state
  },

  project: (record, { slug, open }, changedAt) => ({ kind: 'board', record, changedAt, slug, open }),

  writingRefusal: () => 'notFound',

  publishes: ({ slug, closedAt }) => ({ slug, page: { is: 'board' }, withdrawnAt: closedAt, lastDay: null }),
}
