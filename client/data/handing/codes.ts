import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { binaryToBlock, blockToBinary, createDecoder, createEncoder, type LtDecoder } from 'luby-transform'

/** Bytes in one code: with its head and as text it stays within what a cheap camera reads from a phone's screen. */
const SLICE = 220
/** More codes than anybody holds a phone up for. */
const MOST_CODES = 5_000

/**
 * [J7] Texts of codes that follow each other without end. Any few more of them than the bytes need are enough, whichever were
 * missed: each holds some of the slices mixed (LT codes, by the library luby-transform).
 */
export function* codesOf(bytes: Uint8Array): Generator<string, never> {
  const encoder = createEncoder(bytes, SLICE, false)
  const mixed = encoder.fountain()
  for (;;) {
    // Every slice by itself, again and again: a steady hand needs no more than one round, whenever it began.
    for (let i = 0; i < encoder.k; i++) yield textOf(encoder.createBlock([i]))
    for (let i = 0; i < encoder.k; i++) {
      const { value } = mixed.next()
      if (value) yield textOf(value)
    }
  }
}

/** How many codes hold all of it when none is missed. */
export const codesNeeded = (bytes: Uint8Array): number => Math.ceil(bytes.length / SLICE)

const textOf = (block: Parameters<typeof blockToBinary>[0]): string =>
  toBase64UrlEncoded(blockToBinary(block))

/** Gathers codes until the bytes are whole. Other codes that pass before the camera are left aside. */
export class CodeCollector {
  #decoder: LtDecoder | null = null
  #of = 0

  /** How much is there, of how much; 0 of 0 before the first. */
  get progress(): { got: number; of: number } {
    return { got: this.#decoder?.decodedCount ?? 0, of: this.#of }
  }

  /** @returns the bytes once they are whole, else null */
  add(text: string): Uint8Array | null {
    const block = blockIn(text)
    if (!block) return null
    if (!this.#decoder || this.#decoder.meta.checksum !== block.checksum) {
      this.#decoder = createDecoder()
      this.#of = block.k
    }
    try {
      return this.#decoder.addBlock(block) ? (this.#decoder.getDecoded() ?? null) : null
    } catch {
      this.#decoder = null // damaged beyond its checksum: begun anew
      return null
    }
  }
}

function blockIn(text: string) {
  if (!/^[A-Za-z0-9_-]{20,4000}$/.test(text)) return null
  try {
    const block = binaryToBlock(fromBase64UrlEncoded(text))
    const sound =
      block.k > 0 &&
      block.k <= MOST_CODES &&
      block.bytes <= MOST_CODES * SLICE &&
      block.data.length === SLICE &&
      block.indices.length > 0 &&
      block.indices.every((i) => i < block.k)
    return sound ? block : null
  } catch {
    return null // another code
  }
}
