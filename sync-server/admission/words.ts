import * as Y from 'yjs'
import type { Touch } from '#shared/protocol/frames.ts'
import type { DecodedUpdate, Inspected } from './inspect-update.ts'

/** Words that are in no document any more though nobody meant to delete them; they go back to their author. */
export type LostWords = { client: number; text: string }

const REMOVED_TEXT = 500

/**
 * Words this op's arrival swallowed [K2]: what applying deleted beyond the op's own delete set (its author had not
 * seen them), and its own new text that fell into something already deleted. Must run before Yjs collects the text.
 */
export function lostWords(transaction: Y.Transaction, inspected: Inspected): LostWords[] {
  const { decoded, client, from } = inspected
  const lost: LostWords[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
    if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return
    lost.push(...partsNotNamed(decoded, item.id, item.content.str))
  })
  if (client === null) return gathered(lost)
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
    if (struct.id.clock < from || !arrivedCollected(transaction.doc, struct.id)) continue
    lost.push(...partsNotNamed(decoded, struct.id, struct.content.str))
  }
  return gathered(lost)
}

/** Which blocks the op touched, for "what changed while I was away, by whom", deletions included. */
export function touchedBlocks(
  transaction: Y.Transaction,
  inspected: Inspected,
): Pick<Touch, 'blocks' | 'removed'> {
  const { client, from, to } = inspected
  const blocks = new Map<string, { inserted: number; deleted: number }>()
  const block = (item: Y.Item) => {
    const id = blockOf(item)
    const found = blocks.get(id) ?? { inserted: 0, deleted: 0 }
    blocks.set(id, found)
    return found
  }
  let removed = ''
  if (client !== null && to > from) {
    const structs = transaction.doc.store.clients.get(client) ?? []
    for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
      const item = structs[i]
      if (item instanceof Y.Item)
        block(item).inserted += item.content instanceof Y.ContentString ? item.length : 0
    }
  }
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
    if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return
    block(item).deleted += item.length
    if (item.id.client !== client && removed.length < REMOVED_TEXT) removed += item.content.str
  })
  const list = [...blocks].map(([id, counts]) => ({ id, ...counts }))
  return { blocks: list, ...(removed ? { removed: removed.slice(0, REMOVED_TEXT) } : {}) }
}

function arrivedCollected(doc: Y.Doc, id: Y.ID): boolean {
  const structs = doc.store.clients.get(id.client) ?? []
  return structs[Y.findIndexSS(structs, id.clock)] instanceof Y.GC
}

/** The parts of a text that the op's own delete set does not name. */
function partsNotNamed(decoded: DecodedUpdate, id: Y.ID, text: string): (LostWords & { clock: number })[] {
  let parts: [number, number][] = [[id.clock, id.clock + text.length]]
  for (const { clock, len } of decoded.ds.clients.get(id.client) ?? [])
    parts = parts.flatMap(([a, b]) => without(a, b, clock, clock + len))
  return parts.map(([a, b]) => ({
    client: id.client,
    clock: a,
    text: text.slice(a - id.clock, b - id.clock),
  }))
}

function without(a: number, b: number, from: number, to: number): [number, number][] {
  if (to <= a || from >= b) return [[a, b]]
  const rest: [number, number][] = []
  if (from > a) rest.push([a, from])
  if (to < b) rest.push([to, b])
  return rest
}

/** One text per author: neighbouring characters stand together again, blocks and gaps part by a line break. */
function gathered(parts: (LostWords & { clock?: number })[]): LostWords[] {
  const byClient = new Map<number, { text: string; end: number }>()
  for (const { client, text, clock = 0 } of parts) {
    const found = byClient.get(client)
    if (!found) byClient.set(client, { text, end: clock + text.length })
    else
      byClient.set(client, {
        text: found.text + (clock === found.end ? '' : '\n') + text,
        end: clock + text.length,
      })
  }
  return [...byClient].map(([client, { text }]) => ({ client, text }))
}

function blockOf(item: Y.Item): string {
  let id = item.id
  let at: Y.Item | null = item
  while (at) {
    const type: unknown = at.content instanceof Y.ContentType ? at.content.type : null
    if (type instanceof Y.XmlElement) {
      id = at.id
      if (type.nodeName === 'block') break
    }
    const parent: unknown = at.parent
    at = parent instanceof Y.AbstractType ? parent._item : null
  }
  return `${id.client}:${id.clock}`
}
