import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { claimBy, framesOf, newPhone, syncBody } from '#server/routes/trial-house.fixture.ts'
import { openServerKey } from '#server/auth/server-key.ts'
import { dataFile, serverKeyFile } from '#server/storage/data-folder.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import { newAuthority } from './certificates.fixture.ts'

vi.setConfig({ testTimeout: 30_000 })
const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-main-'))
const running = new Set<ChildProcess>()
afterEach(() => running.forEach((child) => child.kill('SIGKILL')))
afterAll(() => rmSync(folder, { recursive: true }))

let starts = 0
type Started = { child: ChildProcess; port: number; said: () => string; dataDir: string }

async function start(env: Record<string, string> = {}, ...args: string[]): Promise<Started> {
  const port = await freePort()
  const dataDir = env['DATA_DIR'] ?? join(folder, String(++starts))
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'main.ts'), ...args],
    {
      env: { PATH: process.env['PATH'] ?? '', PORT: String(port), DATA_DIR: dataDir, ...env },
    },
  )
  running.add(child)
  let said = ''
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  await vi.waitFor(() => expect(said).toMatch(/Sổ Chi bộ: |Không chạy được/), {
    timeout: 20_000,
    interval: 20,
  })
  return { child, port, said: () => said, dataDir }
}

async function stop({ child }: Started): Promise<number | null> {
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  const [code] = (await closed) as [number | null]
  running.delete(child)
  return code
}

const secretsIn = (text: string, path: string) =>
  [...text.matchAll(new RegExp(`/${path}#([\\w-]{22})`, 'g'))].map((m) => m[1] ?? '')

it('prints a set-up link at the first start, keeps its data, and stops cleanly', async () => {
  const first = await start()
  expect(secretsIn(first.said(), 'setup')).toHaveLength(1)
  expect(first.said()).toContain('PUBLIC_URL')
  expect(await stop(first)).toBe(0)
  expect(existsSync(join(first.dataDir, 'so-chi-bo.db-wal'))).toBe(false)
  const kept = await identity(first)

  const second = await start({ DATA_DIR: first.dataDir })
  expect(secretsIn(second.said(), 'setup')).not.toEqual(secretsIn(first.said(), 'setup'))
  expect(await stop(second)).toBe(0)
  expect(await identity(second)).toEqual(kept)
})

it('--demo: three links open the made-up commune, a phone syncs, and the next start has fresh links', async () => {
  const demo = await start({}, '--demo')
  const secrets = secretsIn(demo.said(), 'enrol')
  expect(secrets).toHaveLength(3)
  expect(demo.said()).toContain('cell secretary')
  expect(secretsIn(demo.said(), 'setup')).toEqual([])
  const base = `http://127.0.0.1:${demo.port}`
  const admission = await letIn(demo, secrets[1] ?? '')
  const raw = syncBody({ lineage: admission.lineage })
  const response = await fetch(`${base}/sync`, {
    method: 'POST',
    body: raw,
    headers: { authorization: `Bearer ${admission.token}` },
  })
  const frames = await framesOf(response)
  expect(frames.filter((f) => f.frame === 'roster')).toHaveLength(1)
  expect(frames.at(-1)?.frame).toBe('end')
  expect(await stop(demo)).toBe(0)

  const again = await start({ DATA_DIR: demo.dataDir }, '--demo')
  expect(secretsIn(again.said(), 'enrol').filter((secret) => secrets.includes(secret))).toEqual([])
  await stop(again)
})

it('speaks https with the operator’s certificate, resumes its sessions and warns before it ends', async () => {
  const authority = await newAuthority()
  const { cert, key } = await authority.issue(new Date(Date.now() + 10 * 86_400_000))
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  writeFileSync(certFile, cert)
  writeFileSync(keyFile, key)
  const server = await start({
    TLS_CERT: certFile,
    TLS_KEY: keyFile,
    PUBLIC_URL: 'https://so.thanhmoc.example',
  })
  expect(server.said()).toContain('https://so.thanhmoc.example/setup#')
  expect(server.said()).toMatch(/[▀▄█]/)
  expect(server.said()).toMatch(/còn (9|10) ngày/)
  const first = await secureGet(server.port, authority.cert)
  expect(first).toMatchObject({ status: 200, reused: false })
  expect(await secureGet(server.port, authority.cert, first.session)).toMatchObject({
    status: 200,
    reused: true,
  })
  const stranger = await newAuthority()
  await expect(secureGet(server.port, stranger.cert)).rejects.toThrow('certificate')
  expect(await stop(server)).toBe(0)
})

it('says in one line why it cannot start', async () => {
  const taken = await start()
  const second = await start({ PORT: String(taken.port) })
  expect(second.said()).toContain('EADDRINUSE')
  expect(second.said()).not.toContain('    at ')
  await stop(taken)
})

it('a stop does not wait for those who wait: they are answered', async () => {
  const demo = await start({}, '--demo')
  const { token } = await letIn(demo, secretsIn(demo.said(), 'enrol')[1] ?? '')
  const headers = { authorization: `Bearer ${token}` }
  const base = `http://127.0.0.1:${demo.port}/enrolments`
  const invited = await fetch(base, {
    method: 'POST',
    headers,
    body: JSON.stringify({ person: 'khu-dong-mit-10' }),
  })
  const { id } = (await invited.json()) as { id: string }
  const waiting = fetch(`${base}/${id}/claim`, { headers })
  await fetch(`${base}/none/claim`, { headers }) // by now the other one waits
  const began = performance.now()
  expect(await stop(demo)).toBe(0)
  expect(await (await waiting).json()).toEqual({ phone: null })
  expect(performance.now() - began).toBeLessThan(4000)
})

async function identity({ dataDir }: Started) {
  const storage = SqliteStorage.open(dataFile(dataDir))
  const lineage = await storage.meta('lineage')
  await storage.close()
  const { fingerprint } = await openServerKey(serverKeyFile(dataDir))
  return { lineage, fingerprint }
}

type Admitted = { admission: { token: string; lineage: string } }

async function letIn({ port }: Started, secret: string): Promise<Admitted['admission']> {
  const post = (path: string, body: unknown) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: JSON.stringify(body) })
  const claimed = await post('/enrolments/claim', await claimBy(await newPhone('Máy thử'), secret))
  const { waitToken } = (await claimed.json()) as { waitToken: string }
  return ((await (await post('/enrolments/await', { waitToken })).json()) as Admitted).admission
}

function secureGet(
  port: number,
  ca: string,
  session?: Buffer,
): Promise<{ status: number | undefined; reused: boolean; session: Buffer }> {
  return new Promise((resolve, reject) => {
    let ticket: Buffer = Buffer.alloc(0)
    const of = {
      host: 'localhost',
      port,
      path: '/health',
      ca,
      agent: false as const,
      ...(session ? { session } : {}),
    }
    const asked = request(of, (response) => {
      response.resume()
      const reused =
        'isSessionReused' in response.socket &&
        (response.socket as { isSessionReused(): boolean }).isSessionReused()
      response.on('end', () => resolve({ status: response.statusCode, reused, session: ticket }))
    })
    asked.on('socket', (socket) => socket.on('session', (given: Buffer) => (ticket = given)))
    asked.on('error', reject)
    asked.end()
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
