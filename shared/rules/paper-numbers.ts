import type { PaperNumber, PaperType } from '#shared/records/adoption.ts'
import type { Day } from '#shared/records/local-time.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'

/** [V8] The term a day falls in: a new one begins with the year its name begins with. */
export function termOn(day: Day): string {
  const { terms } = rulesetOn(day)
  const year = day.slice(0, 4)
  return terms.value.findLast((term) => term.slice(0, 4) <= year) ?? terms.value[0] ?? year
}

/** [V8] One more than the highest number of this type in this term that this phone knows. */
export function nextNumber(taken: readonly PaperNumber[], type: PaperType, term: string): number {
  return Math.max(0, ...taken.flatMap((one) => (one.type === type && one.term === term ? [one.no] : []))) + 1
}
