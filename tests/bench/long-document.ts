import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { Transform } from 'prosemirror-transform'
import * as Y from 'yjs'
import { putIntoDocument, showDocument } from '#client/editor/document-bridge.ts'
import { schema } from '#client/editor/schema.ts'
import { DICTIONARY } from '#shared/protocol/dictionary.ts'
import { encodeFrame, type Frame, type Touch } from '#shared/protocol/frames.ts'
import { frameBytes } from '#shared/protocol/stream.ts'
import { cellScope } from '#shared/records/scope.ts'
import { MONTHLY_RESOLUTION } from '#shared/rulesets/templates.ts'
import { openServerBook } from '#server/scopes/book.ts'
import { loadRecord } from '#server/scopes/record-memory.ts'
import { decodeStoredUpdate } from '#server/scopes/stored-update.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import type { Storage } from '#server/storage/storage.ts'
import { chanceFrom } from '#tests/simulation/chance.ts'
import { makeKeys, verify } from '#tests/simulation/keys.ts'
import { withoutSnapshots } from '#tests/simulation/snapshots-agree.ts'
import { CELL, LINEAGE, makeVillage, OFFICER, personId } from '#tests/simulation/village.ts'
import { benchPhone, type BenchPhone } from './bench-phone.ts'
import { SENTENCES } from './real-words.ts'
import { tell } from './result.ts'

// One resolution that two drafters worked on for long, pausing every four words; its last snapshot is as old as it gets.
// How long the server takes to load it cold, and what a phone receives that has nothing of it; with snapshots and
// without. Bytes of bodies, without HTTP's own headers.
const SEED = 20261203
const PAUSES = 770
const WORDS_A_PAUSE = 4
const PAUSES_A_SITTING = 25
const SLIPS = 0.04
const LOADS = 25
const BURST = Symbol('burst')
const PLACE = { scope: cellScope(CELL), record: 'nghi-quyet-12', kind: 'resolution' } as const

const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-long-'))
const storage = SqliteStorage.open(join(folder, 'book.sqlite'))
const chance = chanceFrom(SEED)
const words = SENTENCES.join(' ').split(' ')
let nextWord = 0
const serverKeys = await makeKeys()
const server = await openServerBook({
  ...{ storage, sign: serverKeys.sign, verify, clock: () => Date.now() },
  ...{ lineage: LINEAGE, app: '0.1.0', commitWindowMs: 0 },
})
await makeVillage(server)
const phone = (i: number) =>
  benchPhone(
    { device: `device-${i}-bench`, person: personId(i), lineage: LINEAGE, seed: SEED + i },
    (command) => server.direct(command, OFFICER),
  )
const [an, binh, behind] = [await phone(0), await phone(1), await phone(4)]

const onTheLine = (frame: Frame): number =>
  frameBytes(deflateRawSync(encodeFrame(frame), { dictionary: DICTIONARY })).length

/** @returns bytes received */
async function sync(one: BenchPhone): Promise<number> {
  let down = 0
  const sender = { device: one.device, person: one.person, revoked: false }
  for await (const frame of server.sync(await one.replica.compose('0.1.0'), sender)) {
    down += onTheLine(frame)
    await one.replica.receive(frame)
  }
  return down
}

/** Somebody goes on writing at the end of a paragraph, pausing now and then, and begins a new one at last. */
async function sitting(one: BenchPhone, pauses: number): Promise<void> {
  const session = await one.replica.open(PLACE)
  let shown = showDocument(session.doc)
  const burst = (change: (tr: Transform) => void) => {
    const tr = new Transform(shown.node)
    change(tr)
    putIntoDocument(session.doc, tr.doc, shown.mapping, BURST)
    shown = showDocument(session.doc)
  }
  let at = endOfBlock(shown.node, chance.below(shown.node.childCount))
  for (let i = 0; i < pauses; i++) {
    for (let k = 0; k < WORDS_A_PAUSE; k++) {
      const word = `${words[nextWord++ % words.length]} `
      burst((tr) => tr.insert(at, schema.text(word)))
      if (chance.happens(SLIPS)) burst((tr) => tr.delete(at, at + word.length))
      else at += word.length
    }
    await one.replica.save(session)
    await sync(one)
  }
  burst((tr) => tr.insert(tr.doc.content.size, schema.nodes['block']?.create() ?? []))
  await one.replica.close(session)
}

/** Where the words of a block of text end; for an atom, those of the first block. */
function endOfBlock(doc: ReturnType<typeof showDocument>['node'], index: number): number {
  let at = 0
  for (let i = 0; i < index; i++) at += doc.child(i).nodeSize
  const child = doc.child(index)
  return child.isTextblock ? at + child.nodeSize - 1 : doc.child(0).nodeSize - 1
}

/** The fastest of many cold loads, milliseconds: other work on the machine only makes them slower. */
async function loadTime(from: Storage): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < LOADS; i++) {
    const begun = performance.now()
    await loadRecord(from, PLACE.scope, PLACE.record, 'resolution')
    times.push(performance.now() - begun)
  }
  return Math.min(...times)
}

for (const one of [an, binh, behind]) await sync(one)
const start = {
  do: 'startResolution',
  title: 'Nghị quyết tháng 12',
  month: '2026-12',
  template: 'monthly',
  schema: 1,
}
const command = { ...start, draftingGroup: { who: 'committee' } }
await an.replica.give(PLACE, command, { start: MONTHLY_RESOLUTION.content })
await sync(an)
for (let done = 1, turn = 1; done < PAUSES; turn++) {
  const writer = turn % 2 === 0 ? an : binh
  await sync(writer)
  const pauses = Math.min(PAUSES_A_SITTING, PAUSES - done)
  await sitting(writer, pauses)
  done += pauses
}
await server.settled()

const log = await storage.entriesOfRecord(PLACE.scope, PLACE.record, 0)
const steps = log.flatMap((entry) => (entry.holds === 'update' ? [decodeStoredUpdate(entry.bytes)] : []))
const touches: Touch[] = steps.map((step) => step.touch)
const { document, tail } = await loadRecord(storage, PLACE.scope, PLACE.record, 'resolution')
const whole = Y.encodeStateAsUpdateV2(document?.doc ?? new Y.Doc())
const merged = Y.convertUpdateFormatV1ToV2(Y.mergeUpdates(steps.map((step) => step.update)))
const { scope, record, kind } = PLACE
const place = { scope, cursor: { seq: steps.length } }
const everyStep = {
  first: onTheLine({
    frame: 'records',
    ...place,
    records: [{ record, kind, events: [], touches, document: whole, row: { record } as never }],
  }),
  later: onTheLine({
    frame: 'changes',
    ...place,
    events: [],
    digests: [],
    documents: [{ record, kind, own: [], touches, update: merged }],
  }),
}
const bytes = { behind: await sync(behind), first: await sync(await phone(5)) }
const milliseconds = { with: await loadTime(storage), without: await loadTime(withoutSnapshots(storage)) }
await storage.close()
rmSync(folder, { recursive: true })

const bytesText = (n: number) => `${n.toLocaleString('en')} B`
console.info(
  `seed ${SEED}: ${steps.length} updates, ${tail.updates} of them after the snapshot, ${bytesText(whole.length)} as it stands`,
)
tell('long-document', [
  {
    figure: `cold load of a text of ${steps.length} updates on the server`,
    measured: `${milliseconds.with.toFixed(1)} ms; without a snapshot ${milliseconds.without.toFixed(1)} ms`,
    budget: '≤ 7 ms',
  },
  {
    figure: 'all that a new phone receives, this text in it',
    measured: `${bytesText(bytes.first)}; its record alone with every step ${bytesText(everyStep.first)}`,
    budget: 'none',
  },
  {
    figure: 'what a phone receives that was away while it was written',
    measured: `${bytesText(bytes.behind)}; every step ${bytesText(everyStep.later)}`,
    budget: 'none',
  },
])
