import { Fragment, type Node } from 'prosemirror-model'
import { updateYFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { elementsOf, readBlock, readPart, textsOf } from '#shared/document/read.ts'
import { ROOT } from '#shared/document/layout.ts'
import type { Block, Run } from '#shared/records/content.ts'
import { schema } from './schema.ts'

/** Which ProseMirror node shows which Yjs type, so that only what was really edited is written. */
export type Mapping = Parameters<typeof updateYFragment>[3]['mapping']
export type Shown = { node: Node; mapping: Mapping }

/**
 * Shows a document as a ProseMirror node. Never writes (y-prosemirror's own reader joins and deletes while reading):
 * what merges left ragged is healed in the picture, and in the document only where somebody edits it.
 */
export function showDocument(doc: Y.Doc): Shown {
  const mapping: Mapping = new Map()
  const fragment = doc.getXmlFragment(ROOT)
  const parts: Node[] = []
  for (const element of fragment.toArray()) {
    if (!(element instanceof Y.XmlElement)) continue
    const node = showElement(element, mapping)
    if (node) parts.push(node)
  }
  return { node: schema.node('doc', null, parts), mapping }
}

/** Writes the difference between what the document says and a ProseMirror node, as this session's own edit. */
export function putIntoDocument(doc: Y.Doc, node: Node, mapping: Mapping, origin: unknown): void {
  const fragment = doc.getXmlFragment(ROOT)
  doc.transact(() => updateYFragment(doc, fragment, node, { mapping, isOMark: new Map() }), origin)
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

export const blockNode = (block: Block, texts: readonly Node[]): Node =>
  schema.node('block', { kind: block.kind, depth: block.depth || null }, Fragment.fromArray([...texts]))

const emptyBlock = (): Node => schema.node('block')
const emptyCell = (): Node => schema.node('cell', null, [emptyBlock()])

function textNode(run: Run): Node {
  const marks = [...(run.bold ? [schema.mark('bold')] : []), ...(run.italic ? [schema.mark('italic')] : [])]
  return schema.text(run.text, marks)
}
