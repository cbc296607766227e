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

test.each([
  ['a page without a line break', 'Vận động nhân dân đóng góp làm đường nội đồng. '.repeat(400)],
  ['signs of two units', '🌾'.repeat(5_000)],
])('%s becomes pieces below the size, which together are the same', (_, text) => {
  const doc = new Y.Doc()
  writeStart(doc, [
    { part: 'block', kind: null, depth: 0, runs: [{ text: 'Trước. ' }, { text, bold: true }] },
  ])
  const pieces = inPieces(Y.encodeStateAsUpdate(doc), MOST)
  expect(pieces.length).toBeGreaterThan(5)
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(MOST)
  const other = new Y.Doc()
  for (const piece of pieces) Y.applyUpdate(other, piece)
  expect(readContent(other)).toEqual(readContent(doc))
  expect(Y.encodeStateVector(other)).toEqual(Y.encodeStateVector(doc))
})

test('what was written into a long text while it was on its way finds its place', () => {
  const doc = new Y.Doc()
  writeStart(doc, [{ part: 'block', kind: null, depth: 0, runs: [{ text: 'một hai '.repeat(2_000) }] }])
  const update = Y.encodeStateAsUpdate(doc)
  const text = (of: Y.Doc) => (of.getXmlFragment('content').get(0) as Y.XmlElement).get(0) as Y.XmlText
  text(doc).insert(9_000, 'XEN VÀO')
  const later = Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(update))
  const other = new Y.Doc()
  for (const piece of [...inPieces(update, MOST), later]) Y.applyUpdate(other, piece)
  expect(readContent(other)).toEqual(readContent(doc))
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
