import * as Y from 'yjs'

/** Others' updates of one document as one, in Yjs V2: smaller, and only ever made here. */
export function mergedForPhone(updates: readonly Uint8Array[]): Uint8Array | null {
  const [only] = updates
  if (!only) return null
  return Y.convertUpdateFormatV1ToV2(updates.length === 1 ? only : Y.mergeUpdates([...updates]))
}

/** The whole document, Yjs V2. */
export const wholeForPhone = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdateV2(doc)
