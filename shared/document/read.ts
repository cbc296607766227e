import * as Y from 'yjs'
import type { Block, BlockKind, Cell, Content, Derived, Part, Run, Table } from '#shared/records/content.ts'
import { BLOCK_KINDS, DERIVED_KINDS } from '#shared/records/content.ts'
import { ROOT } from './layout.ts'

/**
 * Reads content out of a document and never writes. What honest merges leave ragged (a block with two text nodes or
 * none, a row with too few cells) is healed alike on every device; a node this layout does not know is left out of
 * what is read, and stays in the document.
 */
export function readContent(doc: Y.Doc): Content {
  return readLocated(doc).map((located) => located.part)
}

/** A part with the Yjs element it was read from. */
export type Located = { part: Part; element: Y.XmlElement }

export function readLocated(doc: Y.Doc): Located[] {
  const located: Located[] = []
  for (const element of doc.getXmlFragment(ROOT).toArray()) {
    if (!(element instanceof Y.XmlElement)) continue
    const part = readPart(element)
    if (part) located.push({ part, element })
  }
  return located
}

/** Every block with its element, those in tables too. */
export function readLocatedBlocks(doc: Y.Doc): { block: Block; element: Y.XmlElement }[] {
  return readLocated(doc)
    .flatMap(({ element }) => blocksIn(element))
    .map((element) => ({ block: readBlock(element), element }))
}

function blocksIn(element: Y.XmlElement): Y.XmlElement[] {
  if (element.nodeName === 'block') return [element]
  return ['row', 'cell', 'block'].flatMap((name) => elementsOf(element, name)).flatMap(blocksIn)
}

export function readPart(element: Y.XmlElement): Part | null {
  switch (element.nodeName) {
    case 'block':
      return readBlock(element)
    case 'table':
      return readTable(element)
    case 'derived':
      return readDerived(element)
    default:
      return null
  }
}

export function readBlock(element: Y.XmlElement): Block {
  const kindName: unknown = element.getAttribute('kind')
  const kind: BlockKind | null = BLOCK_KINDS.find((k) => k === kindName) ?? null
  const depthValue: unknown = element.getAttribute('depth')
  const depth = typeof depthValue === 'number' && depthValue >= 1 && depthValue <= 8 ? depthValue : 0
  return { part: 'block', kind, depth, runs: joined(textsOf(element).flatMap(readRuns)) }
}

/** The text nodes of a block: one, or several after a merge, read one after the other. */
export function textsOf(block: Y.XmlElement): Y.XmlText[] {
  return block.toArray().filter((child): child is Y.XmlText => child instanceof Y.XmlText)
}

/** Rows of equal length: missing cells at the end are read as empty ones. */
function readTable(element: Y.XmlElement): Table {
  const rows = elementsOf(element, 'row').map((row) => elementsOf(row, 'cell').map(readCell))
  const width = Math.max(1, ...rows.map((r) => r.length))
  return { part: 'table', rows: rows.map((row) => [...row, ...emptyCells(width - row.length)]) }
}

function readCell(element: Y.XmlElement): Cell {
  const blocks = elementsOf(element, 'block').map(readBlock)
  return blocks.length > 0 ? blocks : [EMPTY_BLOCK]
}

function readDerived(element: Y.XmlElement): Derived | null {
  const name: unknown = element.getAttribute('kind')
  const kind = DERIVED_KINDS.find((k) => k === name)
  return kind ? { part: 'derived', kind } : null
}

const EMPTY_BLOCK: Block = { part: 'block', kind: null, depth: 0, runs: [] }

const emptyCells = (n: number): Cell[] => Array.from({ length: n }, () => [EMPTY_BLOCK])

export function elementsOf(parent: Y.XmlElement, name: string): Y.XmlElement[] {
  return parent.toArray().filter((c): c is Y.XmlElement => c instanceof Y.XmlElement && c.nodeName === name)
}

/** Half an emoji stays as it is on the phone it was typed on and travels as U+FFFD: read alike on both. */
const HALF_LETTER = /\p{Cs}/gu

function readRuns(text: Y.XmlText): Run[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  const runs: Run[] = []
  for (const { insert, attributes } of delta) {
    if (typeof insert !== 'string' || insert === '') continue
    const bold = attributes?.['bold'] ? { bold: true as const } : {}
    const italic = attributes?.['italic'] ? { italic: true as const } : {}
    runs.push({ text: insert.replace(HALF_LETTER, '\ufffd'), ...bold, ...italic })
  }
  return runs
}

/** Neighbours of the same marks become one run, so that equal texts read equal however they were typed. */
function joined(runs: Run[]): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last && last.bold === run.bold && last.italic === run.italic)
      out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  return out
}
