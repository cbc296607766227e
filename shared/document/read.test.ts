import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Content } from '#shared/records/content.ts'
import { canonicalContent } from '#shared/rules/canonical.ts'
import { attributeIsSound, NODES, ROOT } from './layout.ts'
import { readContent, readLocated } from './read.ts'
import { writeStart } from './write.ts'

const line = (text: string, over: object = {}) => ({
  ...{ part: 'block' as const, kind: null, depth: 0, runs: text === '' ? [] : [{ text }] },
  ...over,
})
const TEXT: Content = [
  line('', {
    kind: 'heading',
    depth: 1,
    runs: [
      { text: 'Nghị ', bold: true },
      { text: 'quyết', bold: true, italic: true },
    ],
  }),
  line('gạch đầu dòng', { kind: 'bullet', depth: 8 }),
  line(''),
  {
    part: 'table',
    rows: [
      [[line('một')], [line('hai'), line('ba')]],
      [[line('')], [line('bốn')]],
    ],
  },
  { part: 'derived', kind: 'taskResults' },
]

const begun = (content: Content = TEXT): Y.Doc => {
  const doc = new Y.Doc()
  writeStart(doc, content)
  return doc
}
const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}
const ragged = (...children: (Y.XmlElement | Y.XmlText)[]) => {
  const doc = new Y.Doc()
  doc.getXmlFragment(ROOT).insert(0, children)
  return doc
}

/** State and deletes before and after: reading must not touch a document. */
function readUntouched(doc: Y.Doc): Content {
  const before = [Y.encodeStateVector(doc), Y.encodeSnapshot(Y.snapshot(doc)), Y.encodeStateAsUpdate(doc)]
  let written = 0
  doc.on('update', () => written++)
  const content = readContent(doc)
  expect([Y.encodeStateVector(doc), Y.encodeSnapshot(Y.snapshot(doc)), Y.encodeStateAsUpdate(doc)]).toEqual(
    before,
  )
  expect(written).toBe(0)
  return content
}

describe('[W2] reading a text', () => {
  it('reads what was written, and nothing in it is moved by reading', () => {
    expect(readUntouched(begun())).toEqual(TEXT)
  })

  it('[W4] every block has its text node from the beginning', () => {
    const doc = begun([line('')])
    const [block] = doc.getXmlFragment(ROOT).toArray()
    expect(block instanceof Y.XmlElement && block.get(0)).toBeInstanceOf(Y.XmlText)
    expect(doc.getXmlFragment(ROOT).length).toBe(1)
  })

  it('an empty document and one that was never opened read empty', () => {
    expect(readUntouched(new Y.Doc())).toEqual([])
  })

  it('a block with no text or with two is one block', () => {
    expect(readUntouched(ragged(element('block')))).toEqual([line('')])
    const two = element('block', new Y.XmlText('An viết, '), new Y.XmlText('Bình viết'))
    expect(readUntouched(ragged(two))).toEqual([line('An viết, Bình viết')])
  })

  it('rows of unequal length are filled, a table without rows and a cell without blocks are empty ones', () => {
    const cell = (text: string) => element('cell', element('block', new Y.XmlText(text)))
    const table = element(
      'table',
      element('row', cell('một'), cell('hai')),
      element('row', element('cell')),
      element('row'),
    )
    const empty = [line('')]
    expect(readUntouched(ragged(table))).toEqual([
      {
        part: 'table',
        rows: [
          [[line('một')], [line('hai')]],
          [empty, empty],
          [empty, empty],
        ],
      },
    ])
    expect(readUntouched(ragged(element('table')))).toEqual([{ part: 'table', rows: [] }])
  })

  it('[W5] what a newer layout put in is left out of the reading and stays', () => {
    const future = element('picture', element('block', new Y.XmlText('chú thích')))
    const block = element('block', new Y.XmlText('đọc được'), element('formula'))
    const odd = new Y.XmlElement<{ kind: string; depth: number; colour: string }>('block')
    odd.setAttribute('kind', 'quotation')
    odd.setAttribute('depth', 99)
    odd.setAttribute('colour', 'red')
    const doc = ragged(future, block, odd as Y.XmlElement, element('derived'), new Y.XmlText('lạc'))
    expect(readUntouched(doc)).toEqual([line('đọc được'), line('')])
    expect(doc.getXmlFragment(ROOT).length).toBe(5)
    expect(readLocated(doc).map(({ element: e }) => e)).toEqual([block, odd])
  })

  it('[W1] equal texts read equal, whatever way they were typed', () => {
    const typed = begun([line('')])
    const text = (typed.getXmlFragment(ROOT).get(0) as Y.XmlElement).get(0) as Y.XmlText
    for (const letter of 'ộb ihC') text.insert(0, letter, { bold: {} })
    text.format(0, 6, { bold: null })
    text.format(2, 2, { italic: {} })
    text.format(2, 2, { italic: null })
    expect(canonicalContent(readUntouched(typed))).toBe(canonicalContent([line('Chi bộ')]))
  })
})

describe('the layout', () => {
  it.each([
    ['kind', 'heading', true],
    ['kind', 'Heading', false],
    ['kind', null, false],
    ['depth', 1, true],
    ['depth', 8, true],
    ['depth', 0, false],
    ['depth', 9, false],
    ['depth', 2.5, false],
    ['depth', Number.NaN, false],
    ['depth', '2', false],
  ])('[U16] %s may be %j: %s', (name, value, sound) => {
    const attribute = NODES['block']?.attributes[name]
    expect(attribute && attributeIsSound(attribute, value)).toBe(sound)
  })
})
