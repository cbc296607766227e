import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROOT } from '#shared/document/layout.ts'
import { inPieces } from '#shared/document/pieces.ts'
import { readContent } from '#shared/document/read.ts'
import { CUT_UPDATE_BYTES } from '#shared/protocol/version.ts'
import { contentText } from '#shared/records/content.ts'
import { BINH, fresh, Scene } from './hostile.fixture.ts'
import { raw, rawUpdate, Writer } from './raw-update.fixture.ts'

const SENTENCE = 'Chi bộ thống nhất vận động bà con hiến đất làm đường giao thông nội đồng. '
let scene: Scene
beforeEach(() => {
  scene = new Scene()
})

const textOf = (content: Y.XmlFragment, i: number) => (content.get(i) as Y.XmlElement).get(0) as Y.XmlText

/** Taken; whoever loads the text afresh reads what the writer reads. */
function isTaken(writer: Writer, update: Uint8Array): void {
  const answer = scene.attack(update, writer.device)
  expect(answer).toMatchObject({ ok: true })
  const read = (doc: Y.Doc) => contentText(readContent(doc))
  expect(read(scene.live.doc)).toBe(read(writer.doc))
  expect(read(fresh(scene.live))).toBe(read(writer.doc))
  expect(answer.ok && answer.lost).toEqual([])
}

describe('honest work is taken', () => {
  it('[U1] [U5] a paste of 50 KB of Vietnamese text', () => {
    const paste = SENTENCE.repeat(500)
    expect(new TextEncoder().encode(paste).length).toBeGreaterThan(50_000)
    isTaken(
      scene.an,
      scene.an.edit((content) => textOf(content, 1).insert(0, paste)),
    )
  })

  it('[U1] a paste of 400 KB without a line break, as a phone cuts it', () => {
    const before = Y.encodeStateVector(scene.an.doc)
    scene.an.edit((content) => textOf(content, 1).insert(4, SENTENCE.repeat(4_000)))
    const work = Y.encodeStateAsUpdate(scene.an.doc, before)
    expect(work.length).toBeGreaterThan(400_000)
    const pieces = inPieces(work, CUT_UPDATE_BYTES)
    for (const piece of pieces.slice(0, -1)) expect(scene.attack(piece, scene.an.device).ok).toBe(true)
    isTaken(scene.an, pieces.at(-1) ?? work)
  })

  it('[U2] [U5] six months of evenings written offline, sent at once', () => {
    const months = new Writer('cuc-phone', 33)
    months.hear(Y.encodeStateAsUpdate(scene.live.doc))
    const ops: Uint8Array[] = []
    for (let day = 0; day < 180; day++) {
      ops.push(months.type(`Ngày ${day}: ${SENTENCE}`))
      ops.push(months.edit((content) => textOf(content, 5 + (day % 9)).insert(0, `${day} `)))
      if (day % 10 === 0) ops.push(months.edit((content) => content.delete(content.length - 1, 1)))
    }
    const backlog = Y.mergeUpdates(ops)
    expect(backlog.length).toBeGreaterThan(20_000)
    isTaken(months, backlog)
  })

  it('[U2] every one of 9,000 letters typed one by one, and taken away again', () => {
    const ops = Array.from({ length: 3_000 }, (_, i) =>
      scene.an.edit((content) => textOf(content, 1).insert(i % 7, 'ữ')),
    )
    isTaken(scene.an, Y.mergeUpdates(ops))
    isTaken(
      scene.an,
      scene.an.edit((content) => textOf(content, 1).delete(0, 3_000)),
    )
  })

  it('emoji, also where two people meet in the middle of one', () => {
    isTaken(
      scene.an,
      scene.an.edit((content) => textOf(content, 1).insert(0, '👩‍🌾🌾🇻🇳')),
    )
    const doc = scene.live.doc
    scene.binh.hear(Y.encodeStateAsUpdate(doc))
    isTaken(
      scene.binh,
      scene.binh.edit((content) => textOf(content, 1).insert(1, 'x')),
    )
  })

  it('undo and redo of everything', () => {
    const undo = new Y.UndoManager(scene.an.content, { captureTimeout: 0 })
    isTaken(scene.an, scene.an.type('một'))
    for (const again of ['undo', 'redo'] as const) {
      undo[again]()
      isTaken(
        scene.an,
        scene.an.edit(() => undefined),
      )
    }
  })

  it('[U9] [U16] bold, italic, kinds and depths, set and taken away', () => {
    isTaken(
      scene.an,
      scene.an.edit((content) => {
        const block = content.get(1) as Y.XmlElement<{ kind?: string; depth?: number }>
        for (const kind of ['bullet', 'number', 'heading']) block.setAttribute('kind', kind)
        for (let depth = 1; depth <= 8; depth++) block.setAttribute('depth', depth)
        block.removeAttribute('kind')
        textOf(content, 1).format(2, 9, { bold: {} })
        textOf(content, 1).format(3, 4, { bold: null, italic: {} })
      }),
    )
  })

  it('[U12] deleting everything, and writing into what somebody deleted meanwhile', () => {
    const late = scene.binh.edit((content) => textOf(content, 1).insert(5, 'chưa thấy bị xóa'))
    isTaken(
      scene.an,
      scene.an.edit((content) => content.delete(0, content.length)),
    )
    const answer = scene.attack(late, 'binh-phone')
    expect(answer).toMatchObject({ ok: true, lost: [{ client: BINH, text: 'chưa thấy bị xóa' }] })
    expect(fresh(scene.live).getXmlFragment(ROOT).length).toBe(0)
  })
})

describe('[K2] words nobody meant to delete', () => {
  it('what An writes while Bình deletes the block goes back to An, what Bình saw does not', () => {
    const unseen = scene.an.edit((content) => textOf(content, 1).insert(0, 'mới '))
    scene.attack(unseen, 'an-phone')
    const answer = scene.attack(
      scene.binh.edit((content) => content.delete(1, 1)),
      'binh-phone',
    )
    expect(answer).toMatchObject({ ok: true, lost: [{ client: 11, text: 'mới ' }] })
  })

  it('who changed what is told, deletions included', () => {
    const answer = scene.attack(
      scene.binh.edit((content) => textOf(content, 1).delete(0, 7)),
      'binh-phone',
    )
    const [client, clock] = scene.id('1')
    const blocks = [{ id: `${client}:${clock}`, inserted: 0, deleted: 7 }]
    expect(answer).toMatchObject({ ok: true, touch: { blocks, removed: 'Chi bộ ' } })
  })
})

it('[U18] what is relayed is the server’s own encoding, never the bytes that came', () => {
  const before = scene.clockOf(999)
  const run = rawUpdate([
    {
      client: 999,
      clock: before,
      structs: [{ content: raw.text('a'), origin: scene.letter('1.0') }, { gc: 1 }, { gc: 2 }],
    },
  ])
  const answer = scene.attack(run)
  expect(answer.ok && answer.update).not.toEqual(run)
  const phone = new Y.Doc()
  for (const update of [Y.encodeStateAsUpdate(scene.binh.doc), answer.ok ? answer.update : null])
    if (update) Y.applyUpdate(phone, update)
  expect(contentText(readContent(phone))).toBe(contentText(readContent(scene.live.doc)))
})
