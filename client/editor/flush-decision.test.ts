import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import {
  cameAtOnce,
  changeBetween,
  grown,
  isAway,
  isStructural,
  wordEnded,
  type Change,
} from './flush-decision.ts'
import { schema } from './schema.ts'

const block = (text: string, kind: string | null = null): Node =>
  schema.node('block', { kind }, text === '' ? [] : [schema.text(text)])
const doc = (...texts: string[]): Node =>
  schema.node(
    'doc',
    null,
    texts.map((t) => block(t)),
  )

function change(before: Node, after: Node): Change {
  const found = changeBetween(before, after)
  if (!found) throw new Error('nothing changed')
  return found
}

test('a letter at the end is a change of one place', () => {
  expect(change(doc('chi b'), doc('chi bộ'))).toEqual({ from: 6, oldTo: 6, newTo: 7 })
})

test('the same letter again is an insertion, not a negative stretch', () => {
  expect(change(doc('aa'), doc('aaa'))).toEqual({ from: 3, oldTo: 3, newTo: 4 })
  expect(change(doc('aaa'), doc('aa'))).toEqual({ from: 3, oldTo: 4, newTo: 3 })
})

test.each([
  ['chi b', 'chi bộ', false],
  ['chi bộ', 'chi bộ ', true],
  ['chi bộ', 'chi bộ,', true],
  ['số 1', 'số 12', false],
  ['vi', 'v', false],
  ['a', '', true],
])('from "%s" to "%s" a word ended: %s', (before, after, ended) => {
  const b = doc(before)
  const a = doc(after)
  expect(wordEnded(a, change(b, a))).toBe(ended)
})

test('a letter typed elsewhere than the burst is away from it; beside it is not', () => {
  const burst = { from: 10, to: 14 }
  expect(isAway(burst, { from: 14, oldTo: 14, newTo: 15 })).toBe(false)
  expect(isAway(burst, { from: 15, oldTo: 15, newTo: 16 })).toBe(false)
  expect(isAway(burst, { from: 30, oldTo: 30, newTo: 31 })).toBe(true)
  expect(isAway(burst, { from: 2, oldTo: 2, newTo: 3 })).toBe(true)
})

test('a burst grows with what is typed at its end and shrinks with what is deleted', () => {
  const typed = grown(null, { from: 5, oldTo: 5, newTo: 6 })
  expect(typed).toEqual({ from: 5, to: 6 })
  expect(grown(typed, { from: 6, oldTo: 6, newTo: 8 })).toEqual({ from: 5, to: 8 })
  expect(grown({ from: 5, to: 8 }, { from: 6, oldTo: 8, newTo: 6 })).toEqual({ from: 5, to: 6 })
})

test('split, join, a new kind and a change in two paragraphs are structural; typing is not', () => {
  const structural = (before: Node, after: Node): boolean =>
    isStructural(before, after, change(before, after))
  expect(structural(doc('một hai'), doc('một', ' hai'))).toBe(true)
  expect(structural(doc('một', ' hai'), doc('một hai'))).toBe(true)
  expect(structural(doc('một'), doc('một', ''))).toBe(true)
  expect(structural(doc('một', 'hai'), doc('mộtx', 'xhai'))).toBe(true)
  expect(structural(doc('một'), schema.node('doc', null, [block('một', 'bullet')]))).toBe(true)
  expect(structural(doc('một'), doc('một hai'))).toBe(false)
})

test('more than a word at once is final', () => {
  expect(cameAtOnce({ from: 1, oldTo: 1, newTo: 4 })).toBe(false)
  expect(cameAtOnce({ from: 1, oldTo: 1, newTo: 60 })).toBe(true)
})
