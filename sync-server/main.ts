import { createAdaptorServer } from '@hono/node-server'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer, Server as SecureServer } from 'node:https'
import { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { WebSocketServer } from 'ws'
import { MAX_SAID_BYTES } from '#shared/protocol/line.ts'
import { createApp } from '#server/app.ts'
import { forgetEnrolments } from '#server/auth/forget-enrolments.ts'
import { openServerKey } from '#server/auth/server-key.ts'
import { signatureChecker } from '#server/auth/signing-keys.ts'
import { demoPeople, foundDemo } from '#server/demo/demo-commune.ts'
import { builtFiles } from '#server/routes/built-files.ts'
import { logText } from '#server/routes/log.ts'
import { openServerBook } from '#server/scopes/book.ts'
import { trimAttachments } from '#server/scopes/trim-attachments.ts'
import { trimBatches } from '#server/scopes/trim-batches.ts'
import { dataFile, serverKeyFile } from '#server/storage/data-folder.ts'
import { lineageOf } from '#server/storage/lineage.ts'
import type { Storage } from '#server/storage/storage.ts'
import { certificateWarning } from './certificate.ts'
import { readConfig, type Config } from './config.ts'
import { greeting } from './greeting.ts'
import { realTimer, startHousekeeping } from './housekeeping.ts'

/** What the adapter takes. It is a `ws` server at run time; the two packages' types only disagree about overloads. */
type SocketServer = NonNullable<Parameters<typeof createAdaptorServer>[0]['websocket']>['server']

const HALF_A_DAY = 12 * 60 * 60 * 1000
const PATIENCE_AT_THE_END = 5000
const root = fileURLToPath(new URL('..', import.meta.url))

try {
  await start(readConfig(process.env, process.argv.slice(2)))
} catch (why) {
  console.error(`Không chạy được / cannot start: ${why instanceof Error ? why.message : String(why)}`)
  process.exitCode = 1
}

async function start(config: Config): Promise<void> {
  process.umask(0o077) // data and key are this user's alone
  const clock = () => Date.now()
  const chance = (bytes: number) => new Uint8Array(randomBytes(bytes))
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }

  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const storage = await openStorage(config)
  const serverKey = await openServerKey(serverKeyFile(config.dataDir))
  const { lineage, earlierLineages } = await lineageOf(storage, chance)
  const verify = signatureChecker()
  const { sign } = serverKey
  const book = await openServerBook({ storage, sign, verify, clock, lineage, earlierLineages, app: version })
  const files = builtFiles(`${root}dist`, `${root}dist-earlier`)
  if (!files.has('/index.html')) console.error('dist/ is empty: npm run build makes the app')
  const log = (line: Parameters<typeof logText>[0]) => console.log(logText(line, clock()))
  const { publicUrl } = config
  const app = createApp({ storage, book, serverKey, verify, files, publicUrl, clock, chance, log, version })

  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_SAID_BYTES })
  const server = createAdaptorServer({
    fetch: app.http.fetch,
    websocket: { server: sockets as unknown as SocketServer },
    ...tlsOf(config),
  })
  if (server instanceof Server || server instanceof SecureServer) server.keepAliveTimeout = 75_000
  const stopWatching =
    config.tls && server instanceof SecureServer ? watchCertificate(server, config.tls, clock) : null
  await listening(server, config)

  if (config.demo) await foundDemo(book)
  const demo = config.demo ? demoPeople(book.directory()) : []
  const links = await Promise.all(
    demo.map(async ({ who, person }) => ({
      who,
      secret: (await app.enrolments.inviteForDemo(person)).secret,
    })),
  )
  const setUp = await app.setUp.print()

  const stopHousekeeping = startHousekeeping({
    chores: {
      'raw batches let go of': (now) => trimBatches(storage, now),
      'attachments let go of': (now) => trimAttachments(storage, now),
      'enrolments forgotten': (now) => forgetEnrolments(storage, now),
    },
    ...{ clock, timer: realTimer, quiet: () => book.settled(), report: (line) => console.log(line) },
  })

  const stop = async () => {
    stopWatching?.()
    const tidied = stopHousekeeping()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    app.stop()
    sockets.close()
    // A connection whose last answer is only now being sent becomes idle a moment later.
    const sweeping = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 20)
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, PATIENCE_AT_THE_END).unref())])
    clearInterval(sweeping)
    await tidied
    await book.settled()
    await storage.close()
    process.exit(0)
  }
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      void stop()
    })
  // Last of all: whoever reads it may stop us at once, and in order.
  console.log(greeting(config, { setUp, demo: links }))
}

/** The only place that knows which database there is. */
async function openStorage({ databaseUrl, dataDir }: Config): Promise<Storage> {
  if (databaseUrl === null)
    return (await import('#server/storage/sqlite.ts')).SqliteStorage.open(dataFile(dataDir))
  return (await import('#server/storage/postgres.ts')).PostgresStorage.open(databaseUrl)
}

function tlsOf({ tls }: Config) {
  if (!tls) return {}
  return { createServer, serverOptions: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) } }
}

/** Warns before the certificate ends and takes a renewed one without a restart. */
function watchCertificate(
  server: SecureServer,
  { cert, key }: { cert: string; key: string },
  clock: () => number,
) {
  const look = () => {
    const pem = readFileSync(cert)
    server.setSecureContext({ cert: pem, key: readFileSync(key) })
    const warning = certificateWarning(pem, clock())
    if (warning) console.error(warning)
  }
  look()
  const timer = setInterval(() => {
    try {
      look()
    } catch (why) {
      console.error(`The certificate cannot be read: ${String(why)}`) // the old one goes on
    }
  }, HALF_A_DAY)
  return () => clearInterval(timer)
}

function listening(server: ReturnType<typeof createAdaptorServer>, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}
