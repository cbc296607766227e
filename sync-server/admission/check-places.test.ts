import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROOT } from '#shared/document/layout.ts'
import { checkPlaces } from './check-places.ts'
import { raw, rawUpdate, Writer } from './raw-update.fixture.ts'

const judge = (doc: Y.Doc, op: Uint8Array, to?: number) => {
  const added = { client: 33, from: 0, to: to ?? Y.getState(doc.store, 33) }
  return checkPlaces(doc, added, Y.decodeUpdate(op))
}
const written = () => {
  const binh = new Writer('binh-phone', 33)
  return { doc: binh.doc, op: binh.type('một câu') }
}

it('an honest op is in its place', () => {
  const { doc, op } = written()
  expect(judge(doc, op)).toBeNull()
})

it('[U13] something waits for what is missing', () => {
  const { doc, op } = written()
  Y.applyUpdate(doc, rawUpdate([{ client: 44, clock: 7, structs: [{ content: raw.element('block') }] }]))
  expect(judge(doc, op)).toBe('pending')
  const other = written()
  Y.applyUpdate(other.doc, rawUpdate([], [{ client: 44, ranges: [[0, 5]] }]))
  expect(judge(other.doc, other.op)).toBe('pending')
})

it('[U14] a second root came to be, or the op did not end where it said', () => {
  const { doc, op } = written()
  expect(judge(doc, op, 99)).toBe('state')
  doc.getMap('khac')
  expect(judge(doc, op)).toBe('foreignRoot')
  expect([...doc.share.keys()]).toEqual([ROOT, 'khac'])
})

it('[U17] with one origin in something collected and the other in living text, it would part that text here only', () => {
  const { doc } = written()
  doc.transact(() => doc.getXmlFragment(ROOT).push([new Y.XmlElement('block')]))
  doc.getXmlFragment(ROOT).delete(0, 1)
  const living = Y.getState(doc.store, 33) - 1
  const from = Y.getState(doc.store, 33)
  const op = rawUpdate([
    { client: 33, clock: from, structs: [{ content: raw.text('x'), origin: [33, living], right: [33, 3] }] },
  ])
  Y.applyUpdate(doc, op)
  expect(checkPlaces(doc, { client: 33, from, to: from + 1 }, Y.decodeUpdate(op))).toBe('place')
})

it('[U15] deeper than any honest text, though each op went only a little deeper', () => {
  const doc = new Y.Doc()
  let inner: Y.XmlFragment | Y.XmlElement = doc.getXmlFragment(ROOT)
  doc.clientID = 33
  for (let i = 0; i < 25; i++) {
    const row = new Y.XmlElement('row')
    inner.insert(0, [row])
    inner = row
  }
  const added = { client: 33, from: 24, to: 25 }
  expect(checkPlaces(doc, added, Y.decodeUpdate(Y.encodeStateAsUpdate(doc)))).toBe('depth')
})
