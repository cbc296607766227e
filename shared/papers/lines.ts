import type { AttachmentId } from '#shared/records/attachment.ts'
import type { Block, BlockKind, Cell, Run, Table } from '#shared/records/content.ts'
import type { PersonId } from '#shared/records/ids.ts'

/** A stretch of a line: words, somebody by whose name it is, or words that lie beside the text. */
export type Stretch =
  string | { person: PersonId } | { beside: AttachmentId } | { bold: string } | { italic: string }

/** One block of these stretches. */
export function line(stretches: readonly Stretch[], kind: BlockKind | null = null, depth = 0): Block {
  return { part: 'block', kind, depth, runs: stretches.filter((one) => one !== '').map(runOf) }
}

export const heading = (text: string, depth = 1): Block => line([{ bold: text }], 'heading', depth)

export const table = (rows: readonly (readonly (readonly Stretch[])[])[]): Table => ({
  part: 'table',
  rows: rows.map((row) => row.map((cell): Cell => [line(cell)])),
})

/** Names one after another, parted by commas. */
export const listed = (people: readonly PersonId[]): Stretch[] =>
  people.flatMap((person, i): Stretch[] => (i === 0 ? [{ person }] : [', ', { person }]))

function runOf(stretch: Stretch): Run {
  if (typeof stretch === 'string') return { text: stretch }
  if ('person' in stretch) return { text: '', person: stretch.person }
  if ('beside' in stretch) return { text: '', beside: stretch.beside }
  return 'bold' in stretch ? { text: stretch.bold, bold: true } : { text: stretch.italic, italic: true }
}
