import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROOT } from './layout.ts'
import { wordsOfUpdate } from './words.ts'

const seed = 20261124

/** A document with one block of text that stands already, and what somebody then does to it as one update. */
function edited(standing: string, edit: (text: Y.XmlText, content: Y.XmlFragment) => void): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  const content = doc.getXmlFragment(ROOT)
  const text = new Y.XmlText()
  doc.transact(() => {
    const block = new Y.XmlElement('block')
    block.insert(0, [text])
    content.insert(0, [block])
    text.insert(0, standing)
  })
  const before = Y.encodeStateVector(doc)
  edit(text, content)
  return Y.encodeStateAsUpdate(doc, before)
}

describe('the words of an update that was never applied', () => {
  it('stand in the order of the document, not in the order of the keys', () => {
    const update = edited('Kính thưa các đồng chí', (text) => {
      text.insert(22, ' này')
      text.insert(22, 'oạn')
      text.insert(22, ' Đ')
    })
    expect(wordsOfUpdate(update)).toBe('Đoạn này')
  })

  it('leave out what the author took back himself', () => {
    const update = edited('', (text) => {
      text.insert(0, 'xa')
      text.delete(1, 1)
      text.insert(1, 'ã')
    })
    expect(wordsOfUpdate(update)).toBe('xã')
  })

  it('written at two places stand on lines of their own, and so do blocks', () => {
    const update = edited('mương đường', (text, content) => {
      text.insert(5, ' tưới')
      text.insert(0, 'Sửa ')
      const block = new Y.XmlElement('block')
      block.insert(0, [new Y.XmlText('Báo cáo tháng sau')])
      content.push([block])
    })
    expect(
      wordsOfUpdate(update)
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(['tưới', 'Sửa', 'Báo cáo tháng sau'])
  })

  it(`of one new text are that text, seed ${seed}`, () => {
    const deed = fc.record({ at: fc.nat(40), words: fc.string({ maxLength: 6 }), takes: fc.nat(4) })
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 30 }), (deeds) => {
        let result = ''
        const doc = new Y.Doc({ gc: false })
        const text = new Y.XmlText()
        doc.transact(() => {
          const block = new Y.XmlElement('block')
          block.insert(0, [text])
          doc.getXmlFragment(ROOT).insert(0, [block])
        })
        for (const { at, words, takes } of deeds) {
          const place = Math.min(at, text.length)
          text.delete(place, Math.min(takes, text.length - place))
          if (words !== '') text.insert(Math.min(place, text.length), words)
          result = text.toString()
        }
        expect(wordsOfUpdate(Y.encodeStateAsUpdate(doc))).toBe(result.trim())
      }),
      { seed, numRuns: 300 },
    )
  })
})
