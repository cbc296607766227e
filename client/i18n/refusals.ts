import type { Hold, Refusal } from '#shared/records/refusal.ts'
import { refusals } from './vi/refusals.ts'
import { wordsOf } from './words.ts'

const t = wordsOf('refusals', refusals)

/** What stands in the way of something a person tried: a rule, nobody answering, or a disk there or here. */
export type Problem =
  | { refusal: Refusal }
  | { offline: true }
  | { serverFull: true }
  | { openElsewhere: true }
  | { cannotSave: 'full' | 'blocked' }

/** For the person who tried. */
export const refusalText = (code: Refusal): string => t(`${code}.mine`)
/** For whoever reads about it. */
export const refusalTextForOthers = (code: Refusal): string => t(`${code}.theirs`)
export const holdText = (code: Hold): string => t(`hold.${code}.mine`)
export const holdTextForOthers = (code: Hold): string => t(`hold.${code}.theirs`)

export function problemText(problem: Problem): string {
  if ('refusal' in problem) return refusalText(problem.refusal)
  if ('cannotSave' in problem) return t(`cannotSave.${problem.cannotSave}`)
  if ('openElsewhere' in problem) return t('openElsewhere')
  return 'serverFull' in problem ? t('serverFull') : t('offline')
}
