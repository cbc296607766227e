import type { Block, Content } from '#shared/records/content.ts'
import { blockText } from '#shared/records/content.ts'
import type { Sheet } from './sheet.ts'
import { itemLetter } from './writing.ts'

/** A paper as text to paste into a form: what it is, then its lines, numbered as on paper; without heading and signatures. */
export function sheetText({ type, summary, number, body }: Sheet): string {
  const title = [type, summary].filter((one) => one !== undefined).join(' ')
  return [title, number, plainText(body)].filter((one) => one !== undefined && one !== '').join('\n')
}

/** Lines of a content as they are read: numbers, letters and dashes of lists, rows of tables on one line each. */
export function plainText(content: Content): string {
  const counts: number[] = []
  const lines = content.flatMap((part): string[] => {
    if (part.part === 'derived') return []
    if (part.part === 'block') return [`${signOf(part, counts)}${blockText(part)}`]
    counts.length = 0
    return part.rows.map((row) =>
      row
        .map((cell) => cell.map(blockText).join(' ').trim())
        .filter(Boolean)
        .join(' | '),
    )
  })
  return lines.filter((line) => line.trim() !== '').join('\n')
}

/** `1. `, then `a) `, then a dash; a list ends where a line stands that is in none. */
function signOf({ kind, depth }: Block, counts: number[]): string {
  if (kind === 'bullet') return '- '
  if (kind !== 'number') {
    counts.length = 0
    return ''
  }
  counts.length = depth + 1
  const count = (counts[depth] ?? 0) + 1
  counts[depth] = count
  return depth === 0 ? `${count}. ` : depth === 1 ? `${itemLetter(count)}) ` : '- '
}
