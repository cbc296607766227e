import type { Node } from 'prosemirror-model'
import { TextSelection, type Selection } from 'prosemirror-state'
import * as Y from 'yjs'
import { elementsOf, textsOf } from '#shared/document/read.ts'
import type { Keys } from './show-changes.ts'

/** A selection tied to letters of the document: it stays with them whatever others write around it. */
export type AnchoredSelection = { anchor: Y.RelativePosition; head: Y.RelativePosition }

/** What is shown: a ProseMirror document and the element behind each of its children. */
export type Page = { node: Node; keys: Keys }

/** The caret holds on to the letter before it: what another person types at the same place comes after one's own. */
const BEFORE = -1
const BEHIND = 0

export function anchored(selection: Selection, page: Page): AnchoredSelection | null {
  const backwards = selection.anchor > selection.head
  const side = (own: number): number =>
    selection.empty || own === Math.max(selection.anchor, selection.head) ? BEFORE : BEHIND
  const anchor = anchorAt(page, selection.anchor, side(selection.anchor))
  const head = anchorAt(page, selection.head, backwards ? BEHIND : side(selection.head))
  return anchor && head ? { anchor, head } : null
}

/** Where an anchored selection is now, or null when its letters' block is gone. */
export function selectionOf(
  { anchor, head }: AnchoredSelection,
  doc: Y.Doc,
  page: Page,
): TextSelection | null {
  const from = positionOf(anchor, doc, page)
  const to = positionOf(head, doc, page)
  return from === null || to === null ? null : TextSelection.create(page.node, from, to)
}

function anchorAt({ node, keys }: Page, pos: number, side: number): Y.RelativePosition | null {
  const $pos = node.resolve(pos)
  if (!$pos.parent.isTextblock) return null
  let element: unknown = keys[$pos.index(0)]
  for (let depth = 1; depth < $pos.depth; depth++) {
    if (!(element instanceof Y.XmlElement)) return null
    element = childrenOf(element)[$pos.index(depth)]
  }
  if (!(element instanceof Y.XmlElement)) return null
  let offset = $pos.parentOffset
  for (const text of textsOf(element)) {
    if (offset <= text.length) return Y.createRelativePositionFromTypeIndex(text, offset, side)
    offset -= text.length
  }
  return null
}

function positionOf(anchor: Y.RelativePosition, doc: Y.Doc, { node, keys }: Page): number | null {
  const place = Y.createAbsolutePositionFromRelativePosition(anchor, doc)
  const block: unknown = place?.type.parent
  if (!place || !(block instanceof Y.XmlElement)) return null
  const texts = textsOf(block)
  const at = texts.findIndex((text) => text === place.type)
  if (at < 0) return null
  let pos = place.index + texts.slice(0, at).reduce((sum, text) => sum + text.length, 0)
  let shown: Node = node
  for (const index of pathTo(block, keys) ?? [-1]) {
    const child = shown.maybeChild(index)
    if (!child) return null
    for (let i = 0; i < index; i++) pos += shown.child(i).nodeSize
    pos += 1
    shown = child
  }
  return shown.isTextblock ? pos : null
}

/** Places of an element and all it stands in, outermost first; null when it is not shown. */
function pathTo(element: Y.XmlElement, keys: Keys): number[] | null {
  const top = keys.indexOf(element)
  if (top >= 0) return [top]
  const parent: unknown = element.parent
  if (!(parent instanceof Y.XmlElement)) return null
  const above = pathTo(parent, keys)
  return above && [...above, childrenOf(parent).indexOf(element)]
}

const CHILD_OF: Readonly<Record<string, string>> = { table: 'row', row: 'cell', cell: 'block' }
const childrenOf = (element: Y.XmlElement): Y.XmlElement[] =>
  elementsOf(element, CHILD_OF[element.nodeName] ?? '')
