import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { inPieces } from './pieces.ts'
import { readContent } from './read.ts'
import { writeStart } from './write.ts'

const MOST = 2_000

function written(lines: number): { doc: Y.Doc; update: Uint8Array } {
  const doc = new Y.Doc()
  const runs = [{ text: 'Vận động nhân dân đóng góp làm đường.' }]
  writeStart(
    doc,
    Array.from({ length: lines }, () => ({ part: 'block', kind: 'number', depth: 0, runs }) as const),
  )
  doc.transact(() => doc.getXmlFragment('content').delete(3, 2))
  return { doc, update: Y.encodeStateAsUpdate(doc) }
}

test('what is small stays one', () => {
  const { update } = written(6)
  expect(inPieces(update, 64 * 1024)).toEqual([update])
})

test('what is large becomes pieces below the size, which together are the same', () => {
  const { doc, update } = written(200)
  const pieces = inPieces(update, MOST)
  expect(pieces.length).toBeGreaterThan(5)
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(MOST)
  const other = new Y.Doc()
  for (const piece of pieces) {
    Y.applyUpdate(other, piece)
    expect(other.store.pendingStructs, 'each rests on those before it').toBeNull()
  }
  expect(readContent(other)).toEqual(readContent(doc))
  expect(Y.encodeStateVector(other)).toEqual(Y.encodeStateVector(doc))
})
