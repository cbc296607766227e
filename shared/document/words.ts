import * as Y from 'yjs'

/**
 * All text an update brings along, for work of which nothing was applied: what its author wrote in it. Blocks are
 * parted by line breaks. Empty for bytes that are no update.
 */
export function wordsOfUpdate(update: Uint8Array): string {
  try {
    let words = ''
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item)) continue
      if (struct.content instanceof Y.ContentString) words += struct.content.str
      else if (struct.content instanceof Y.ContentType && words !== '' && !words.endsWith('\n')) words += '\n'
    }
    return words.trim()
  } catch {
    return ''
  }
}
