import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { changesBetween } from './text-changes.ts'

/** What stands at the top of a document, by something that stays the same while it is edited. */
export type Keys = readonly unknown[]

/**
 * Adds to a transaction the least that makes its document equal to another one: parts that came and went, and inside a
 * part that stayed the text that changed. Caret, selection and composition elsewhere stay as they are.
 * @returns the end of the last change, or null when nothing differs
 */
export function showChanges(tr: Transaction, was: Keys, to: { node: Node; keys: Keys }): number | null {
  const old = tr.doc
  const staying = new Set(to.keys)
  let pos = 0
  let next = 0
  let end: number | null = null
  const bringIn = (): void => {
    const node = to.node.child(next++)
    tr.insert(pos, node)
    pos += node.nodeSize
    end = pos
  }
  for (const [i, key] of was.entries()) {
    const node = old.child(i)
    if (!staying.has(key)) {
      tr.delete(pos, pos + node.nodeSize)
      end = pos
      continue
    }
    while (next < to.keys.length && to.keys[next] !== key) bringIn()
    const now = to.node.maybeChild(next++)
    if (!now) break
    end = showNode(tr, pos, { old: node, now }) ?? end
    pos += now.nodeSize
  }
  while (next < to.keys.length) bringIn()
  if (tr.doc.eq(to.node)) return end
  // Keys that do not belong to the document: right before small.
  tr.replaceWith(0, tr.doc.content.size, to.node.content)
  return to.node.content.size
}

type Pair = { old: Node; now: Node }

function showNode(tr: Transaction, pos: number, { old, now }: Pair): number | null {
  if (old === now || old.eq(now)) return null
  if (old.type !== now.type || (old.isLeaf && !old.sameMarkup(now))) {
    tr.replaceWith(pos, pos + old.nodeSize, now)
    return pos + now.nodeSize
  }
  let end: number | null = null
  for (const name of Object.keys(now.attrs)) {
    if (old.attrs[name] === now.attrs[name]) continue
    tr.setNodeAttribute(pos, name, now.attrs[name])
    end = pos + now.nodeSize - 1
  }
  return (
    (old.isTextblock ? showText(tr, pos + 1, { old, now }) : showChildren(tr, pos + 1, { old, now })) ?? end
  )
}

function showText(tr: Transaction, start: number, { old, now }: Pair): number | null {
  const changes = changesBetween(lettersOf(old), lettersOf(now))
  let shift = start
  let end: number | null = null
  for (const { from, to, newFrom, newTo } of changes) {
    tr.replace(from + shift, to + shift, now.slice(newFrom, newTo))
    shift += newTo - newFrom - (to - from)
    end = start + newTo
  }
  return end
}

/** Every UTF-16 unit with its marks: a letter that became bold is another one. */
function lettersOf(block: Node): string[] {
  return block.children.flatMap((node) => {
    const marks = node.marks.map((mark) => mark.type.name).join()
    return (node.text ?? '').split('').map((letter) => letter + marks)
  })
}

/** Inside a table: what is equal in front and behind stays, the rest is shown pair by pair. */
function showChildren(tr: Transaction, start: number, { old, now }: Pair): number | null {
  let pos = start
  let end: number | null = null
  const both = Math.min(old.childCount, now.childCount)
  for (let i = 0; i < both; i++) {
    end = showNode(tr, pos, { old: old.child(i), now: now.child(i) }) ?? end
    pos += now.child(i).nodeSize
  }
  for (let i = both; i < old.childCount; i++) {
    tr.delete(pos, pos + old.child(i).nodeSize)
    end = pos
  }
  for (let i = both; i < now.childCount; i++) {
    tr.insert(pos, now.child(i))
    pos += now.child(i).nodeSize
    end = pos
  }
  return end
}
