import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Block, Content, Part } from '#shared/records/content.ts'
import { putPart } from './put-part.ts'
import { readContent, readLocated } from './read.ts'
import { writeStart } from './write.ts'

const block = (text: string, more: Partial<Block> = {}): Block => ({
  part: 'block',
  kind: null,
  depth: 0,
  runs: text === '' ? [] : [{ text }],
  ...more,
})

function put(start: Part, part: Part): { content: Content; done: boolean; doc: Y.Doc } {
  const doc = new Y.Doc()
  writeStart(doc, [start])
  const [located] = readLocated(doc)
  if (!located) throw new Error('nothing to write over')
  const done = putPart(located.element, part)
  return { content: readContent(doc), done, doc }
}

test('a word typed into a block', () => {
  const part = block('Chi bộ họp tối nay')
  expect(put(block('Chi bộ họp'), part).content).toEqual([part])
})

test('kind, depth and marks', () => {
  const part = block('', {
    kind: 'number',
    depth: 2,
    runs: [{ text: 'Một ' }, { text: 'hai', bold: true, italic: true }],
  })
  expect(put(block('Một ba', { kind: 'bullet' }), part).content).toEqual([part])
  expect(put(part, block('Một')).content).toEqual([block('Một')])
})

test('a cell of a table, and nothing around it', () => {
  const table = (text: string): Part => ({ part: 'table', rows: [[[block('Việc')], [block(text)]]] })
  const { content, done } = put(table('Lan'), table('Lan và Hương'))
  expect(done).toBe(true)
  expect(content).toEqual([table('Lan và Hương')])
})

test('a table of another shape is left as it is', () => {
  const narrow: Part = { part: 'table', rows: [[[block('Việc')]]] }
  const wide: Part = { part: 'table', rows: [[[block('Việc')], [block('Ai')]]] }
  const { content, done } = put(narrow, wide)
  expect(done).toBe(false)
  expect(content).toEqual([narrow])
})

test('only what differs is written: somebody else’s word in the same block stays', () => {
  const { doc } = put(block('Chi bộ họp'), block('Chi bộ họp'))
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const [theirs] = readLocated(other)
  const [ours] = readLocated(doc)
  if (!theirs || !ours) throw new Error('nothing to write over')
  putPart(theirs.element, block('Sáng nay Chi bộ họp'))
  putPart(ours.element, block('Chi bộ họp xong'))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(readContent(doc)).toEqual([block('Sáng nay Chi bộ họp xong')])
})

test('a block that a merge left with two texts is written over both', () => {
  const doc = new Y.Doc()
  writeStart(doc, [block('Một')])
  const [located] = readLocated(doc)
  located?.element.insert(1, [new Y.XmlText(' hai')])
  if (located) putPart(located.element, block('Một và hai.'))
  expect(readContent(doc)).toEqual([block('Một và hai.')])
})
