export type SheetRun = { text: string; bold?: true; italic?: true }
export type SheetBlockPart = {
  part: 'block'
  kind: 'heading' | 'bullet' | 'number' | null
  depth: number
  runs: readonly SheetRun[]
}
export type SheetPart =
  | SheetBlockPart
  | { part: 'table'; rows: readonly (readonly (readonly SheetBlockPart[])[])[] }
  | { part: 'derived'; kind: string }

/** A remark about the part at a place of the text. */
export type SheetMark = { index: number; text: string }
export type SheetLine = { index: number; part: SheetPart; number: string | null; marks: readonly SheetMark[] }

/** Letters of lists as papers use them. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** `1.`, then `a)`, then a dash: as in the editor, and on paper. */
function signOf(depth: number, count: number): string {
  if (depth === 0) return `${count}.`
  return depth === 1 && count <= LETTERS.length ? `${LETTERS[count - 1]})` : '-'
}

/** Each part with its number in its list; a list ends where a shallower or unlisted part stands. */
export function numbered(parts: readonly SheetPart[], marks: readonly SheetMark[]): SheetLine[] {
  const counts: number[] = []
  return parts.map((part, index) => {
    const here = marks.filter((mark) => mark.index === index)
    if (part.part !== 'block' || part.kind === null || part.kind === 'heading') counts.length = 0
    if (part.part !== 'block' || part.kind !== 'number') return { index, part, number: null, marks: here }
    counts.length = part.depth + 1
    const count = (counts[part.depth] ?? 0) + 1
    counts[part.depth] = count
    return { index, part, number: signOf(part.depth, count), marks: here }
  })
}
