import type { SealChain, SealLink } from '#shared/records/seals.ts'
import { linked } from '#shared/rules/seal-chain.ts'
import { no, type NewEvent, type RecordKindRules } from './kind.ts'

type Chained = Omit<SealLink, 'chain'>

/** [V12] What the server writes into the cell's chain when a text was signed. */
export const sealChained = (data: Chained): NewEvent => ({ type: 'sealChained', v: 1, data })

/** The chain of a cell's signed texts. Nobody writes in it but the server; every phone reckons it anew from its events. */
export const sealsRules: RecordKindRules<SealChain> = {
  kind: 'seals',
  livesIn: 'cell',
  hasDocument: false,

  decide: () => no('notAllowed'),

  fold(state, e) {
    const chain = state ?? { links: [] }
    return e.type === 'sealChained' ? { links: [...chain.links, linked(chain, e.data as Chained)] } : state
  },

  project: (record, { links }, changedAt) => ({
    ...{ kind: 'seals', record, changedAt },
    ...{ count: links.length, chain: links.at(-1)?.chain ?? '' },
  }),

  writingRefusal: () => 'notFound',
}
