import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { REMOTE } from '#shared/document/local-work.ts'
import { canonicalContent } from '#shared/rules/canonical.ts'
import { readContent } from '#shared/document/read.ts'
import { mappingTo, putIntoDocument, showDocument } from './document-bridge.ts'
import { schema } from './schema.ts'
import { showChanges } from './show-changes.ts'

const block = (text: string, kind: string | null = null): Node =>
  schema.node('block', { kind }, text === '' ? [] : [schema.text(text)])
const page = (...blocks: Node[]): Node => schema.node('doc', null, blocks)

function changed(from: Node, was: readonly unknown[], to: Node, keys: readonly unknown[], caret = 1) {
  const state = EditorState.create({ doc: from, selection: TextSelection.create(from, caret) })
  const { tr } = state
  const end = showChanges(tr, was, { node: to, keys })
  expect(tr.doc.eq(to)).toBe(true)
  return { tr, end, caret: tr.selection.from }
}

test('nothing differs: no step', () => {
  const doc = page(block('một'))
  expect(changed(doc, ['a'], page(block('một')), ['a']).tr.steps).toEqual([])
})

test('a paragraph that came in front moves the caret along with its own', () => {
  const { caret, tr } = changed(page(block('một')), ['a'], page(block('không'), block('một')), ['b', 'a'], 3)
  expect(tr.steps).toHaveLength(1)
  expect(caret).toBe(3 + 7)
})

test('words at both ends of a paragraph leave the caret between them at its letter', () => {
  const { caret } = changed(page(block('họp bàn')), ['a'], page(block('ta họp bàn rồi')), ['a'], 5)
  expect(caret).toBe(8)
})

test('a new kind changes the attribute and nothing else', () => {
  const { tr } = changed(page(block('một')), ['a'], page(block('một', 'bullet')), ['a'])
  expect(tr.steps.map((step) => (step.toJSON() as { stepType: string }).stepType)).toEqual(['attr'])
})

test('keys that do not fit still lead to the right text', () => {
  changed(
    page(block('một'), block('hai')),
    ['a', 'b'],
    page(block('ba'), block('hai')),
    ['c', 'b', 'a'].slice(0, 2),
  )
  changed(page(block('một')), ['a'], page(block('ba'), block('hai')), ['a', 'a'])
})

/** Edits two documents at random, lets them merge, and shows each merge by the least change. */
test('whatever two people write, what is shown is what the document says', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const next = randomFrom(seed)
    const people = [1, 2].map((id) => {
      const doc = new Y.Doc()
      doc.clientID = id
      return { doc, node: page(), mapping: showDocument(doc).mapping, keys: [] as readonly unknown[] }
    })
    for (let round = 0; round < 12; round++) {
      for (const person of people) {
        for (let i = 0; i < 3; i++) {
          person.node = edited(person.node, next)
          putIntoDocument(person.doc, person.node, person.mapping, 'burst')
        }
        person.keys = showDocument(person.doc).elements
      }
      for (const [one, other] of [people, people.toReversed()])
        if (one && other) Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc), REMOTE)
      for (const person of people) {
        const shown = showDocument(person.doc)
        const tr = EditorState.create({ doc: person.node }).tr
        showChanges(tr, person.keys, { node: shown.node, keys: shown.elements })
        expect(tr.doc.toJSON(), `seed ${seed}`).toEqual(shown.node.toJSON())
        person.node = tr.doc
        person.mapping = mappingTo(tr.doc, shown)
        const before = Y.getState(person.doc.store, person.doc.clientID)
        putIntoDocument(person.doc, person.node, person.mapping, 'burst')
        expect(
          Y.getState(person.doc.store, person.doc.clientID),
          `seed ${seed}: showing is not writing`,
        ).toBe(before)
      }
    }
    const [a, b] = people.map((person) => canonicalContent(readContent(person.doc)))
    expect(a, `seed ${seed}`).toBe(b)
  }
})

function edited(doc: Node, next: (n: number) => number): Node {
  const { tr } = EditorState.create({ doc })
  const at = next(doc.childCount + 1)
  let pos = 0
  for (let i = 0; i < at && i < doc.childCount; i++) pos += doc.child(i).nodeSize
  const here = doc.maybeChild(at)
  const word = ['lúa', ' đường', 'họp ', 'b'][next(4)] ?? ''
  const act = next(12)
  const offset = next((here?.content.size ?? 0) + 1)
  if (!here || act === 0) tr.insert(pos, block(word))
  else if (act === 1) tr.delete(pos, pos + here.nodeSize)
  else if (act === 2) tr.setNodeAttribute(pos, 'kind', next(2) ? 'number' : null)
  else if (act === 3) tr.split(pos + 1 + offset)
  else if (act < 7) tr.delete(pos + 1 + offset, pos + 1 + Math.min(here.content.size, offset + 3))
  else tr.insert(pos + 1 + offset, schema.text(word, next(3) ? [] : [schema.mark('bold')]))
  return tr.doc
}

function randomFrom(seed: number): (n: number) => number {
  let state = seed * 2654435761
  return (n) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0
    return (state >>> 8) % n
  }
}
