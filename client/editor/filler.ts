import type { Node } from 'prosemirror-model'
import { schema } from './schema.ts'

/** Key of the one child that no element stands behind. */
export const FILLER = Symbol('filler')

/** This very node: as soon as somebody types in it, it is another one and real. */
const filler = schema.node('block')

/**
 * A text that is empty, or ends with a table, gets an empty line to type in. It is in the picture only: written by
 * every phone that opens the draft, there would soon be many.
 */
export function withFiller(node: Node): Node {
  return node.lastChild?.type === schema.nodes.block ? node : node.copy(node.content.addToEnd(filler))
}

export const isFilled = (node: Node): boolean => node.lastChild === filler

export function withoutFiller(node: Node): Node {
  return isFilled(node) ? node.copy(node.content.cut(0, node.content.size - filler.nodeSize)) : node
}
