import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** What somebody in between does to what phones send to an address. */
type Meddler = (path: string, body: Buffer) => Buffer | Promise<Buffer>

/** How the line treats a request: leaves it alone, answers it with the page of a Wi-Fi, or meddles with it. */
type Manner = 'good' | 'portal' | Meddler

/** Changes some bytes of what is synced. */
export const damaging: Meddler = (path, body) =>
  path === '/sync' ? (body.map((byte, i) => (i % 7 === 4 ? byte ^ 0x55 : byte)) as Buffer) : body

/**
 * A line between phones and a house that can be bad: the phones open the app at its address. Hints do not pass, and
 * nothing needs them.
 */
export class BadLine {
  manner: Manner = 'good'
  /** What the house answered to requests that were meddled with. */
  readonly answers: { status: number; body: string }[] = []
  /** The authorization of the last request that came by. */
  authorization = ''
  readonly #server: Server
  readonly #house: string

  private constructor(house: string) {
    this.#house = house
    this.#server = createServer((asked, answer) => void this.#pass(asked, answer))
    this.#server.on('upgrade', (_, socket) => socket.destroy())
  }

  static async to(house: string): Promise<BadLine> {
    const line = new BadLine(house)
    line.#server.listen(0, '127.0.0.1')
    await once(line.#server, 'listening')
    return line
  }

  get url(): string {
    const address = this.#server.address()
    if (!address || typeof address === 'string') throw new Error('no port')
    return `http://localhost:${address.port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await bytesOf(asked)
    const { manner } = this
    if (manner === 'portal') {
      answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      return void answer.end('<!doctype html><title>Wi-Fi</title><h1>Mời đăng nhập Wi-Fi</h1>')
    }
    const sent = manner === 'good' ? body : await manner(asked.url ?? '/', body)
    this.authorization = asked.headers.authorization ?? this.authorization
    const { method } = asked
    const headers = { ...asked.headers, ...(sent === body ? {} : { 'content-length': sent.length }) }
    const passed = request(new URL(asked.url ?? '/', this.#house), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      if (sent !== body) void bytesOf(response).then((bytes) => this.#note(response, bytes))
      response.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    passed.end(sent)
  }

  #note({ statusCode }: IncomingMessage, bytes: Buffer): void {
    this.answers.push({ status: statusCode ?? 0, body: bytes.toString() })
  }
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  message.on('data', (piece: Buffer) => pieces.push(piece))
  await once(message, 'end')
  return Buffer.concat(pieces)
}
