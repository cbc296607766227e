import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The real server process on a data folder of its own, which can be stopped and started again under the same address. */
export class House {
  readonly folder: string
  readonly port: number
  readonly #env: Record<string, string>
  readonly #args: readonly string[]
  #process: ChildProcess | null = null
  /** What it printed since its last start. */
  printed = ''

  private constructor(port: number, env: Record<string, string>, args: readonly string[]) {
    this.port = port
    this.folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-'))
    this.#env = env
    this.#args = args
  }

  static async open(env: Record<string, string> = {}, args: readonly string[] = []): Promise<House> {
    const house = new House(await freePort(), env, args)
    await house.start()
    return house
  }

  get url(): string {
    return `${this.#env['TLS_CERT'] ? 'https' : 'http'}://localhost:${this.port}`
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
    const env = { ...process.env, PORT: String(this.port), DATA_DIR: this.folder, ...this.#env }
    const child = spawn(process.execPath, ['sync-server/main.ts', ...this.#args], { env, stdio: 'pipe' })
    this.#process = child
    child.stderr.on('data', (data: Buffer) => (this.printed += data.toString()))
    await new Promise<void>((ready, failed) => {
      child.stdout.on('data', (data: Buffer) => {
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

  async close(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

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
