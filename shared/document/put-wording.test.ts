import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { blockText, type Content } from '#shared/records/content.ts'
import { anchorAt, placeOf } from './anchor.ts'
import { elementName } from './element-name.ts'
import { REMOTE } from './local-work.ts'
import { proposedParagraph, standsUnchanged, wordingUpdate, type Proposed } from './put-wording.ts'
import { readContent, readLocated, textsOf } from './read.ts'
import { wordingStretch } from './wording-stretch.ts'
import { writeStart } from './write.ts'

const ROAD = 'Hoàn thành tuyến đường trước ngày 20/12.'
const START: Content = [
  { part: 'block', kind: 'heading', depth: 0, runs: [{ text: 'II- NHIỆM VỤ', bold: true }] },
  {
    part: 'block',
    kind: 'number',
    depth: 0,
    runs: [{ text: 'Hoàn thành tuyến đường trước ngày ' }, { text: '20/12', bold: true }, { text: '.' }],
  },
]

function begun(): Y.Doc {
  const doc = new Y.Doc()
  writeStart(doc, START)
  return doc
}
const lettersAt = (doc: Y.Doc, index: number) => textsOf(readLocated(doc)[index]?.element as Y.XmlElement)[0]
const linesOf = (doc: Y.Doc) => readContent(doc).map((p) => (p.part === 'block' ? blockText(p) : ''))

/** A proposal for a paragraph, as a phone makes it. */
function proposed(doc: Y.Doc, wanted: string, way: 'replace' | 'after' = 'replace'): Proposed {
  const part = elementName(readLocated(doc)[1]?.element as Y.XmlElement) ?? ''
  const stretch = wordingStretch(ROAD, wanted)
  if (way === 'after' || !stretch)
    return {
      anchor: anchorAt(doc, part),
      says: { is: 'proposal', way, wording: wanted, before: '', behind: '' },
    }
  const { from, to, wording } = stretch
  const beside = { before: ROAD.slice(0, from), behind: ROAD.slice(to) }
  return { anchor: anchorAt(doc, part, { from, to }), says: { is: 'proposal', way, wording, ...beside } }
}
function put(doc: Y.Doc, one: Proposed, how: 'words' | 'paragraph' = 'words'): void {
  const update = wordingUpdate(doc, one, { client: 77, how })
  if (!update) throw new RangeError('nothing was put')
  Y.applyUpdate(doc, update, REMOTE)
}

describe('the words a proposal is about', () => {
  it.each([
    ['trước ngày 25/12.', 'Hoàn thành tuyến đường trước ngày 25/12.', '20/12.', '25/12.'],
    ['a word in between', 'Hoàn thành xong tuyến đường trước ngày 20/12.', 'thành ', 'thành xong '],
    ['words at the end', `${ROAD} Báo cáo chi bộ.`, '20/12.', '20/12. Báo cáo chi bộ.'],
    ['words at the beginning', `Phấn đấu ${ROAD}`, 'Hoàn', 'Phấn đấu Hoàn'],
    ['words taken out', 'Hoàn thành tuyến đường.', 'đường trước ngày 20/12.', 'đường.'],
    ['everything', 'Thôi.', ROAD, 'Thôi.'],
    ['nothing left', '', ROAD, ''],
  ])('%s', (_, wanted, words, wording) => {
    const stretch = wordingStretch(ROAD, wanted)
    expect(stretch?.wording).toBe(wording)
    expect(ROAD.slice(stretch?.from, stretch?.to)).toBe(words)
    expect(ROAD.slice(0, stretch?.from) + wording + ROAD.slice(stretch?.to)).toBe(wanted)
  })

  it('the same is no proposal, and an empty paragraph is filled', () => {
    expect(wordingStretch(ROAD, ROAD)).toBeNull()
    expect(wordingStretch('', 'Mới')).toEqual({ from: 0, to: 0, wording: 'Mới' })
  })
})

describe('putting a wording in', () => {
  it('[C6] comes in place of the words alone, looks like them, and is one session’s own update', () => {
    const doc = begun()
    const one = proposed(doc, ROAD.replace('20/12', '25/12'))
    const update = wordingUpdate(doc, one, { client: 77, how: 'words' }) ?? new Uint8Array()
    put(doc, one)
    expect(readContent(doc)[1]).toMatchObject({ kind: 'number', runs: [{}, { text: '25/12.', bold: true }] })
    const { structs } = Y.decodeUpdate(update)
    expect(new Set(structs.map((s) => s.id.client))).toEqual(new Set([77]))
  })

  it('[C6] what somebody else writes beside the words meanwhile stays', () => {
    const doc = begun()
    const one = proposed(doc, ROAD.replace('20/12', '25/12'))
    lettersAt(doc, 1)?.insert(0, 'Khẩn trương. ')
    expect(standsUnchanged(one, one.anchor && placeOf(doc, one.anchor))).toBe(true)
    put(doc, one)
    expect(linesOf(doc)[1]).toBe('Khẩn trương. Hoàn thành tuyến đường trước ngày 25/12.')
  })

  it('[C7] the words changed: it does not stand as it stood, and the whole paragraph can be taken instead', () => {
    const doc = begun()
    const one = proposed(doc, ROAD.replace('20/12', '25/12'))
    lettersAt(doc, 1)?.delete(34, 2)
    lettersAt(doc, 1)?.insert(34, '31')
    expect(standsUnchanged(one, one.anchor && placeOf(doc, one.anchor))).toBe(false)
    expect(proposedParagraph(one)).toEqual({ was: ROAD, wanted: ROAD.replace('20/12', '25/12') })
    put(doc, one, 'paragraph')
    expect(linesOf(doc)[1]).toBe('Hoàn thành tuyến đường trước ngày 25/12.')
  })

  it('a line of its own stands behind its part, in the list it is in; without a place at the end', () => {
    const doc = begun()
    put(doc, proposed(doc, 'Nạo vét mương trước 15/12.', 'after'))
    expect(readContent(doc)[2]).toMatchObject({
      kind: 'number',
      runs: [{ text: 'Nạo vét mương trước 15/12.' }],
    })
    put(doc, { ...proposed(doc, 'Cuối cùng.', 'after'), anchor: null })
    expect(linesOf(doc).at(-1)).toBe('Cuối cùng.')
  })

  it('its paragraph gone, nothing is put', () => {
    const doc = begun()
    const one = proposed(doc, ROAD.replace('20/12', '25/12'))
    doc.getXmlFragment('content').delete(1, 1)
    expect(standsUnchanged(one, one.anchor && placeOf(doc, one.anchor))).toBe(false)
    expect(wordingUpdate(doc, one, { client: 77, how: 'words' })).toBeNull()
  })
})
