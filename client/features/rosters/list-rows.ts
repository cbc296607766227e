import { plain } from '#client/i18n/names.ts'
import { filledIn } from './sheet.ts'

/** What a row below the header is, besides a person. */
export type RowKind =
  { is: 'person' | 'blank' | 'total' | 'numbers' | 'end' } | { is: 'section'; cell: string }

const CELL = /(?:chi bộ|\bCB)\s+(?!.*(?:trực thuộc|đảng bộ)).+/iu
const END = /^(nguoi lap|t ?\/ ?m\b|thay mat|noi nhan|xac nhan)|\bngay( \d+| \.+)? thang( \d+| \.+)? nam\b/
const TOTAL = /^(tong (so|cong)|cong)\b/
const NUMBERS = /^(\(?\d{1,2}\)?|[A-Z])$/

/** Lists have titles of their parts, sums, a row that numbers the columns, and at the end who made and signed them. */
export function kindOfRow(row: readonly string[]): RowKind {
  const filled = filledIn(row)
  const words = plain(filled.join(' ')).replace(/\s+/gu, ' ').trim()
  if (filled.length === 0) return { is: 'blank' }
  if (filled.length >= 3 && filled.every((cell) => NUMBERS.test(cell.trim()))) return { is: 'numbers' }
  if (TOTAL.test(words.replace(/^[\d.]+ /, ''))) return { is: 'total' }
  if (END.test(words)) return { is: 'end' }
  const cell = filled.length <= 3 ? sectionIn(filled) : null
  return cell === null ? { is: 'person' } : { is: 'section', cell }
}

/** Beside a part's title stand at most its number and how many are in it. */
function sectionIn(filled: readonly string[]): string | null {
  const [title = '', ...more] = filled.filter((cell) => !/^[\dIVX]+[.)]?$/u.test(cell.trim()))
  const isTitle =
    more.length === 0 && /^(?:[\dIVX]+\s*[.)-]\s*)?(?:chi bộ|CB)\s/iu.test(title.trim().normalize('NFC'))
  return isTitle ? cellNameIn(title) : null
}

/** The cell a title names, as its roster will call it; null when it names none. */
export function cellNameIn(title: string): string | null {
  const found = CELL.exec(title.normalize('NFC').replace(/\s+/gu, ' '))?.[0]
  if (!found) return null
  const name = found
    .replace(/\s*[(:;–].*$/u, '')
    .replace(/,?\s+(?:năm|tháng|quý|đến ngày|tính đến)\s+[\d/].*$/iu, '')
    .replace(/^CB\s/iu, 'Chi bộ ')
    .trim()
  return withoutShouting(name).replace(/^chi bộ/iu, 'Chi bộ')
}

/** What is all in capitals, as it is written in a sentence of names; what has no vowel is an abbreviation. */
export function withoutShouting(text: string): string {
  if (text !== text.toUpperCase() || text === text.toLowerCase()) return text
  return text.replace(/[\p{L}\p{M}]+/gu, (word) =>
    VOWEL.test(word.normalize('NFD')) ? word.slice(0, 1) + word.slice(1).toLowerCase() : word,
  )
}

const VOWEL = /[AEIOUY]/u
