import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Block, Part } from '#shared/records/content.ts'
import type { Anchor } from '#shared/records/discussion.ts'
import { anchorAt, placeOf } from './anchor.ts'
import { elementName } from './element-name.ts'
import { REMOTE } from './local-work.ts'
import { readLocated, textsOf } from './read.ts'
import { insertPart, writeStart } from './write.ts'

const block = (text: string): Block => ({
  ...{ part: 'block', kind: null, depth: 0 },
  runs: text === '' ? [] : [{ text }],
})
const ROAD = 'Hoàn thành tuyến đường trước ngày 20/12.'
const BOOK = 'Đ/c Lan giữ sổ và báo cáo hằng tháng.'

function text(...parts: (string | Part)[]): Y.Doc {
  const doc = new Y.Doc()
  writeStart(
    doc,
    parts.map((part) => (typeof part === 'string' ? block(part) : part)),
  )
  return doc
}
const nameAt = (doc: Y.Doc, index: number) => elementName(elementAt(doc, index)) ?? ''
function elementAt(doc: Y.Doc, index: number): Y.XmlElement {
  const found = readLocated(doc)[index]
  if (!found) throw new RangeError('no such part')
  return found.element
}
function lettersAt(doc: Y.Doc, index: number): Y.XmlText {
  const [found] = textsOf(elementAt(doc, index))
  if (!found) throw new RangeError('no text in it')
  return found
}
function tied(doc: Y.Doc, index: number, words?: string): Anchor {
  const from = words === undefined ? 0 : lettersAt(doc, index).toString().indexOf(words)
  const stretch = words === undefined ? undefined : { from, to: from + words.length }
  const anchor = anchorAt(doc, nameAt(doc, index), stretch)
  if (!anchor) throw new RangeError('nothing to tie to')
  return anchor
}

describe('a place in a text', () => {
  it('[C2] names its part, its letters and their words', () => {
    const doc = text(ROAD, BOOK)
    expect(tied(doc, 1)).toMatchObject({ part: nameAt(doc, 1), words: BOOK })
    expect(placeOf(doc, tied(doc, 0, '20/12'))).toMatchObject({ index: 0, from: 34, to: 39, words: '20/12' })
    expect(anchorAt(doc, '9:9')).toBeNull()
  })

  it('[C3] what others write before, beside and behind it does not belong to it; within it does', () => {
    const doc = text('', ROAD)
    const anchor = tied(doc, 1, '20/12')
    const letters = lettersAt(doc, 1)
    letters.insert(39, '/2026')
    letters.insert(34, 'thứ Bảy ')
    insertPart(doc, block('Mới'), elementAt(doc, 0))
    expect(placeOf(doc, anchor)).toMatchObject({ index: 2, words: '20/12' })
    letters.insert(44, '-21')
    expect(placeOf(doc, anchor)).toMatchObject({ words: '20-21/12' })
  })

  it('[C3] another device finds it in the same place, also where the deleted letters were let go', () => {
    const doc = text(ROAD, BOOK)
    const anchor = tied(doc, 0, '20/12')
    const undo = new Y.UndoManager(lettersAt(doc, 0)) // keeps what it may bring back
    lettersAt(doc, 0).delete(34, 5)
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), REMOTE)
    expect(placeOf(other, anchor)).toEqual(placeOf(doc, anchor))
    undo.undo()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), REMOTE)
    expect(placeOf(other, anchor)).toEqual(placeOf(doc, anchor))
  })

  it('[C3] of a part that was split it follows the beginning', () => {
    const doc = text(ROAD)
    const anchor = tied(doc, 0)
    const letters = lettersAt(doc, 0)
    letters.delete(23, letters.length - 23)
    insertPart(doc, block('trước ngày 20/12.'), elementAt(doc, 0))
    expect(placeOf(doc, anchor)).toMatchObject({ index: 0, words: 'Hoàn thành tuyến đường ' })
  })

  it('[C4] its part deleted, it is where its words alone stand, else gone', () => {
    const doc = text(ROAD, BOOK)
    const [road, book] = [tied(doc, 0), tied(doc, 1)]
    const date = tied(doc, 0, '20/12')
    lettersAt(doc, 1).insert(0, `${ROAD} `)
    doc.getXmlFragment('content').delete(0, 1)
    expect(placeOf(doc, road)).toMatchObject({ index: 0, from: 0, words: ROAD })
    expect(placeOf(doc, date)).toBeNull()
    insertPart(doc, block(`Lần nữa: ${ROAD}`))
    expect(placeOf(doc, road)).toBeNull()
    expect(placeOf(doc, book)).toMatchObject({ index: 0, words: BOOK })
  })

  it('of a table or a derived part it is the part', () => {
    const doc = text(ROAD, { part: 'derived', kind: 'taskResults' })
    const anchor = tied(doc, 1)
    expect(anchor).toEqual({ part: nameAt(doc, 1), words: '' })
    expect(placeOf(doc, anchor)).toMatchObject({ index: 1 })
    doc.getXmlFragment('content').delete(1, 1)
    expect(placeOf(doc, anchor)).toBeNull()
  })

  it('of an empty paragraph it is the paragraph, also when somebody has written there', () => {
    const doc = text('', BOOK)
    const anchor = tied(doc, 0)
    expect(placeOf(doc, anchor)).toMatchObject({ index: 0, words: '' })
    lettersAt(doc, 0).insert(0, 'Chữ mới')
    expect(placeOf(doc, anchor)).toMatchObject({ index: 0 })
  })

  it('bytes that are no position, or name a root of their own, place nothing and make nothing', () => {
    const doc = text(ROAD)
    const { part } = tied(doc, 0)
    const root = Y.createRelativePositionFromTypeIndex(new Y.Doc().getText('mine'), 0)
    const named = Buffer.from(Y.encodeRelativePosition(root)).toString('base64url')
    for (const from of ['AA', '____', named, 'AQ'])
      expect(placeOf(doc, { part: '9:9', stretch: { from, to: from }, words: 'x' }), from).toBeNull()
    expect([...doc.share.keys()]).toEqual(['content'])
    expect(placeOf(doc, { part, stretch: { from: named, to: named }, words: 'x' })).toMatchObject({
      index: 0,
    })
  })
})
