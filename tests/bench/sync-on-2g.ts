import { Agent, request } from 'node:http'
import type * as Y from 'yjs'
import { framesOf, packRequest } from '#client/data/sync/wire.ts'
import { ROOT } from '#shared/document/layout.ts'
import { cellScope } from '#shared/records/scope.ts'
import { makeKeys } from '#tests/simulation/keys.ts'
import { replicaOf, type BenchReplica } from './bench-phone.ts'
import { BenchServer } from './bench-order.ts'
import { SENTENCES } from './real-words.ts'
import { tell, type Figure } from './result.ts'
import { thinLine } from './thin-line.ts'

// One phone of 2G among 40 and among 500 records: ten documents changed elsewhere come down, ten of its own go up,
// over a connection that is already there. The ideal is one round trip and the bytes at the line's speed.
const LINE = { bytesPerSecond: 50_000 / 8, roundTripMs: 600 }
const CHANGED = 10
const CELL = 'khu-dong-mit'
const scope = cellScope(CELL)
const record = (i: number) => `nghi-quyet-${String(i).padStart(4, '0')}`

/** `bytes` of bodies, `carried` with HTTP's headers. */
type Counted = { ms: number; bytes: number; carried: number }

async function amongst(records: number): Promise<{ down: Counted; up: Counted }> {
  const keys = [await makeKeys(), await makeKeys()]
  const whose = keys.map((key, i) => ({
    ...{ device: `device-bench-${i}`, person: `person-bench-${i}`, cell: CELL },
    ...{ signKey: key.publicKey, agreeKey: key.publicKey },
  }))
  const server = await BenchServer.start({ phones: whose })
  const { lineage, tokens, port } = server.ready
  const [an, binh] = whose.map(({ device, person }, i) => ({
    ...{ device, token: tokens[device] ?? '' },
    ...replicaOf({ device, person, lineage, seed: 20261203 + i, keys: keys[i] ?? { sign: noKey } }),
  })) as [Phone, Phone]
  const line = await thinLine(port, LINE)
  const fast = { port, agent: new Agent({ keepAlive: true, maxSockets: 1 }) }
  const slow = { port: line.port, agent: new Agent({ keepAlive: true, maxSockets: 1 }) }
  try {
    await until(an, fast)
    for (let i = 0; i < records; i++) {
      const place = { scope, record: record(i), kind: 'resolution' } as const
      const command = {
        do: 'startResolution',
        title: `Nghị quyết ${i}`,
        month: '2026-12',
        template: 'blank',
        schema: 1,
      }
      const whole = { ...command, draftingGroup: { who: 'allMembers' } }
      const refusal = await an.replica.give(place, whole, { start: blank })
      if (refusal) throw new Error(refusal)
    }
    await until(an, fast)
    await until(binh, fast)
    await once(binh, slow) // the connection is there
    await write(an, records)
    await until(an, fast)
    const measured = async () => {
      const before = line.carried()
      return { ...(await once(binh, slow)), carried: line.carried() - before }
    }
    const down = await measured()
    await write(binh, records)
    return { down, up: await measured() }
  } finally {
    for (const { agent } of [fast, slow]) agent.destroy()
    line.close()
    await server.stop()
  }
}

type Phone = BenchReplica & { device: string; token: string }
type Road = { port: number; agent: Agent }
const noKey = async () => new Uint8Array()
const blank = [{ part: 'block' as const, kind: null, depth: 0, runs: [{ text: 'Nhiệm vụ tháng này' }] }]

async function write({ replica }: Phone, records: number): Promise<void> {
  for (let i = 0; i < CHANGED; i++) {
    const place = { scope, record: record(Math.floor((i * records) / CHANGED)), kind: 'resolution' } as const
    const session = await replica.open(place)
    session.doc.transact(() => {
      const block = session.doc.getXmlFragment(ROOT).get(0) as Y.XmlElement
      const text = block.get(0) as Y.XmlText
      text.insert(text.length, ` ${SENTENCES[i] ?? ''}`)
    })
    await replica.close(session)
  }
}

async function until(phone: Phone, road: Road): Promise<void> {
  while ((await once(phone, road)).bytes > 400) continue
}

/** One sync: milliseconds and bytes of bodies both ways. */
async function once({ replica, token }: Phone, { port, agent }: Road): Promise<Omit<Counted, 'carried'>> {
  const body = packRequest(await replica.compose('0.1.0'))
  const start = performance.now()
  let bytes = body.length
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/octet-stream',
    'content-length': body.length,
  }
  const answer = await new Promise<ReadableStream<Uint8Array>>((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, path: '/sync', method: 'POST', headers, agent })
    asked.on('error', failed)
    asked.on('response', (response) => {
      const queue = new ReadableStream<Uint8Array>({
        start(controller) {
          response.on('data', (piece: Buffer) => controller.enqueue(new Uint8Array(piece)))
          response.on('end', () => controller.close())
        },
      })
      done(queue)
    })
    asked.end(body)
  })
  for await (const frame of framesOf(answer, (n) => (bytes += n))) await replica.receive(frame)
  return { ms: performance.now() - start, bytes }
}

const ideal = ({ carried }: Counted) => LINE.roundTripMs + (carried / LINE.bytesPerSecond) * 1000
const told = (of: Counted) =>
  `${(of.ms / ideal(of)).toFixed(2)} × ideal (${(of.ms / 1000).toFixed(2)} s, ${of.bytes.toLocaleString('en')} B, on the line ${of.carried.toLocaleString('en')} B)`
const figures: Figure[] = []
for (const records of [40, 500]) {
  const { down, up } = await amongst(records)
  for (const [way, of] of Object.entries({ 'ten documents received': down, 'ten documents sent': up }))
    figures.push({
      figure: `${way} among ${records} records, 50 kbit/s, 600 ms`,
      measured: told(of),
      budget: '≤ 1.05 × ideal, flat',
    })
}
tell('sync-on-2g', figures)
