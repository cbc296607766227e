import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HouseOrder } from './house-orders.ts'

export type HouseParts = {
  /** The made-up commune instead of an empty book. */
  demo?: true
  /** Speaks https with this certificate: PEM, a whole chain. */
  tls?: { cert: string; key: string }
  /** Where its data lies; else in a new folder of its own. */
  dataDir?: string
}

/** The real server process on a data folder of its own, which can be stopped and started again under the same address. */
export class House {
  readonly port: number
  readonly #folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-'))
  readonly #parts: HouseParts
  #process: ChildProcess | null = null
  /** What it printed since its last start. */
  printed = ''

  private constructor(port: number, parts: HouseParts) {
    this.port = port
    this.#parts = parts
  }

  static async open(parts: HouseParts = {}): Promise<House> {
    const house = new House(await freePort(), parts)
    await house.start()
    return house
  }

  get url(): string {
    return `${this.#parts.tls ? 'https' : 'http'}://localhost:${this.port}`
  }

  /** The one-time link of the first run. */
  get setUpLink(): string {
    const link = /https?:\/\/\S+\/setup#\S+/u.exec(this.printed)?.[0]
    if (!link) throw new Error(`no set-up link printed:\n${this.printed}`)
    return link
  }

  /** Sign-in links of the demo, in the order printed: officer, secretary, member. */
  get demoLinks(): string[] {
    return [...this.printed.matchAll(/https?:\/\/\S+\/enrol#\S+/gu)].map(([link]) => link)
  }

  async start(): Promise<void> {
    this.printed = ''
    const env = {
      ...process.env,
      PORT: String(this.port),
      HOST: '127.0.0.1',
      DATA_DIR: this.#parts.dataDir ?? join(this.#folder, 'data'),
      ...this.#tlsFiles(),
    }
    const args = ['--import', ORDERS, 'sync-server/main.ts', ...(this.#parts.demo ? ['--demo'] : [])]
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    this.#process = child
    child.stderr?.on('data', (data: Buffer) => (this.printed += data.toString()))
    await new Promise<void>((ready, failed) => {
      child.stdout?.on('data', (data: Buffer) => {
        this.printed += data.toString()
        if (this.printed.includes('Sổ Chi bộ: http') && this.printed.endsWith('\n')) ready()
      })
      child.once('exit', () => failed(new Error(`the server did not start:\n${this.printed}`)))
    })
  }

  /** Stops the process as an operator would; nobody answers any more. */
  async stop(): Promise<void> {
    const child = this.#process
    this.#process = null
    if (!child || child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  /** Moves the server's clock or limits its disk; it holds until the process ends. */
  async order(order: HouseOrder): Promise<void> {
    if (!this.#process) throw new Error('nobody is there to order around')
    const done = once(this.#process, 'message')
    this.#process.send(order)
    await done
  }

  async close(): Promise<void> {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #tlsFiles(): Record<string, string> {
    const { tls } = this.#parts
    if (!tls) return {}
    const files = { TLS_CERT: join(this.#folder, 'cert.pem'), TLS_KEY: join(this.#folder, 'key.pem') }
    writeFileSync(files.TLS_CERT, tls.cert)
    writeFileSync(files.TLS_KEY, tls.key)
    return files
  }
}

const ORDERS = new URL('house-orders.ts', import.meta.url).href

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}
