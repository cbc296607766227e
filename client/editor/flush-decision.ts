import type { Node } from 'prosemirror-model'

/** A stretch of a document, in its positions. */
export type Stretch = { from: number; to: number }

/** What one step of typing changed: `from`–`oldTo` before became `from`–`newTo`. */
export type Change = { from: number; oldTo: number; newTo: number }

/** The smallest stretch in which two documents differ, or null. Shared nodes make it cheap. */
export function changeBetween(before: Node, after: Node): Change | null {
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || end === null) return null
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  return { from, oldTo: end.a + overlap, newTo: end.b + overlap }
}

/** A change somewhere else than where the burst is: the caret jumped, so what was typed before is final. */
export function isAway(burst: Stretch, change: Change): boolean {
  return change.from > burst.to + 1 || change.oldTo < burst.from - 1
}

/** Where the burst is after a change beside or inside it. */
export function grown(burst: Stretch | null, change: Change): Stretch {
  if (!burst) return { from: change.from, to: change.newTo }
  const shift = change.newTo - change.oldTo
  return { from: Math.min(burst.from, change.from), to: Math.max(burst.to, change.oldTo) + shift }
}

/**
 * More than the text of one block changed: split, join, paste, kind of a block. Concurrent splits double words unless
 * everything before is in the document, and the split itself at once.
 */
export function isStructural(before: Node, after: Node, { from, oldTo, newTo }: Change): boolean {
  return !inOneBlock(before, from, oldTo) || !inOneBlock(after, from, newTo)
}

/** The word under the caret is finished: what stands before the caret is no letter, mark or digit. */
export function wordEnded(after: Node, { newTo }: Change): boolean {
  const $end = after.resolve(newTo)
  const before = $end.parent.textBetween(0, $end.parentOffset)
  return !/[\p{L}\p{M}\p{N}]$/u.test(before)
}

/** More than a person types between two words came at once: it is final as it is. */
export function cameAtOnce({ from, newTo }: Change): boolean {
  return newTo - from > MOST_OF_A_WORD
}

const MOST_OF_A_WORD = 24

function inOneBlock(doc: Node, from: number, to: number): boolean {
  const $from = doc.resolve(from)
  return $from.parent.isTextblock && $from.sharedDepth(to) === $from.depth
}
