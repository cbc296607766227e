import * as Y from 'yjs'
import { elementName } from './element-name.ts'
import { readLocated } from './read.ts'

/**
 * [K4] The part of a text that an update of which nothing was applied writes in, or behind: where its words were meant to
 * go. Null when that part is not at the top of the text any more, or for bytes that are no update.
 */
export function partOfUpdate(doc: Y.Doc, update: Uint8Array): string | null {
  const names = new Set(readLocated(doc).map(({ element }) => elementName(element)))
  for (const id of neighboursIn(update)) {
    const name = topPartAt(doc, id)
    if (name !== null && names.has(name)) return name
  }
  return null
}

/** What its items stand beside or in, in the order they were made. */
function neighboursIn(update: Uint8Array): Y.ID[] {
  try {
    return Y.decodeUpdate(update).structs.flatMap((struct) => {
      if (!(struct instanceof Y.Item)) return []
      const { origin, rightOrigin, parent } = struct
      return [origin, parent instanceof Y.ID ? parent : null, rightOrigin].filter((id) => id !== null)
    })
  } catch {
    return []
  }
}

/** Name of the part at the top that an item of the document stands in, or is. */
function topPartAt(doc: Y.Doc, id: Y.ID): string | null {
  if (Y.getState(doc.store, id.client) <= id.clock) return null
  const item = Y.getItem(doc.store, id)
  if (!(item instanceof Y.Item)) return null
  let type: unknown = item.content instanceof Y.ContentType ? item.content.type : item.parent
  let name: string | null = null
  while (type instanceof Y.AbstractType && type._item !== null) {
    if (type instanceof Y.XmlElement) name = elementName(type)
    type = type._item.parent
  }
  return name
}
