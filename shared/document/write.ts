import * as Y from 'yjs'
import type { Block, Content, Part } from '#shared/records/content.ts'
import { ROOT } from './layout.ts'

/** A new document with this content, as one update of one session: what a record's creator sends. */
export function startUpdate(content: Content, client: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  writeStart(doc, content)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/**
 * Writes content into an empty document as its creator's own edit. Every block is made together with its text node,
 * so that two people who begin to type in it write into the same one.
 */
export function writeStart(doc: Y.Doc, content: Content): void {
  doc.transact(() => {
    doc.getXmlFragment(ROOT).push(content.map(elementOf))
  })
}

/** Writes one more part at the end, as this session's own edit. */
export function appendPart(doc: Y.Doc, part: Part): void {
  doc.transact(() => insertPart(doc, part))
}

/** Writes one more part behind an element at the top of the text, or at its end. */
export function insertPart(doc: Y.Doc, part: Part, behind?: Y.XmlElement): void {
  if (behind) doc.getXmlFragment(ROOT).insertAfter(behind, [elementOf(part)])
  else doc.getXmlFragment(ROOT).push([elementOf(part)])
}

function elementOf(part: Part): Y.XmlElement {
  switch (part.part) {
    case 'block':
      return blockElement(part)
    case 'table': {
      const rows = part.rows.map((cells) =>
        parent(
          'row',
          cells.map((cell) => parent('cell', cell.map(blockElement))),
        ),
      )
      return parent('table', rows)
    }
    case 'derived': {
      const element = new Y.XmlElement('derived')
      element.setAttribute('kind', part.kind)
      return element
    }
    default:
      return part satisfies never
  }
}

function blockElement(block: Block): Y.XmlElement {
  const element = new Y.XmlElement<{ kind?: string; depth?: number }>('block')
  if (block.kind) element.setAttribute('kind', block.kind)
  if (block.depth > 0) element.setAttribute('depth', block.depth)
  const text = new Y.XmlText()
  element.insert(0, [text])
  const delta = block.runs.map(({ text: insert, bold, italic }) => ({
    insert,
    attributes: { ...(bold ? { bold: {} } : {}), ...(italic ? { italic: {} } : {}) },
  }))
  if (delta.length > 0) text.applyDelta(delta)
  return element as Y.XmlElement
}

function parent(name: string, children: Y.XmlElement[]): Y.XmlElement {
  const element = new Y.XmlElement(name)
  element.insert(0, children)
  return element
}
