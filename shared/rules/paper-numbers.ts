import type { PaperNumber, PaperType } from '#shared/records/adoption.ts'
import type { Day } from '#shared/records/local-time.ts'

/** First years of cell terms known so far; a term lasts two and a half years, two in five (Statute art. 24.3). */
const TERMS = ['2022-2025', '2025-2027', '2027-2030', '2030-2032']

/** [V8] The term a day falls in: a new one begins with the year its name begins with. */
export function termOn(day: Day): string {
  const year = day.slice(0, 4)
  return TERMS.findLast((term) => term.slice(0, 4) <= year) ?? '2025-2027'
}

/** [V8] One more than the highest number of this type in this term that this phone knows. */
export function nextNumber(taken: readonly PaperNumber[], type: PaperType, term: string): number {
  return Math.max(0, ...taken.flatMap((one) => (one.type === type && one.term === term ? [one.no] : []))) + 1
}
