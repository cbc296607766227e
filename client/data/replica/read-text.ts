import { elementName } from '#shared/document/element-name.ts'
import { readContent, readLocated } from '#shared/document/read.ts'
import type { Touch } from '#shared/protocol/frames.ts'
import type { Content } from '#shared/records/content.ts'
import type { Pending, StoredDocument } from '#client/data/book/book.ts'
import type { AwayChange } from '#client/data/views.ts'
import { buildDocument } from './documents.ts'
import * as Y from 'yjs'

/** A text for reading: confirmed, with own pending work on top. */
export function readText(stored: StoredDocument | undefined, pending: readonly Pending[]): Content {
  const doc = buildDocument(stored, pending)
  const content = readContent(doc)
  doc.destroy()
  return content
}

/** Who changed which part while this person was away, in the order of the text; what is gone comes last. */
export function awayChanges(
  touches: readonly Touch[],
  stored: StoredDocument | undefined,
  pending: readonly Pending[],
): AwayChange[] {
  const doc = buildDocument(stored, pending)
  const places = placesOf(doc)
  const changes = new Map<string, AwayChange>()
  for (const { person, at, blocks, removed } of touches) {
    for (const [i, { id, inserted, deleted }] of blocks.entries()) {
      const index = places.get(id) ?? null
      const key = `${index ?? `gone ${id}`} ${person}`
      const known = changes.get(key) ?? { index, person, at, inserted: 0, deleted: 0 }
      const taken = i === 0 && removed ? { removed: (known.removed ?? '') + removed } : {}
      changes.set(key, {
        ...known,
        ...taken,
        at: Math.max(at, known.at),
        inserted: known.inserted + inserted,
        deleted: known.deleted + deleted,
      })
    }
  }
  doc.destroy()
  return [...changes.values()].sort((a, b) => (a.index ?? Infinity) - (b.index ?? Infinity))
}

/** Place among the top-level parts of every block, by its Yjs id; blocks in a table count as the table. */
function placesOf(doc: Y.Doc): Map<string, number> {
  const places = new Map<string, number>()
  for (const [index, { element }] of readLocated(doc).entries())
    for (const inner of [element, ...element.createTreeWalker((node) => node instanceof Y.XmlElement)])
      if (inner instanceof Y.XmlElement) places.set(elementName(inner) ?? '', index)
  return places
}
