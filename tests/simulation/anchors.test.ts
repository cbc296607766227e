import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { putIntoDocument, showDocument } from '#client/editor/document-bridge.ts'
import { anchorAt, placeOf, textOf } from '#shared/document/anchor.ts'
import { elementName } from '#shared/document/element-name.ts'
import { REMOTE } from '#shared/document/local-work.ts'
import { readLocated } from '#shared/document/read.ts'
import { writeStart } from '#shared/document/write.ts'
import type { Anchor } from '#shared/records/discussion.ts'
import { templateNamed } from '#shared/rulesets/templates.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { edit } from './edits.ts'
import { Words } from './words.ts'

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const COUNT = Number(process.env['SIMULATION_COUNT'] ?? 150)
const STEPS = 60

/** Three who write in one text, edit as fingers do and merge in any order, while places in it are tied to its letters. */
function history(chance: Chance) {
  const words = new Words(chance)
  const docs = [1, 2, 3].map((client) => {
    const doc = new Y.Doc({ gc: true })
    doc.clientID = client
    return doc
  })
  const [first = new Y.Doc(), ...rest] = docs
  writeStart(first, templateNamed('monthly')?.content ?? [])
  for (const doc of rest) hear(doc, first)
  const anchors: Anchor[] = []
  for (let i = 0; i < STEPS; i++) {
    const doc = chance.pick(docs)
    const shown = showDocument(doc)
    const tr = new Transform(shown.node)
    edit(tr, chance, () => words.make('somebody'))
    putIntoDocument(doc, tr.doc, shown.mapping, 'burst')
    if (chance.happens(0.3)) hear(doc, chance.pick(docs))
    if (chance.happens(0.4)) anchors.push(...tied(doc, chance))
  }
  for (let round = 0; round < 2; round++) for (const a of docs) for (const b of docs) hear(a, b)
  const fresh = new Y.Doc()
  hear(fresh, first)
  return { docs: [...docs, fresh], anchors }
}

function tied(doc: Y.Doc, chance: Chance): Anchor[] {
  const { element, part } = chance.pick(readLocated(doc))
  const length = part.part === 'block' ? textOf(part).length : 0
  const from = chance.below(length + 1)
  const whole = chance.happens(0.5)
  const stretch = whole ? undefined : { from, to: from + chance.below(length - from + 1) }
  const anchor = anchorAt(doc, elementName(element) ?? '', stretch)
  return anchor ? [anchor] : []
}

const hear = (doc: Y.Doc, from: Y.Doc) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(from), REMOTE)

describe(`places in a text through honest edits and merges, seed ${SEED}, ${COUNT} histories`, () => {
  it('[C3] [C4] are the same on every device, with their words where these stand, or gone', () => {
    let gone = 0
    let found = 0
    let whole = 0
    for (let i = 0; i < COUNT; i++) {
      const { docs, anchors } = history(chanceFrom(SEED + i))
      const [doc = new Y.Doc(), ...others] = docs
      const parts = readLocated(doc)
      const texts = parts.map(({ part }) => (part.part === 'block' ? textOf(part) : ''))
      for (const anchor of anchors) {
        const place = placeOf(doc, anchor)
        for (const other of others) expect(placeOf(other, anchor), `seed ${SEED + i}`).toEqual(place)
        const times = anchor.words === '' ? 0 : texts.join('\n').split(anchor.words).length - 1
        if (!place) {
          gone++
          const names = parts.map(({ element }) => elementName(element))
          expect(names, `seed ${SEED + i}`).not.toContain(anchor.part)
          if (anchor.words.trim().length >= 20) expect(times, `seed ${SEED + i}`).not.toBe(1)
          continue
        }
        found++
        expect(place.words).toBe((texts[place.index] ?? '').slice(place.from, place.to))
        if (times === 1 && anchor.words.trim().length >= 20) {
          whole++
          expect(place.words, `seed ${SEED + i}`).toBe(anchor.words)
        }
      }
    }
    expect(Math.min(gone, found, whole)).toBeGreaterThan(COUNT)
  })
})
