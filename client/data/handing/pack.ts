import { deflateSync, Inflate } from 'fflate'
import { DICTIONARY } from '#shared/protocol/dictionary.ts'

/** More than this comes from no phone: a whole evening of sixty people is a tenth of it. */
const MOST_BYTES = 4 * 1024 * 1024

export const pack = (bundle: Uint8Array): Uint8Array =>
  deflateSync(bundle, { level: 9, dictionary: DICTIONARY })

/** Null for what is nothing of ours, or would become too big. */
export function unpack(bytes: Uint8Array): Uint8Array | null {
  const pieces: Uint8Array[] = []
  let length = 0
  let whole = false
  const inflate = new Inflate({ dictionary: DICTIONARY }, (piece, final) => {
    length += piece.length
    if (length > MOST_BYTES) throw new RangeError('bigger than anything a phone hands over')
    pieces.push(piece)
    whole ||= final
  })
  try {
    inflate.push(bytes, true)
  } catch {
    return null
  }
  return whole && length > 0 ? joined(pieces, length) : null
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
