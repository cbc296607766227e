import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Whom the measured server lets in. Keys are P-256 points, base64url. */
export type BenchOrder = {
  phones: { device: string; person: string; cell: string; signKey: string; agreeKey: string }[]
}
export type BenchReady = { port: number; lineage: string; tokens: Record<string, string> }

/** The server in a process of its own, so that its processor time is its own too. */
export class BenchServer {
  readonly ready: BenchReady
  readonly #child: ChildProcess
  readonly #folder: string

  private constructor(child: ChildProcess, folder: string, ready: BenchReady) {
    this.#child = child
    this.#folder = folder
    this.ready = ready
  }

  static async start(order: BenchOrder): Promise<BenchServer> {
    const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-bench-'))
    const file = join(folder, 'order.json')
    writeFileSync(file, JSON.stringify(order))
    const program = fileURLToPath(new URL('bench-server.ts', import.meta.url))
    const execArgv = ['--disable-warning=ExperimentalWarning']
    const child = fork(program, [folder, file], { execArgv })
    const [ready] = (await once(child, 'message')) as [BenchReady]
    return new BenchServer(child, folder, ready)
  }

  /** Processor time used so far, milliseconds. */
  async cpu(): Promise<number> {
    const answer = once(this.#child, 'message') as Promise<[{ cpu: number }]>
    this.#child.send('cpu')
    return (await answer)[0].cpu / 1000
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit')
    this.#child.kill()
    await gone
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
