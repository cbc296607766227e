import { Fragment, type Node } from 'prosemirror-model'
import { updateYFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { elementsOf, readBlock, readPart, textsOf } from '#shared/document/read.ts'
import { ROOT } from '#shared/document/layout.ts'
import type { Block, Part, Run } from '#shared/records/content.ts'
import { BLOCK_KINDS, DERIVED_KINDS } from '#shared/records/content.ts'
import { schema } from './schema.ts'

/** Which ProseMirror node shows which Yjs type, so that only what was really edited is written. */
export type Mapping = Parameters<typeof updateYFragment>[3]['mapping']
export type Shown = {
  node: Node
  mapping: Mapping
  /** The element each child of the node shows. */
  elements: readonly Y.XmlElement[]
}

/**
 * Shows a document as a ProseMirror node. Never writes (y-prosemirror's own reader joins and deletes while reading):
 * what merges left ragged is healed in the picture, and in the document only where somebody edits it.
 */
export function showDocument(doc: Y.Doc): Shown {
  const mapping: Mapping = new Map()
  const parts: Node[] = []
  const elements: Y.XmlElement[] = []
  for (const element of topOf(doc)) {
    const node = showElement(element, mapping)
    if (!node) continue
    parts.push(node)
    elements.push(element)
  }
  return { node: schema.node('doc', null, parts), mapping, elements }
}

/** The elements at the top of a document, in order. */
export function topOf(doc: Y.Doc): Y.XmlElement[] {
  const top = doc.getXmlFragment(ROOT).toArray()
  return top.filter((child): child is Y.XmlElement => child instanceof Y.XmlElement)
}

/** Writes the difference between what the document says and a ProseMirror node, as this session's own edit. */
export function putIntoDocument(doc: Y.Doc, node: Node, mapping: Mapping, origin: unknown): void {
  const fragment = doc.getXmlFragment(ROOT)
  doc.transact(() => {
    const from = Y.getState(doc.store, doc.clientID)
    updateYFragment(doc, fragment, node, { mapping, isOMark: new Map() })
    for (const element of topOf(doc)) giveText(element, { client: doc.clientID, from })
  }, origin)
}

/**
 * A block made just now gets its text node with it: of two people who begin to type in it, each would otherwise make
 * one of his own.
 */
function giveText(element: Y.XmlElement, made: { client: number; from: number }): void {
  if (element.nodeName !== 'block') {
    for (const child of element.toArray()) if (child instanceof Y.XmlElement) giveText(child, made)
    return
  }
  const id = element._item?.id
  if (element.length === 0 && id && id.client === made.client && id.clock >= made.from)
    element.insert(0, [new Y.XmlText()])
}

/**
 * The mapping for an equal document that the editor put together itself: nodes it kept are others in memory, and
 * only the very same node counts as unchanged.
 */
export function mappingTo(node: Node, shown: Shown): Mapping {
  const twin = new Map<Node, Node>()
  pair(twin, shown.node, node)
  const own = (of: Node): Node => twin.get(of) ?? of
  const mapping: Mapping = new Map()
  for (const [type, of] of shown.mapping) mapping.set(type, Array.isArray(of) ? of.map(own) : own(of))
  return mapping
}

function pair(twin: Map<Node, Node>, a: Node, b: Node): void {
  twin.set(a, b)
  if (a !== b)
    for (let i = 0; i < Math.min(a.childCount, b.childCount); i++) pair(twin, a.child(i), b.child(i))
}

function showElement(element: Y.XmlElement, mapping: Mapping): Node | null {
  switch (element.nodeName) {
    case 'block':
      return showBlock(element, mapping)
    case 'table':
      return showTable(element, mapping)
    case 'derived': {
      const part = readPart(element)
      return part?.part === 'derived'
        ? mapped(mapping, element, schema.node('derived', { kind: part.kind }))
        : null
    }
    default:
      return null
  }
}

function showBlock(element: Y.XmlElement, mapping: Mapping): Node {
  const block = readBlock(element)
  const texts = block.runs.map(textNode)
  const [text, ...others] = textsOf(element)
  // A block with several texts must not look unchanged: the words of all but the first would be deleted.
  if (text && others.length === 0) mapping.set(text, texts)
  return mapped(mapping, element, blockNode(block, texts))
}

function showTable(element: Y.XmlElement, mapping: Mapping): Node {
  const rows = elementsOf(element, 'row')
  const cells = rows.map((row) => elementsOf(row, 'cell').map((cell) => showCell(cell, mapping)))
  const width = Math.max(1, ...cells.map((row) => row.length))
  const shown = rows.map((row, i) => {
    const own = cells[i] ?? []
    const missing = Array.from({ length: width - own.length }, emptyCell)
    return mapped(mapping, row, schema.node('row', null, [...own, ...missing]))
  })
  return mapped(mapping, element, schema.node('table', null, shown))
}

function showCell(element: Y.XmlElement, mapping: Mapping): Node {
  const blocks = elementsOf(element, 'block').map((block) => showBlock(block, mapping))
  return mapped(mapping, element, schema.node('cell', null, blocks.length > 0 ? blocks : [emptyBlock()]))
}

function mapped(mapping: Mapping, type: Y.XmlElement, node: Node): Node {
  mapping.set(type, node)
  return node
}

const blockNode = (block: Block, texts: readonly Node[]): Node =>
  schema.node('block', { kind: block.kind, depth: block.depth || null }, Fragment.fromArray([...texts]))

export const emptyBlock = (): Node => schema.node('block')
export const emptyCell = (): Node => schema.node('cell', null, [emptyBlock()])

function textNode(run: Run): Node {
  const marks = [...(run.bold ? [schema.mark('bold')] : []), ...(run.italic ? [schema.mark('italic')] : [])]
  return schema.text(run.text, marks)
}

/** A top-level node as plain content: what the savepoint keeps of it. */
export function partOf(node: Node): Part {
  switch (node.type.name) {
    case 'table':
      return { part: 'table', rows: childrenOf(node).map((row) => childrenOf(row).map(cellOf)) }
    case 'derived':
      return {
        part: 'derived',
        kind: DERIVED_KINDS.find((k) => k === node.attrs['kind']) ?? DERIVED_KINDS[0],
      }
    default:
      return blockOf(node)
  }
}

const cellOf = (cell: Node): Block[] => childrenOf(cell).map(blockOf)
const childrenOf = (node: Node): readonly Node[] => node.children

function blockOf(node: Node): Block {
  const kind = BLOCK_KINDS.find((k) => k === node.attrs['kind']) ?? null
  const runs = childrenOf(node).map((text): Run => ({
    text: text.text ?? '',
    ...(schema.marks.bold.isInSet(text.marks) ? { bold: true as const } : {}),
    ...(schema.marks.italic.isInSet(text.marks) ? { italic: true as const } : {}),
  }))
  return { part: 'block', kind, depth: Number(node.attrs['depth'] ?? 0), runs }
}
