import type { OpinionType } from '#shared/records/opinion.ts'
import type { RuleValue } from './ruleset.ts'

/** Days to take it up, to answer it in the cell, and for the commune to answer it. */
export type OpinionDays = { takeUp: number; answer: number; above: number }
/** Days late after which it is raised to whom. */
export type RaiseAfter = { deputy: number; secretary: number; commune: number }

export type OpinionRules = {
  id: string
  /** First day in force, `yyyy-mm-dd`. */
  validFrom: string
  days: RuleValue<Readonly<Record<OpinionType, OpinionDays>>>
  /** Days in which whoever asked is told the answer, and in which he says whether it answers him. */
  tell: RuleValue<number>
  settle: RuleValue<number>
  raiseAfter: RuleValue<RaiseAfter>
}

const OWN = { source: 'Sổ Chi bộ', confidence: 'own' } as const

const OPINIONS_2026: OpinionRules = {
  id: 'opinions-2026',
  validFrom: '2026-01-01',
  days: {
    value: {
      opinion: { takeUp: 3, answer: 15, above: 15 },
      question: { takeUp: 3, answer: 7, above: 15 },
      recommendation: { takeUp: 3, answer: 15, above: 30 },
      complaint: { takeUp: 2, answer: 7, above: 10 },
      idea: { takeUp: 7, answer: 31, above: 30 },
    },
    ...OWN,
  },
  tell: { value: 3, ...OWN },
  settle: { value: 15, ...OWN },
  raiseAfter: { value: { deputy: 1, secretary: 4, commune: 8 }, ...OWN },
}

const ALL: readonly OpinionRules[] = [OPINIONS_2026]

/** The rules in force on a day: the newest that had begun by then, else the oldest known. */
export function opinionRulesOn(day: string): OpinionRules {
  return ALL.findLast(({ validFrom }) => validFrom <= day) ?? OPINIONS_2026
}
