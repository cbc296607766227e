import { birthYearIn, dutiesIn, statusIn } from '#client/i18n/list-words.ts'
import { plain } from '#client/i18n/names.ts'
import type { Field } from './sheet.ts'

const LETTERS = /^[\p{L}\p{M}.'’-]+$/u
/** Letters that only fonts of before Unicode make into Vietnamese. */
const OLD_FONT = /[\u00a1-\u00bf\u00d7\u00f7]|\p{L}[®©ª«¬¸µ¶]/u

/** At least two words of letters, not longer than a name is. */
export function looksLikeAName(text: string): boolean {
  const words = text.trim().split(/\s+/u)
  return (
    words.length >= 2 && words.length <= 7 && words.every((word) => LETTERS.test(word)) && !isNoName(text)
  )
}

export const isInOldFont = (text: string): boolean => OLD_FONT.test(text)

/** Words of letters that lists have beside names. */
const isNoName = (text: string): boolean =>
  statusIn(text) !== null ||
  dutiesIn(text).duties.length > 0 ||
  /^(chi bo|dang bo|dang uy|danh sach|nguoi lap|tong (so|cong)|noi nhan|khu|thon)\b/.test(plain(text).trim())

const TESTS: readonly (readonly [Field, (text: string) => boolean])[] = [
  ['name', looksLikeAName],
  ['status', (text) => statusIn(text) !== null],
  ['duty', (text) => dutiesIn(text).duties.length > 0],
  ['birth', (text) => birthYearIn(text) !== null],
  ['cell', (text) => /^(chi bo|cb)\b/.test(plain(text).trim())],
]
const MOSTLY = 0.7
/** A duty or a status of few, among remarks: one in so many filled cells says so. */
const OFTEN = 0.5

/** What a column is by what stands in it; null when nothing says so. */
export function fieldByContents(values: readonly string[]): Field | null {
  const filled = values.filter((value) => value.trim() !== '')
  if (filled.length === 0) return null
  const [best] = TESTS.map(([field, fits]) => ({ field, share: filled.filter(fits).length / filled.length }))
    .filter(({ field, share }) => share >= (field === 'duty' || field === 'status' ? OFTEN : MOSTLY))
    .sort((a, b) => b.share - a.share)
  return best?.field ?? null
}

export const areDates = (values: readonly string[]): boolean => {
  const filled = values.filter((value) => value.trim() !== '')
  return (
    filled.length > 0 &&
    filled.filter((v) => birthYearIn(v) !== null || /^\d{1,2}[/.-]\d{2,4}$/.test(v.trim())).length /
      filled.length >=
      MOSTLY
  )
}
export const areMarks = (values: readonly string[]): boolean => {
  const filled = values.filter((value) => value.trim() !== '')
  return filled.length > 0 && filled.every((v) => /^[x×✓v+1]$/iu.test(v.trim()))
}
