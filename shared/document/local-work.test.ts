import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalContent } from '#shared/rules/canonical.ts'
import { ROOT } from './layout.ts'
import { LocalWork, REMOTE } from './local-work.ts'
import { readContent } from './read.ts'
import { firstClockOf, renameClient } from './rename-client.ts'
import { wordsOfUpdate } from './words.ts'
import { writeStart } from './write.ts'

const line = (text: string) => ({ part: 'block' as const, kind: null, depth: 0, runs: [{ text }] })

/** A phone with one text open: what it writes is cut into ops. */
class Session {
  readonly doc = new Y.Doc()
  readonly work: LocalWork
  readonly ops: Uint8Array[] = []

  constructor(client: number, start?: Uint8Array) {
    this.doc.clientID = client
    if (start) Y.applyUpdate(this.doc, start, REMOTE)
    this.work = new LocalWork(this.doc)
  }

  text(i: number): Y.XmlText {
    const content = this.doc.getXmlFragment(ROOT)
    return (content.get(i % content.length) as Y.XmlElement).get(0) as Y.XmlText
  }

  cut(): Uint8Array | null {
    const op = this.work.cut()
    if (op) this.ops.push(op)
    return op
  }

  hear(update: Uint8Array): void {
    this.cut()
    Y.applyUpdate(this.doc, update, REMOTE)
  }
}

const start = (() => {
  const doc = new Y.Doc()
  doc.clientID = 1
  writeStart(doc, ['một', 'hai', 'ba'].map(line))
  return Y.encodeStateAsUpdate(doc)
})()
const reading = (doc: Y.Doc) => canonicalContent(readContent(doc))

type Deed = { who: 0 | 1; does: 'type' | 'delete' | 'bold' | 'cut' | 'hear'; at: number; length: number }
const deeds = fc.array(
  fc.record<Deed>({
    who: fc.constantFrom(0, 1),
    does: fc.constantFrom('type', 'type', 'delete', 'bold', 'cut', 'hear'),
    at: fc.nat(30),
    length: fc.integer({ min: 1, max: 6 }),
  }),
  { maxLength: 60 },
)

function play(list: readonly Deed[]): [Session, Session] {
  const [an, binh] = [new Session(11, start), new Session(22, start)]
  const heard = [0, 0]
  for (const { who, does, at, length } of list) {
    const [me, other] = who === 0 ? [an, binh] : [binh, an]
    const text = me.text(at)
    const from = at % (text.length + 1)
    const long = Math.min(length, text.length - from)
    if (does === 'type') text.insert(from, 'aáàảữ🌾'.slice(0, length))
    if (does === 'delete') text.delete(from, long)
    if (does === 'bold' && long > 0) text.format(from, long, { bold: length % 2 ? {} : null })
    if (does === 'cut') me.cut()
    if (does === 'hear') {
      for (const op of other.ops.slice(heard[who])) me.hear(op)
      heard[who] = other.ops.length
    }
  }
  for (const [who, me, other] of [
    [0, an, binh],
    [1, binh, an],
  ] as const) {
    me.cut()
    other.cut()
    for (const op of other.ops.slice(heard[who])) me.hear(op)
  }
  return [an, binh]
}
const seed = Number(process.env['SIMULATION_SEED'] ?? 20261203)

describe(`[W3] what a session writes, seed ${seed}`, () => {
  it('cut into ops and put together again is what both read', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const [an, binh] = play(list)
        expect(reading(an.doc)).toBe(reading(binh.doc))
        const merged = new Y.Doc()
        for (const op of [start, ...an.ops, ...binh.ops]) Y.applyUpdate(merged, op)
        expect(merged.store.pendingStructs).toBeNull()
        expect(reading(merged)).toBe(reading(an.doc))
      }),
      { seed, numRuns: 400 },
    )
  })

  it('has nobody else’s words and nobody else’s deletes in it', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        for (const session of play(list)) {
          let clock = 0
          for (const op of session.ops)
            for (const struct of Y.decodeUpdate(op).structs) {
              expect(struct.id).toMatchObject({ client: session.doc.clientID, clock })
              clock += struct.length
            }
        }
      }),
      { seed, numRuns: 400 },
    )
    const [an, binh] = [new Session(11, start), new Session(22, start)]
    an.text(0).delete(0, 2)
    binh.text(1).insert(0, 'Bình ')
    const [deleted, typed] = [an.cut(), binh.cut()]
    if (deleted) binh.hear(deleted)
    binh.text(1).insert(0, 'lại ')
    const after = binh.cut()
    expect(typed && after && Y.decodeUpdate(after).ds.clients.size).toBe(0)
    expect(after && wordsOfUpdate(after)).toBe('lại')
  })

  it('nothing was written: nothing is cut; only deletes: no structs', () => {
    const an = new Session(11, start)
    expect([an.work.dirty, an.cut()]).toEqual([false, null])
    an.text(0).delete(0, 3)
    expect(an.work.dirty).toBe(true)
    const op = an.cut()
    expect(op && Y.decodeUpdate(op).structs).toEqual([])
    expect(an.cut()).toBeNull()
  })

  it('after it was stopped it hears nothing', () => {
    const an = new Session(11, start)
    an.work.stop()
    an.text(0).delete(0, 1)
    expect(an.work.dirty).toBe(false)
  })

  it('a twin takes the client id in the middle of the session: Yjs takes another, and no word is missed', () => {
    const an = new Session(11, start)
    an.text(0).insert(0, 'một câu dài hơn câu sau ')
    an.cut()
    const twin = new Y.Doc()
    Y.applyUpdate(twin, Y.encodeStateAsUpdate(an.doc))
    twin.clientID = 11
    twin.getXmlFragment(ROOT).push([new Y.XmlElement('block')])
    an.hear(Y.encodeStateAsUpdate(twin, Y.encodeStateVector(an.doc)))
    expect(an.doc.clientID).not.toBe(11)
    an.text(0).insert(0, 'ngắn ')
    expect(an.work.dirty).toBe(true)
    const op = an.cut()
    expect(op && wordsOfUpdate(op)).toBe('ngắn')
  })
})

describe('[U3] the same words under another client id', () => {
  it('read the same, and nothing of the old id is left', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const [an, binh] = play(list)
        const renamed = new Y.Doc()
        const renaming = { from: 11, firstClock: 0, to: 77 }
        const ops = [...binh.ops, ...an.ops].map((op) => renameClient(op, renaming))
        for (const op of [start, ...ops]) Y.applyUpdate(renamed, op)
        expect(renamed.store.pendingStructs).toBeNull()
        expect(Y.getState(renamed.store, 11)).toBe(0)
        expect(Y.getState(renamed.store, 77)).toBe(Y.getState(an.doc.store, 11))
        for (const op of an.ops) expect(wordsOfUpdate(renameClient(op, renaming))).toBe(wordsOfUpdate(op))
      }),
      { seed, numRuns: 200 },
    )
  })

  it('from a clock on: what stands under the old id before it stays the other’s', () => {
    const an = new Session(11, start)
    an.text(0).insert(0, 'của máy kia ')
    an.cut()
    an.text(0).insert(0, 'của tôi ')
    const mine = an.cut() ?? new Uint8Array()
    const firstClock = firstClockOf(mine, 11) ?? 0
    const renamed = Y.decodeUpdate(renameClient(mine, { from: 11, firstClock, to: 77 }))
    expect(renamed.structs.map((s) => s.id)).toMatchObject([{ client: 77, clock: 0 }])
    const [struct] = renamed.structs
    expect(struct instanceof Y.Item && struct.rightOrigin).toMatchObject({ client: 11, clock: 0 })
    expect(firstClockOf(mine, 99)).toBeNull()
  })
})

describe('the words of an update', () => {
  it('are what its author wrote; of bytes that are none, nothing', () => {
    expect(wordsOfUpdate(start)).toBe('một\nhai\nba')
    for (let end = 0; end < start.length; end++) expect(wordsOfUpdate(start.subarray(0, end))).toBe('')
  })
})
