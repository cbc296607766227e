import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Content } from '#shared/records/content.ts'
import { elementName } from './element-name.ts'
import { LocalWork, REMOTE } from './local-work.ts'
import { partOfUpdate } from './part-of-update.ts'
import { readLocated, textsOf } from './read.ts'
import { insertPart, writeStart } from './write.ts'

const block = (text: string) => ({ part: 'block' as const, kind: null, depth: 0, runs: [{ text }] })
const START: Content = [
  block('Một'),
  block('Hai'),
  { part: 'table', rows: [[[block('Việc')], [block('Ai')]]] },
]

/** A text two have, and what one of them writes without the other. */
function written(write: (doc: Y.Doc) => void): { known: Y.Doc; update: Uint8Array } {
  const known = new Y.Doc()
  writeStart(known, START)
  const mine = new Y.Doc()
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(known), REMOTE)
  const work = new LocalWork(mine)
  write(mine)
  return { known, update: work.cut() ?? new Uint8Array() }
}
const elementAt = (doc: Y.Doc, index: number) => readLocated(doc)[index]?.element as Y.XmlElement
const nameAt = (doc: Y.Doc, index: number) => elementName(elementAt(doc, index))

describe('[K4] where words were meant to go', () => {
  it('in the middle of a paragraph, or at its end', () => {
    for (const at of [0, 1, 3]) {
      const { known, update } = written((doc) => textsOf(elementAt(doc, 1))[0]?.insert(at, 'mới '))
      expect(partOfUpdate(known, update), String(at)).toBe(nameAt(known, 1))
    }
  })

  it('in a table: the table', () => {
    const { known, update } = written((doc) => {
      const [cell] = elementAt(doc, 2).createTreeWalker((node) => node instanceof Y.XmlText)
      if (cell instanceof Y.XmlText) cell.insert(0, 'Lan ')
    })
    expect(partOfUpdate(known, update)).toBe(nameAt(known, 2))
  })

  it('a paragraph of their own: the one before it', () => {
    const { known, update } = written((doc) => insertPart(doc, block('Mới'), elementAt(doc, 0)))
    expect(partOfUpdate(known, update)).toBe(nameAt(known, 0))
  })

  it('in a paragraph that is gone, or in bytes that are no update: nowhere', () => {
    const { known, update } = written((doc) => textsOf(elementAt(doc, 1))[0]?.insert(1, 'x'))
    known.getXmlFragment('content').delete(1, 1)
    expect(partOfUpdate(known, update)).toBeNull()
    expect(partOfUpdate(known, new Uint8Array([9, 9]))).toBeNull()
    expect(partOfUpdate(new Y.Doc(), update)).toBeNull()
  })
})
