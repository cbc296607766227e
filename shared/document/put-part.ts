import { simpleDiffString } from 'lib0/diff'
import * as Y from 'yjs'
import type { Block, Part, Run, Table } from '#shared/records/content.ts'
import { elementsOf, readBlock, textsOf } from './read.ts'

/**
 * Writes a part over the element that shows it and touches only what differs, so that others' edits beside it stay.
 * @returns false, and nothing is written, when the element is of another shape
 */
export function putPart(element: Y.XmlElement, part: Part): boolean {
  if (element.nodeName !== part.part) return false
  switch (part.part) {
    case 'block':
      putBlock(element, part)
      return true
    case 'table':
      return putTable(element, part)
    case 'derived':
      element.setAttribute('kind', part.kind)
      return true
    default:
      return part satisfies never
  }
}

function putTable(element: Y.XmlElement, table: Table): boolean {
  const pairs: [Y.XmlElement, Block][] = []
  const rows = elementsOf(element, 'row')
  if (rows.length !== table.rows.length) return false
  for (const [r, row] of table.rows.entries()) {
    const cells = elementsOf(rows[r] ?? element, 'cell')
    if (cells.length !== row.length) return false
    for (const [c, cell] of row.entries()) {
      const blocks = elementsOf(cells[c] ?? element, 'block')
      if (blocks.length !== cell.length) return false
      for (const [b, block] of cell.entries()) pairs.push([blocks[b] ?? element, block])
    }
  }
  for (const [blockElement, block] of pairs) putBlock(blockElement, block)
  return true
}

function putBlock(element: Y.XmlElement, block: Block): void {
  const now = readBlock(element)
  const attributed = element as Y.XmlElement<{ kind?: string; depth?: number }>
  if (now.kind !== block.kind) {
    if (block.kind) attributed.setAttribute('kind', block.kind)
    else attributed.removeAttribute('kind')
  }
  if (now.depth !== block.depth) {
    if (block.depth > 0) attributed.setAttribute('depth', block.depth)
    else attributed.removeAttribute('depth')
  }
  putRuns(element, now.runs, block.runs)
}

function putRuns(element: Y.XmlElement, now: readonly Run[], runs: readonly Run[]): void {
  if (textsOf(element).length === 0) element.insert(0, [new Y.XmlText()])
  const diff = simpleDiffString(textOf(now), textOf(runs))
  deleteRange(element, diff.index, diff.remove)
  if (diff.insert !== '') {
    const { text, offset } = placeOf(element, diff.index)
    text.insert(offset, diff.insert, marksAt(runs, diff.index))
  }
  let at = 0
  for (const run of runs) {
    formatRange(element, { at, length: run.text.length }, run)
    at += run.text.length
  }
}

/** A block may have several texts after a merge; places count over all of them. */
function placeOf(element: Y.XmlElement, at: number): { text: Y.XmlText; offset: number } {
  let offset = at
  const texts = textsOf(element)
  for (const text of texts) {
    if (offset <= text.length) return { text, offset }
    offset -= text.length
  }
  throw new RangeError('no such place in the block')
}

function deleteRange(element: Y.XmlElement, at: number, length: number): void {
  let start = 0
  for (const text of textsOf(element)) {
    const size = text.length
    const from = Math.max(at, start) - start
    const to = Math.min(at + length, start + size) - start
    if (to > from) text.delete(from, to - from)
    start += size
  }
}

function formatRange(element: Y.XmlElement, range: { at: number; length: number }, run: Run): void {
  let start = 0
  for (const text of textsOf(element)) {
    const size = text.length
    const from = Math.max(range.at, start) - start
    const to = Math.min(range.at + range.length, start + size) - start
    if (to > from) text.format(from, to - from, marksOf(run))
    start += size
  }
}

const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

/** Yjs writes a mark only where it changes something; null takes it away. */
const marksOf = (run: Run | undefined) => ({
  bold: run?.bold ? {} : null,
  italic: run?.italic ? {} : null,
})

function marksAt(runs: readonly Run[], at: number) {
  let end = 0
  return marksOf(runs.find((run) => (end += run.text.length) > at))
}
