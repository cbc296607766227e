import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

/** A line of 2G: so many bytes a second each way, and half the round trip of waiting each way. */
export type Line = { bytesPerSecond: number; roundTripMs: number }
export type ThinLine = {
  port: number
  /** Bytes it carried so far, both ways, HTTP's own included. */
  carried: () => number
  close: () => void
}
const PIECE = 64

/** Listens on a port of its own and carries everything to `port` as slowly as the line does. */
export async function thinLine(port: number, line: Line): Promise<ThinLine> {
  const open = new Set<Socket>()
  let bytes = 0
  const count = (n: number) => (bytes += n)
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      open.add(socket)
      socket.on('error', () => undefined)
    }
    carry(near, far, { ...line, count })
    carry(far, near, { ...line, count })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const close = () => {
    for (const socket of open) socket.destroy()
    server.close()
  }
  return { port: (server.address() as AddressInfo).port, carried: () => bytes, close }
}

type Carrying = Line & { count: (bytes: number) => void }

function carry(from: Socket, to: Socket, { bytesPerSecond, roundTripMs, count }: Carrying): void {
  let free = 0 // when the last byte has left
  from.on('data', (data: Buffer) => {
    count(data.length)
    for (let at = 0; at < data.length; at += PIECE) {
      const piece = data.subarray(at, at + PIECE)
      free = Math.max(free, performance.now()) + (piece.length / bytesPerSecond) * 1000
      setTimeout(() => to.write(piece), free - performance.now() + roundTripMs / 2)
    }
  })
  from.on('close', () => setTimeout(() => to.destroy(), roundTripMs))
}
