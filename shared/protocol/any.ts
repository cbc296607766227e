import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** JSON-like values with bytes in them, as lib0 writes them. Fields that are undefined are left out. */
export function encodeAny(value: object): Uint8Array {
  const e = encoding.createEncoder()
  encoding.writeAny(e, value as Parameters<typeof encoding.writeAny>[1])
  return encoding.toUint8Array(e)
}

/** The value, or null when the bytes are not exactly one. */
export function decodeAny(bytes: Uint8Array): unknown {
  try {
    const d = decoding.createDecoder(bytes)
    const value: unknown = decoding.readAny(d)
    return decoding.hasContent(d) ? null : value
  } catch {
    return null
  }
}
