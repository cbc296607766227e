import * as Y from 'yjs'
import { attributeIsSound, NODES, ROOT, TOP } from '#shared/document/layout.ts'
import type { DecodedUpdate, Unsound } from './inspect-update.ts'
import { DEEPEST } from './nesting.ts'

/** The new items of one op: [from, to) of one client. */
export type NewItems = { client: number; from: number; to: number }

/**
 * Checks, after integration, where the new items came to stand [U13–U17]. Only the new ones are looked at, so the
 * cost follows the op and not the document.
 * @returns null, or what is wrong
 */
export function checkPlaces(doc: Y.Doc, added: NewItems | null, decoded: DecodedUpdate): Unsound | null {
  if (doc.store.pendingStructs || doc.store.pendingDs) return 'pending'
  for (const name of doc.share.keys()) if (name !== ROOT) return 'foreignRoot'
  if (!added || added.from === added.to) return null
  const structs = doc.store.clients.get(added.client)
  if (!structs || Y.getState(doc.store, added.client) !== added.to) return 'state'
  if (!collectedTogether(doc, decoded)) return 'place'
  for (let i = Y.findIndexSS(structs, added.from); i < structs.length; i++) {
    const struct = structs[i]
    if (!(struct instanceof Y.Item)) continue
    const unsound = checkPlace(struct)
    if (unsound) return unsound
    if (!isAmongItsOrigins(doc, struct)) return 'place'
    if (!isInOrder(doc, struct)) return 'order'
  }
  return null
}

/**
 * An item that fell into something collected has nothing left outside of it. One with an origin there and another in
 * living text would still part that text (in the middle of an emoji) on the server, but on no phone.
 */
function collectedTogether({ store }: Y.Doc, { structs }: DecodedUpdate): boolean {
  const isCollected = (id: Y.ID): boolean => (Y.getItem(store, id) as Y.Item | Y.GC) instanceof Y.GC
  return structs.every((struct) => {
    if (!(struct instanceof Y.Item) || !isCollected(struct.id)) return true
    const parent: unknown = struct.parent
    if (parent instanceof Y.ID && !Y.getItem(store, parent).deleted) return false
    return [struct.origin, struct.rightOrigin].every((id) => id === null || isCollected(id))
  })
}

function checkPlace(item: Y.Item): Unsound | null {
  const parent = item.parent
  if (!(parent instanceof Y.AbstractType)) return 'place'
  if (depthOf(parent) > DEEPEST) return 'depth'
  if (item.content instanceof Y.ContentDeleted) return null
  if (item.parentSub !== null) return checkAttribute(item, parent, item.parentSub)
  if (parent instanceof Y.XmlText)
    return item.content instanceof Y.ContentString || item.content instanceof Y.ContentFormat ? null : 'place'
  if (!(item.content instanceof Y.ContentType)) return 'place'
  const allowed = parent instanceof Y.XmlElement ? (NODES[parent.nodeName]?.children ?? []) : TOP
  const child = item.content.type
  const name = child instanceof Y.XmlText ? 'text' : (child as Y.XmlElement).nodeName
  return allowed.includes(name) ? null : 'place'
}

function checkAttribute(item: Y.Item, parent: unknown, name: string): Unsound | null {
  if (!(parent instanceof Y.XmlElement) || !(item.content instanceof Y.ContentAny)) return 'place'
  const attributes = NODES[parent.nodeName]?.attributes ?? {}
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined
  if (!attribute) return 'attribute'
  return item.deleted || attributeIsSound(attribute, item.content.arr.at(-1)) ? null : 'attribute'
}

function depthOf(type: Y.AbstractType<unknown>): number {
  let depth = 0
  let item = type._item
  while (item && depth <= DEEPEST) {
    depth++
    const parent = item.parent
    item = parent instanceof Y.AbstractType ? parent._item : null
  }
  return depth
}

/**
 * Whether origin < item < right origin in one list, as in all honest work. Taken once, another order reads alike for a
 * while: the next word beside it then stands in two places on two phones.
 */
function isInOrder(doc: Y.Doc, item: Y.Item): boolean {
  const left = item.origin && Y.getItem(doc.store, item.origin)
  const right = item.rightOrigin && Y.getItem(doc.store, item.rightOrigin)
  if (right && !comesBefore(item, right)) return false
  return !(left && left !== item && !comesBefore(left, item))
}

/** Origins in another list part two phones' texts later on, when that list is collected. */
function isAmongItsOrigins(doc: Y.Doc, item: Y.Item): boolean {
  return [item.origin, item.rightOrigin].every(
    (id) => id === null || isBeside(Y.getItem(doc.store, id), item),
  )
}

function isBeside(other: unknown, item: Y.Item): boolean {
  return other instanceof Y.Item && other.parent === item.parent && other.parentSub === item.parentSub
}

function comesBefore(a: Y.Item | Y.GC, b: Y.Item | Y.GC): boolean {
  for (let item: Y.Item | null = a as Y.Item; item; item = item.right) if (item === b) return true
  return false
}
