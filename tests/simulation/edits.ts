import { type Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { schema } from '#client/editor/schema.ts'
import { BLOCK_KINDS } from '#shared/records/content.ts'
import type { Chance } from './chance.ts'

/** One random edit, as a person's fingers make it: a ProseMirror transaction, never a hand-made text call. */
export function edit(tr: Transform, chance: Chance, word: () => string): void {
  const blocks = blocksOf(tr.doc)
  if (blocks.length === 0) {
    tr.insert(tr.doc.content.size, schema.node('block', null, text(chance, word, 3)))
    return
  }
  const block = chance.pick(blocks)
  const [, act] = weighted(chance)
  act({ tr, chance, word, block, blocks })
}

type Found = { node: Node; pos: number; parent: Node }
type At = { tr: Transform; chance: Chance; word: () => string; block: Found; blocks: readonly Found[] }
type Act = readonly [weight: number, act: (at: At) => void]

const ACTS: readonly Act[] = [
  [42, type],
  [10, split],
  [6, join],
  [6, changeKind],
  [8, mark],
  [8, deleteWords],
  [4, deleteBlock],
  [3, deleteAcross],
  [4, paste],
  [3, move],
  [6, table],
]

function weighted(chance: Chance): Act {
  let left = chance.next() * ACTS.reduce((sum, [weight]) => sum + weight, 0)
  for (const act of ACTS) if ((left -= act[0]) < 0) return act
  return [0, type]
}

function type({ tr, chance, word, block }: At): void {
  tr.insert(block.pos + 1 + chance.pick(cuts(block.node)), text(chance, word, 1 + chance.below(5)))
}

function split({ tr, chance, block }: At): void {
  tr.split(block.pos + 1 + chance.pick(cuts(block.node)))
}

function join({ tr, block }: At): void {
  const after = block.pos + block.node.nodeSize
  if (tr.doc.resolve(after).nodeAfter?.type === schema.nodes['block']) tr.join(after)
}

function changeKind({ tr, chance, block }: At): void {
  tr.setNodeAttribute(block.pos, 'kind', chance.pick([null, ...BLOCK_KINDS]))
  if (chance.happens(0.3)) tr.setNodeAttribute(block.pos, 'depth', chance.pick([null, 1, 2, 3]))
}

function mark({ tr, chance, block }: At): void {
  const [from, to] = span(chance, block)
  if (from === to) return
  const kind = schema.mark(chance.pick(['bold', 'italic']))
  if (chance.happens(0.65)) tr.addMark(from, to, kind)
  else tr.removeMark(from, to, kind)
}

function deleteWords({ tr, chance, block }: At): void {
  const [from, to] = span(chance, block)
  if (from < to) tr.delete(from, to)
}

function deleteBlock({ tr, block }: At): void {
  tr.delete(block.pos, block.pos + block.node.nodeSize)
}

function deleteAcross({ tr, chance, blocks }: At): void {
  const top = blocks.filter((b) => b.parent.type.name === 'doc')
  const i = chance.below(Math.max(1, top.length - 1))
  const [a, b] = [top[i], top[i + 1]]
  if (!a || !b || a.pos + a.node.nodeSize !== b.pos) return
  tr.delete(a.pos + 1 + chance.pick(cuts(a.node)), b.pos + 1 + chance.pick(cuts(b.node)))
}

function paste({ tr, chance, word, block }: At): void {
  if (block.parent.type.name !== 'doc') return
  const nodes = Array.from({ length: 1 + chance.below(4) }, () =>
    schema.node('block', { kind: chance.pick([null, 'bullet']) }, text(chance, word, 1 + chance.below(6))),
  )
  tr.insert(block.pos, nodes)
}

function move({ tr, chance, block }: At): void {
  if (block.parent.type.name !== 'doc') return
  tr.delete(block.pos, block.pos + block.node.nodeSize)
  const places = [0]
  tr.doc.forEach((node, offset) => places.push(offset + node.nodeSize))
  tr.insert(chance.pick(places), block.node)
}

function table({ tr, chance, word }: At): void {
  const tables: Found[] = []
  tr.doc.forEach((node, pos) => {
    if (node.type.name === 'table') tables.push({ node, pos, parent: tr.doc })
  })
  const cell = () =>
    schema.node('cell', null, [schema.node('block', null, chance.happens(0.6) ? text(chance, word, 1) : [])])
  if (tables.length === 0) {
    const row = () => schema.node('row', null, [cell(), cell()])
    tr.insert(
      0,
      chance.happens(0.2)
        ? schema.node('derived', { kind: 'taskResults' })
        : schema.node('table', null, [row(), row()]),
    )
    return
  }
  const { node, pos } = chance.pick(tables)
  const what = chance.next()
  if (what < 0.4) {
    const width = node.firstChild?.childCount ?? 2
    tr.insert(pos + 1, schema.node('row', null, Array.from({ length: width }, cell)))
  } else if (what < 0.7) {
    const ends: number[] = []
    node.forEach((row, offset) => ends.push(pos + 1 + offset + row.nodeSize - 1))
    for (const end of ends.reverse()) tr.insert(end, cell())
  } else if (what < 0.9 && node.firstChild) tr.delete(pos + 1, pos + 1 + node.firstChild.nodeSize)
  else tr.delete(pos, pos + node.nodeSize)
}

function text(chance: Chance, word: () => string, count: number): Node[] {
  return Array.from({ length: count }, () => {
    const marks = chance.happens(0.15) ? [schema.mark(chance.pick(['bold', 'italic']))] : []
    return schema.text(word(), marks)
  })
}

function blocksOf(doc: Node): Found[] {
  const found: Found[] = []
  doc.descendants((node, pos, parent) => {
    if (node.type.name === 'block' && parent) found.push({ node, pos, parent })
    return true
  })
  return found
}

/** Places between words: nobody's word is ever cut in two, so that each can be followed. */
function cuts(block: Node): number[] {
  const places = [0]
  for (const { index } of block.textContent.matchAll(/[\u4e00-\u9fff]/gu)) if (index > 0) places.push(index)
  if (block.textContent.length > 0) places.push(block.textContent.length)
  return places
}

function span(chance: Chance, block: Found): [number, number] {
  const places = cuts(block.node)
  const a = chance.below(places.length)
  const b = Math.min(places.length - 1, a + 1 + chance.below(3))
  return [block.pos + 1 + (places[a] ?? 0), block.pos + 1 + (places[b] ?? 0)]
}
