import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROOT } from '#shared/document/layout.ts'
import { LocalWork, REMOTE } from '#shared/document/local-work.ts'
import { readContent } from '#shared/document/read.ts'
import type { Op } from '#shared/protocol/batch.ts'
import type { ChangesFrame, Frame } from '#shared/protocol/frames.ts'
import { contentText } from '#shared/records/content.ts'
import { cellScope } from '#shared/records/scope.ts'
import { StorageFull, type Change } from '#server/storage/storage.ts'
import { contentOf, loadRecord } from './record-memory.ts'
import { CELL, START, trialCell, type TrialCell, type TrialPhone } from './trial-cell.fixture.ts'

const NQ = 'nghi-quyet-12'
const SCOPE = cellScope(CELL)
const EVERY = 5
let cell: TrialCell
let an: TrialPhone
let dung: TrialPhone
/** Each commit with a snapshot in it, and what the disk says to a commit. */
let commits: (readonly Change[])[] = []
let disk: () => void = () => undefined

beforeEach(async () => {
  commits = []
  disk = () => undefined
  const around = (changes: readonly Change[]) => {
    disk()
    if (changes.some((c) => 'put' in c && c.put === 'snapshot')) commits.push(changes)
  }
  cell = await trialCell(around, { snapshots: { updates: EVERY, bytes: 10_000 } })
  an = await cell.phone('an')
  dung = await cell.phone('dung')
  await an.give(NQ, START)
})
afterEach(() => cell.close())

const load = () => loadRecord(cell.storage, SCOPE, NQ, 'resolution')
const text = async () => contentText(contentOf(await load()) ?? [])
const lines = (n: number, from = 1) => Array.from({ length: n }, (_, i) => `dòng ${from + i}`)
async function write(phone: TrialPhone, words: readonly string[]): Promise<void> {
  for (const word of words) expect(await phone.write(NQ, word)).toMatchObject({ verdict: 'accepted' })
}
/** Words written before the others of the first paragraph. */
async function intoTheFirst(words: string): Promise<Op> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate((await load()).document?.doc ?? new Y.Doc()), REMOTE)
  const work = new LocalWork(doc)
  const block = doc.getXmlFragment(ROOT).get(0) as Y.XmlElement
  ;(block.get(0) as Y.XmlText).insert(0, words)
  return {
    op: 'document',
    record: NQ,
    kind: 'resolution',
    update: work.cut() ?? new Uint8Array(),
    refusalsSeen: 0,
  }
}
const spoil = (bytes: Uint8Array) =>
  cell.storage.commit([{ put: 'snapshot', snapshot: { scope: SCOPE, record: NQ, seq: 6, bytes } }])

describe('[S13] a snapshot of a long text', () => {
  it('is written in the commit that makes it due, and covers just what is on disk then', async () => {
    await write(an, lines(EVERY - 1))
    expect(await cell.storage.snapshot(SCOPE, NQ)).toBeNull()
    await write(an, lines(1, EVERY))
    expect(commits).toHaveLength(1)
    expect(commits[0]?.map((c) => ('put' in c ? c.put : c.drop))).toContain('batch')
    expect((await cell.storage.snapshot(SCOPE, NQ))?.seq).toBe(await cell.storage.head(SCOPE))
    await write(an, lines(EVERY, EVERY + 1))
    expect(commits).toHaveLength(2)
  })

  it('is due by bytes as well: one large paste is enough', async () => {
    await write(an, ['đoạn dài '.repeat(1200)])
    expect(commits).toHaveLength(1)
  })

  it('spares reading what it covers, also after a restart, and the text is the same', async () => {
    await write(an, lines(EVERY + 2))
    await cell.restart()
    const { tail } = await load()
    expect(tail.updates).toBe(2)
    expect((await text()).split('\n').sort()).toEqual(lines(EVERY + 2).sort())
    await write(dung, ['của Dũng'])
    expect(await text()).toContain('của Dũng')
  })

  it('knows whose words are whose and from where each phone goes on', async () => {
    await write(an, lines(EVERY))
    await cell.restart()
    const { authors, touches, createdSeq, changedSeq, events } = await load()
    expect(new Set(authors.values())).toEqual(new Set([an.person]))
    expect(touches.every((t) => t.person === an.person)).toBe(true)
    expect([createdSeq, changedSeq, events.length]).toEqual([1, EVERY + 1, 1])
  })

  it('lost or damaged costs nothing but time', async () => {
    await write(an, lines(EVERY))
    const whole = await text()
    const good = await cell.storage.snapshot(SCOPE, NQ)
    const bytes = good?.bytes ?? new Uint8Array()
    const flipped = (at: number) => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))
    const every = bytes.length / 20
    const wrong = Array.from({ length: 20 }, (_, i) => flipped(Math.floor(i * every)))
    for (const bad of [new Uint8Array(), bytes.subarray(0, 30), bytes.subarray(0, -1), ...wrong]) {
      await spoil(bad)
      expect(await text()).toBe(whole)
    }
    await cell.restart()
    await write(dung, lines(1, EVERY + 1))
    expect((await cell.storage.snapshot(SCOPE, NQ))?.bytes.length).toBeGreaterThan(bytes.length)
  })

  it('is as little there as the work when the disk is full, and comes with the next', async () => {
    await write(an, lines(EVERY - 1))
    const before = await text()
    disk = () => {
      throw new StorageFull('no room')
    }
    await expect(an.write(NQ, 'không có chỗ')).rejects.toBeInstanceOf(StorageFull)
    disk = () => undefined
    expect(await cell.storage.snapshot(SCOPE, NQ)).toBeNull()
    expect(await text()).toBe(before)
    await write(an, ['có chỗ'])
    expect(commits).toHaveLength(1)
  })
})

describe('a phone that has nothing of a text', () => {
  const changes = (frames: readonly Frame[]) => frames.filter((f): f is ChangesFrame => f.frame === 'changes')
  const read = (frame: ChangesFrame | undefined) => {
    const doc = new Y.Doc()
    for (const { update } of frame?.documents ?? []) if (update) Y.applyUpdateV2(doc, update)
    return contentText(readContent(doc))
  }

  it('[S11] gets it as it stands, once, and not what was written and taken back', async () => {
    const late = await cell.phone('em')
    const cursors = new Map([[SCOPE, { seq: 0 }]])
    await write(an, lines(3))
    const few = await late.sync({ cursors })
    await write(dung, lines(20, 4))
    const many = await late.sync({ cursors })
    expect(read(changes(few)[0]).split('\n')).toHaveLength(3)
    expect(read(changes(many)[0])).toBe(await text())
    const whole = Y.encodeStateAsUpdateV2((await load()).document?.doc ?? new Y.Doc())
    expect(changes(many)[0]?.documents[0]?.update).toEqual(whole)
  })

  it('[S11] [S7] who has some of it gets the rest, and its author nothing but which of his work is in', async () => {
    await write(an, lines(20))
    const late = await cell.phone('em')
    const some = await late.sync({ cursors: new Map([[SCOPE, { seq: 10 }]]) })
    expect(read(changes(some)[0])).not.toContain('dòng 3')
    const [mine] = changes(await an.sync({ cursors: new Map([[SCOPE, { seq: 0 }]]) }))
    expect(mine?.documents[0]?.update).toBeUndefined()
    expect(mine?.documents[0]?.own).toHaveLength(20)
  })

  it('[S12] is told of each person and paragraph once; a repair tells every step', async () => {
    await write(an, ['của An'])
    for (const word of lines(12)) await dung.send([await intoTheFirst(word)])
    const late = await cell.phone('em')
    const told = (frames: readonly Frame[]) =>
      frames.flatMap((f) => (f.frame === 'records' ? f.records : []))[0]?.touches.map((t) => t.person)
    expect(told(await late.sync())).toEqual([an.person, dung.person])
    const [behind] = changes(await late.sync({ cursors: new Map([[SCOPE, { seq: 4 }]]) }))
    expect(behind?.documents[0]?.touches.map((t) => t.person)).toEqual([dung.person])
    const repair = [{ scope: SCOPE, record: NQ }]
    const repaired = await late.sync({ cursors: new Map([[SCOPE, { seq: 14 }]]), repair })
    expect(told(repaired)).toEqual([an.person, ...Array.from({ length: 12 }, () => dung.person)])
  })
})
