import * as encoding from 'lib0/encoding'

/** Largest compressed frame a phone accepts; the server cuts long before. */
const MAX_FRAME = 8 * 1024 * 1024

/** A compressed frame as it lies in the stream: its length, then its bytes. */
export function frameBytes(compressed: Uint8Array): Uint8Array {
  const e = encoding.createEncoder()
  encoding.writeVarUint8Array(e, compressed)
  return encoding.toUint8Array(e)
}

/** Puts arriving pieces together; answers the frames that are complete. What a cut link leaves unfinished is dropped. */
export class FrameReader {
  #rest: Uint8Array = new Uint8Array(0)

  /** @throws RangeError when the stream cannot be one of frames */
  push(piece: Uint8Array): Uint8Array[] {
    const bytes = new Uint8Array(this.#rest.length + piece.length)
    bytes.set(this.#rest)
    bytes.set(piece, this.#rest.length)
    const frames: Uint8Array[] = []
    let at = 0
    for (;;) {
      const head = readLength(bytes, at)
      if (!head) break
      if (head.length > MAX_FRAME) throw new RangeError('frame too long')
      if (head.start + head.length > bytes.length) break
      frames.push(bytes.slice(head.start, head.start + head.length))
      at = head.start + head.length
    }
    this.#rest = bytes.slice(at)
    return frames
  }
}

function readLength(bytes: Uint8Array, at: number): { length: number; start: number } | null {
  let length = 0
  let factor = 1
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    length += (byte & 127) * factor
    if (byte < 128) return { length, start: i + 1 }
    factor *= 128
    if (factor > 2 ** 35) throw new RangeError('not a length')
  }
  return null
}
