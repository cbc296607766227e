import type * as Y from 'yjs'

/** How an element is named outside its document: by its Yjs id, the same on every device and after every restart. */
export function elementName(element: Y.XmlElement): string | null {
  const id = element._item?.id
  return id ? `${id.client}:${id.clock}` : null
}
