import { Agent, request } from 'node:http'
import { inflateRawSync } from 'node:zlib'
import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'
import { packRequest } from '#client/data/sync/wire.ts'
import { ROOT } from '#shared/document/layout.ts'
import { encodeBatch, NO_HASH, type Op } from '#shared/protocol/batch.ts'
import { DICTIONARY } from '#shared/protocol/dictionary.ts'
import { decodeFrame, decodeReceipt } from '#shared/protocol/frames.ts'
import { FrameReader } from '#shared/protocol/stream.ts'
import { cellScope, officeScope, ownScope } from '#shared/records/scope.ts'
import { makeKeys } from '#tests/simulation/keys.ts'
import { BenchServer } from './bench-order.ts'
import { tell } from './result.ts'

// An evening of the country: many phones of many cells, each sending what one sentence typed is, signed, over
// connections kept alive; every answer is read and its verdict looked at. The load generator shares the two cores.
const CELLS = 60
const SYNCS_A_PHONE = 60
const AT_ONCE = 32
const SENTENCE = 'Vận động các hộ nạo vét mương nội đồng trước ngày 15, đồng chí phó bí thư chủ trì.'

type LoadPhone = { device: string; person: string; cell: string; requests: Uint8Array[] }

const keys = await Promise.all(Array.from({ length: CELLS }, makeKeys))
const whose = keys.map((_, i) => ({
  device: `device-${String(i).padStart(4, '0')}`,
  person: `person-${String(i).padStart(4, '0')}`,
  cell: `cell-${String(i).padStart(4, '0')}`,
}))
const server = await BenchServer.start({
  phones: whose.map((who, i) => ({
    ...who,
    signKey: keys[i]?.publicKey ?? '',
    agreeKey: keys[i]?.publicKey ?? '',
  })),
})
const { port, lineage, tokens } = server.ready
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

/** A phone's syncs made beforehand: the text begun, then a sentence each time. */
async function prepare(i: number): Promise<LoadPhone> {
  const { device, person, cell } = whose[i] as (typeof whose)[number]
  const scope = cellScope(cell)
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  const requests: Uint8Array[] = []
  let prevHash = NO_HASH
  for (let deviceSeq = 1; deviceSeq <= SYNCS_A_PHONE + 1; deviceSeq++) {
    const ops: Op[] = []
    if (deviceSeq === 1) {
      const command = {
        do: 'startResolution',
        title: 'Nghị quyết',
        month: '2026-12',
        template: 'blank',
        schema: 1,
      }
      ops.push({ op: 'command', record: 'nghi-quyet', kind: 'resolution', command })
    }
    const updates: Uint8Array[] = []
    doc.once('update', (update: Uint8Array) => updates.push(update))
    doc.transact(() => {
      const root = doc.getXmlFragment(ROOT)
      if (root.length === 0) {
        const block = new Y.XmlElement('block')
        block.insert(0, [text])
        root.insert(0, [block])
      }
      text.insert(text.length, SENTENCE)
    })
    for (const update of updates)
      ops.push({ op: 'document', record: 'nghi-quyet', kind: 'resolution', update, refusalsSeen: 0 })
    const claimedAt = Date.now()
    const bytes = encodeBatch({
      lineage,
      scope,
      device,
      deviceSeq,
      prevHash,
      rosterVersion: 2,
      claimedAt,
      ops,
    })
    prevHash = digest(bytes)
    const signature = (await keys[i]?.sign(bytes)) ?? new Uint8Array()
    const nothing = { rosters: new Map([[cell, 99]]), waiting: { items: 0, since: 0 }, repair: [] }
    // Each says it has everything of its cell up to now, as a phone in daily use does.
    const known = [officeScope(cell), ownScope(person)].map((of) => [of, { seq: 0 }] as const)
    const cursors = new Map([[scope, { seq: deviceSeq === 1 ? 0 : deviceSeq }], ...known])
    const body = { lineage, app: '0.1.0', cursors, batches: [{ bytes, signature }], ...nothing }
    requests.push(packRequest(body))
  }
  return { device, person, cell, requests }
}

function sync(phone: LoadPhone, body: Uint8Array): Promise<void> {
  return new Promise((done, failed) => {
    const headers = {
      authorization: `Bearer ${tokens[phone.device] ?? ''}`,
      'content-type': 'application/octet-stream',
      'content-length': body.length,
    }
    const asked = request({ host: '127.0.0.1', port, path: '/sync', method: 'POST', headers, agent })
    asked.on('error', failed)
    asked.on('response', (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => {
        const frames = new FrameReader()
          .push(new Uint8Array(Buffer.concat(pieces)))
          .map((bytes) => decodeFrame(inflateRawSync(bytes, { dictionary: DICTIONARY })))
        const receipt = frames.find((frame) => frame?.frame === 'receipt')
        const verdicts = receipt?.frame === 'receipt' ? decodeReceipt(receipt.bytes)?.verdicts : undefined
        if (verdicts?.every(({ verdict }) => verdict === 'accepted')) done()
        else
          failed(
            new Error(
              `not accepted: ${response.statusCode} ${JSON.stringify(frames.map((f) => (f?.frame === 'notTaken' ? f.code : f?.frame)))} ${JSON.stringify(verdicts)}`,
            ),
          )
      })
    })
    asked.end(body)
  })
}

const phones = await Promise.all(whose.map((_, i) => prepare(i)))
for (const phone of phones) await sync(phone, phone.requests[0] as Uint8Array)

const before = await server.cpu()
const start = performance.now()
const queue = [...phones]
let syncs = 0
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let phone = queue.shift(); phone; phone = queue.shift())
      for (const body of phone.requests.slice(1)) {
        await sync(phone, body)
        syncs++
      }
  }),
)
const seconds = (performance.now() - start) / 1000
const cpu = (await server.cpu()) - before
agent.destroy()
await server.stop()
tell('throughput', [
  {
    figure: 'durable, signed, checked syncs a second, load generator included',
    measured: `${Math.round(syncs / seconds).toLocaleString('en')}/s (${syncs.toLocaleString('en')} syncs of ${CELLS} cells)`,
    budget: '≥ 1,000/s on 2 idle cores',
  },
  { figure: 'server CPU a sync', measured: `${(cpu / syncs).toFixed(2)} ms`, budget: '≤ 0.9 ms' },
])
