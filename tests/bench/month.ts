import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants, deflateRawSync } from 'node:zlib'
import { Transform } from 'prosemirror-transform'
import { putIntoDocument, showDocument } from '#client/editor/document-bridge.ts'
import { schema } from '#client/editor/schema.ts'
import { packRequest } from '#client/data/sync/wire.ts'
import { decodeRequest, encodeRequest } from '#shared/protocol/request.ts'
import { DICTIONARY } from '#shared/protocol/dictionary.ts'
import { decodeFrame, encodeFrame } from '#shared/protocol/frames.ts'
import { frameBytes } from '#shared/protocol/stream.ts'
import { cellScope } from '#shared/records/scope.ts'
import { MONTHLY_RESOLUTION } from '#shared/rulesets/templates.ts'
import { openServerBook } from '#server/scopes/book.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import { chanceFrom } from '#tests/simulation/chance.ts'
import { makeKeys, verify } from '#tests/simulation/keys.ts'
import { CELL, LINEAGE, makeVillage, OFFICER, personId } from '#tests/simulation/village.ts'
import { benchPhone, type BenchPhone } from './bench-phone.ts'
import { SENTENCES } from './real-words.ts'
import { tell } from './result.ts'

// A month of one cell: two drafters type into the monthly resolution in the evenings, word by word with a slip now and
// then, a sync after each evening; a third phone only reads. Bytes of bodies, without HTTP's own headers.
const SEED = 20261203
const EVENINGS = 24
const SENTENCES_AN_EVENING = 3
const SLIPS = 0.04
const BURST = Symbol('burst')
const PLACE = { scope: cellScope(CELL), record: 'nghi-quyet-12', kind: 'resolution' } as const

const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-month-'))
const storage = SqliteStorage.open(join(folder, 'book.sqlite'))
const chance = chanceFrom(SEED)
const serverKeys = await makeKeys()
const server = await openServerBook({
  ...{ storage, sign: serverKeys.sign, verify, clock: () => Date.now() },
  ...{ lineage: LINEAGE, app: '0.1.0', commitWindowMs: 0 },
})
await makeVillage(server)
const letIn = (command: Parameters<typeof server.direct>[0]) => server.direct(command, OFFICER)
const phone = (i: number) =>
  benchPhone({ device: `device-${i}-bench`, person: personId(i), lineage: LINEAGE, seed: SEED + i }, letIn)
const [an, binh, reader] = [await phone(0), await phone(1), await phone(5)]
const bytes = { up: 0, down: 0 }

async function sync(one: BenchPhone): Promise<{ up: number; down: number }> {
  const request = await one.replica.compose('0.1.0')
  const up = packRequest(request).length
  let down = 0
  const asked = decodeRequest(encodeRequest(request))
  if (!asked) throw new TypeError('not a request')
  for await (const frame of server.sync(asked, { device: one.device, person: one.person, revoked: false })) {
    const sent = encodeFrame(frame)
    down += frameBytes(deflateRawSync(sent, { dictionary: DICTIONARY })).length
    const read = decodeFrame(sent)
    if (read) await one.replica.receive(read)
  }
  return { up, down }
}

async function evening(one: BenchPhone, sentences: readonly string[]): Promise<void> {
  const session = await one.replica.open(PLACE)
  let shown = showDocument(session.doc)
  const burst = (change: (tr: Transform) => void) => {
    const tr = new Transform(shown.node)
    change(tr)
    putIntoDocument(session.doc, tr.doc, shown.mapping, BURST)
    shown = showDocument(session.doc)
  }
  for (const sentence of sentences) {
    const place = endOfBlock(shown.node, chance.below(shown.node.childCount))
    let at = place
    for (const word of sentence.split(' ')) {
      if (chance.happens(SLIPS)) {
        burst((tr) => tr.insert(at, schema.text(`${word}h `)))
        burst((tr) => tr.delete(at, at + word.length + 2))
      }
      burst((tr) => tr.insert(at, schema.text(`${word} `)))
      at += word.length + 1
    }
  }
  await one.replica.close(session)
}

/** Where the words of a block of text end; an atom's neighbour before it. */
function endOfBlock(doc: ReturnType<typeof showDocument>['node'], index: number): number {
  let at = 0
  for (let i = 0; i < index; i++) at += doc.child(i).nodeSize
  const child = doc.child(index)
  return child.isTextblock ? at + child.nodeSize - 1 : doc.child(0).nodeSize - 1
}

for (const one of [an, binh, reader]) await sync(one)
const command = {
  ...{
    do: 'startResolution',
    title: 'Nghị quyết tháng 12',
    month: '2026-12',
    template: 'monthly',
    schema: 1,
  },
  draftingGroup: { who: 'committee' },
}
await an.replica.give(PLACE, command, { start: MONTHLY_RESOLUTION.content })
for (const one of [an, binh, reader]) await sync(one)

const written: string[] = []
for (let i = 0; i < EVENINGS; i++) {
  const writer = i % 2 === 0 ? an : binh
  const sentences = Array.from(
    { length: SENTENCES_AN_EVENING },
    (_, k) => SENTENCES[(i * SENTENCES_AN_EVENING + k) % SENTENCES.length] ?? '',
  )
  await evening(writer, sentences)
  written.push(...sentences)
  bytes.up += (await sync(writer)).up
  bytes.down += (await sync(reader)).down
  await sync(writer === an ? binh : an)
}
await server.settled()
await storage.close()
rmSync(folder, { recursive: true })

const text = written.join('\n')
const best = brotliCompressSync(Buffer.from(text), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
}).length
const times = (n: number) =>
  `${(n / best).toFixed(2)} × (${n.toLocaleString('en')} B against ${best.toLocaleString('en')} B)`
console.info(
  `seed ${SEED}: ${EVENINGS} evenings, ${text.split(/\s+/u).length} words, ${Buffer.byteLength(text)} B`,
)
tell('month', [
  {
    figure: "a month's edits sent, against brotli-11 of the words",
    measured: times(bytes.up),
    budget: '≤ 4.5 ×',
  },
  {
    figure: "a month's edits received, against brotli-11 of the words",
    measured: times(bytes.down),
    budget: '≤ 2.5 ×',
  },
])
