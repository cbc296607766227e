import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalContent } from '#shared/rules/canonical.ts'
import { readContent } from '#shared/document/read.ts'
import { decodeBatch, encodeBatch } from '#shared/protocol/batch.ts'
import { decodeFrame, encodeFrame } from '#shared/protocol/frames.ts'
import { decodeRequest, encodeRequest } from '#shared/protocol/request.ts'
import { fresh, Scene } from '#server/admission/hostile.fixture.ts'
import { Writer } from '#server/admission/raw-update.fixture.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { madeUp, random, spoiled } from './fuzz.ts'
import { histories, record } from './results.ts'

/** Hostile updates against one document before it is made anew. */
const PER_SCENE = 50
const COUNT = 20_000

const reading = (doc: Y.Doc) => canonicalContent(readContent(doc))

/** Somebody who wrote something honest that is on no other device yet. */
function unsent(scene: Scene, chance: Chance): { honest: Uint8Array; other: Uint8Array } {
  const writer = new Writer('stranger-phone', 1000 + chance.below(1_000_000))
  writer.hear(Y.encodeStateAsUpdate(scene.live.doc))
  const other = writer.type('một câu có dấu ')
  const honest = writer.edit((content) => {
    const block = content.get(chance.below(content.length))
    const text = block instanceof Y.XmlElement ? block.get(0) : undefined
    if (text instanceof Y.XmlText) {
      text.insert(0, 'thêm 🌾 ', chance.happens(0.3) ? { bold: {} } : undefined)
      if (chance.happens(0.4)) text.delete(2, 3)
    } else content.push([new Y.XmlElement('block')])
  })
  return chance.happens(0.5)
    ? { honest: other, other: honest }
    : { honest: Y.mergeUpdates([other, honest]), other }
}

it('decoders and admission survive anything: updates', () => {
  const seeds = histories(COUNT / PER_SCENE)
  const counts = { updates: 0, refused: 0, admitted: 0, reasons: {} as Record<string, number>, slowestMs: 0 }
  for (const seed of seeds) {
    const chance = chanceFrom(seed)
    let scene = new Scene()
    for (let i = 0; i < PER_SCENE; i++) {
      const { honest, other } = unsent(scene, chance)
      const client = chance.happens(0.1) ? 22 : 5_000 + seed
      const update = chance.happens(0.5) ? spoiled(honest, other, chance) : madeUp(scene.live, client, chance)
      const where = `seed ${seed}, update ${i}: ${Buffer.from(update).toString('hex')}`
      const before = scene.picture()
      const peer = fresh(scene.live)
      const answer = scene.attack(update)
      counts.updates++
      counts.slowestMs = Math.max(counts.slowestMs, Math.round(scene.ms * 10) / 10)
      if (!answer.ok) {
        counts.refused++
        counts.reasons[answer.unsound] = (counts.reasons[answer.unsound] ?? 0) + 1
        expect(scene.picture(), where).toEqual(before)
        continue
      }
      counts.admitted++
      if (answer.update) Y.applyUpdate(peer, answer.update)
      expect(reading(peer), `${where} reads otherwise on a phone`).toBe(reading(scene.live.doc))
      expect(reading(fresh(scene.live)), `${where} reads otherwise loaded afresh`).toBe(
        reading(scene.live.doc),
      )
      if (answer.update) for (const writer of [scene.an, scene.binh]) writer.hear(answer.update)
      if (!stillHasItsBlock(scene)) scene = new Scene()
    }
    expect(scene.goesOn(), `seed ${seed}: An and Bình go on`).toEqual([])
  }
  record('decoders and admission survive anything', seeds, counts)
  expect(counts.admitted).toBeGreaterThan(counts.updates / 50)
  expect(counts.refused).toBeGreaterThan(counts.updates / 10)
})

/** The block An and Bình go on in; an honest delete may have taken it. */
function stillHasItsBlock({ an, live }: Scene): boolean {
  const block = an.content.length > 1 ? an.content.get(1) : null
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  return text instanceof Y.XmlText && text.length >= 3 && live.doc.share.size === 1
}

it('decoders survive anything: batches, requests, frames', () => {
  const batch = encodeBatch({
    ...{ lineage: 'dong-0001', scope: 'cell/khu-dong-mit', device: 'an-phone-1', deviceSeq: 3 },
    ...{ prevHash: new Uint8Array(32), rosterVersion: 4, claimedAt: 1_764_000_000_000 },
    ops: [
      {
        op: 'command',
        record: 'nghi-quyet-12',
        kind: 'resolution',
        command: { do: 'binResolution', a: [1] },
      },
      {
        op: 'document',
        record: 'nghi-quyet-12',
        kind: 'resolution',
        update: new Uint8Array(90),
        refusalsSeen: 1,
      },
    ],
  })
  const request = encodeRequest({
    ...{
      lineage: 'dong-0001',
      app: '0.1.0',
      cursors: new Map([['cell/khu-dong-mit', { seq: 4, before: 2 }]]),
    },
    ...{
      rosters: new Map([['khu-dong-mit', 3]]),
      batches: [{ bytes: batch, signature: new Uint8Array(64) }],
    },
    ...{ waiting: { items: 1, since: 2 }, repair: [{ scope: 'cell/khu-dong-mit', record: 'nghi-quyet-12' }] },
  })
  const frame = encodeFrame({ frame: 'gone', scope: 'cell/khu-dong-mit' })
  const seeds = histories(COUNT)
  const counts = { read: 0, none: 0, slowestMs: 0 }
  for (const seed of seeds) {
    const chance = chanceFrom(seed)
    const whole = chance.pick([batch, request, frame])
    const bytes = chance.happens(0.1)
      ? random(chance.below(300), chance)
      : spoiled(whole, chance.pick([batch, request]), chance)
    const begin = performance.now()
    for (const decode of [decodeBatch, decodeRequest, decodeFrame]) {
      const value = decode(bytes)
      if (value === null) counts.none++
      else counts.read++
    }
    counts.slowestMs = Math.max(counts.slowestMs, Math.round((performance.now() - begin) * 10) / 10)
    const read = decodeBatch(bytes)
    if (read) expect(decodeBatch(encodeBatch(read)), `seed ${seed}`).toEqual(read)
  }
  record('decoders survive anything', seeds, counts)
  expect(counts.read).toBeGreaterThan(0)
})
