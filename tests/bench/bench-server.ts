import { createAdaptorServer } from '@hono/node-server'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createApp } from '#server/app.ts'
import { openServerKey } from '#server/auth/server-key.ts'
import { Sessions } from '#server/auth/sessions.ts'
import { signatureChecker } from '#server/auth/signing-keys.ts'
import { openServerBook } from '#server/scopes/book.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import type { BenchOrder, BenchReady } from './bench-order.ts'

// A child process: the whole server on a real file and a real socket, with phones let in beforehand. Tells on its
// channel where it is; answers 'cpu' with the processor time it has used, microseconds.
const [folder = '', orderFile = ''] = process.argv.slice(2)
const order = JSON.parse(readFileSync(orderFile, 'utf8')) as BenchOrder
const clock = () => Date.now()
const chance = (n: number) => new Uint8Array(randomBytes(n))
const lineage = 'lineage-bench'

const storage = SqliteStorage.open(join(folder, 'so-chi-bo.db'))
const serverKey = await openServerKey(join(folder, 'server-key.json'))
const verify = signatureChecker()
const book = await openServerBook({ storage, sign: serverKey.sign, verify, clock, lineage, app: '0.1.0' })
const officer = { officer: 'officer-01', officerName: 'Phạm Thị Yến', device: 'device-officer' }
await book.found({
  ...{ commune: 'commune-01', communeName: 'Đảng ủy xã', label: 'bench', ...officer },
  ...{ signKey: order.phones[0]?.signKey ?? '', agreeKey: order.phones[0]?.agreeKey ?? '' },
})
const sessions = new Sessions({ storage, directory: () => book.directory(), clock, chance })
const direct = async (command: Parameters<typeof book.direct>[0]) => {
  const decision = await book.direct(command, officer.officer)
  if (!decision.ok) throw new Error(`${command.do}: ${decision.refusal}`)
}
for (const cell of new Set(order.phones.map((phone) => phone.cell))) {
  await direct({ do: 'createCell', cell, commune: 'commune-01', name: cell, cellKind: 'village' })
  const people = order.phones
    .filter((phone) => phone.cell === cell)
    .map(({ person }, i) => ({
      ...{ id: person, name: `Đồng chí ${i}`, status: 'official' as const },
      duties: i === 0 ? (['secretary'] as const).slice() : [],
    }))
  await direct({ do: 'addPeople', unit: cell, people })
}
const tokens: Record<string, string> = {}
for (const { device, person, signKey, agreeKey } of order.phones) {
  await direct({ do: 'enrolDevice', device, person, signKey, agreeKey, label: 'bench' })
  tokens[device] = await sessions.begin(device, person)
}
const app = createApp({
  ...{ storage, book, serverKey, verify, files: new Map(), publicUrl: null, clock, chance },
  ...{ log: () => undefined, version: '0.1.0' },
})
const server = createAdaptorServer({ fetch: app.http.fetch })
server.listen(0, '127.0.0.1', () => {
  const ready: BenchReady = { port: (server.address() as AddressInfo).port, lineage, tokens }
  process.send?.(ready)
})
process.on('message', (asked) => {
  const { user, system } = process.cpuUsage()
  if (asked === 'cpu') process.send?.({ cpu: user + system, user, system })
})
