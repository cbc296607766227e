import type { AttachmentId } from './attachment.ts'
import type { PersonId } from './ids.ts'

/** The content of a text as plain data: what is read, printed, hashed and adopted. */
export type Content = readonly Part[]
export type Part = Block | Table | Derived

/** `null` is a plain paragraph; the kind is an attribute so that changing it keeps what others type into the block. */
export const BLOCK_KINDS = ['heading', 'bullet', 'number'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

export type Block = {
  part: 'block'
  kind: BlockKind | null
  /** Indentation or heading level, 0 to 8. */
  depth: number
  runs: readonly Run[]
}
/**
 * `person`: a name by whose it is. In a text that was adopted its letters are left out, so that a name can be erased and the
 * text stays the same; whoever shows it puts them in. `beside`: words that lie beside the text [F15], put in likewise.
 */
export type Run = { text: string; bold?: true; italic?: true; person?: PersonId; beside?: AttachmentId }

export type Table = { part: 'table'; rows: readonly (readonly Cell[])[] }
export type Cell = readonly Block[]

/** Rendered from state wherever it stands; expanded into content only by adoption. */
export const DERIVED_KINDS = [
  'taskResults',
  'opening',
  'attendance',
  'agenda',
  'course',
  'votes',
  'tasks',
  'score',
  'closing',
  'headcount',
] as const
export type DerivedKind = (typeof DERIVED_KINDS)[number]
export type Derived = { part: 'derived'; kind: DerivedKind }

export function blockText(block: Block): string {
  return block.runs.map((r) => r.text).join('')
}

/** All words of a content, blocks parted by line breaks. */
export function contentText(content: Content): string {
  const lines: string[] = []
  for (const part of content) {
    if (part.part === 'block') lines.push(blockText(part))
    if (part.part === 'table')
      for (const row of part.rows)
        for (const cell of row) for (const block of cell) lines.push(blockText(block))
  }
  return lines.join('\n')
}
