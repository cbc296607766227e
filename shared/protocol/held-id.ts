import { toBase64UrlEncoded } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import type { RecordId } from '#shared/records/ids.ts'

/** Id of a held op: the same on the server and on the phone that sent it, so that its outcome finds its words. */
export function heldId(batchHash: Uint8Array, op: number): RecordId {
  const bytes = new Uint8Array(batchHash.length + 2)
  bytes.set(batchHash)
  bytes[batchHash.length] = op & 255
  bytes[batchHash.length + 1] = op >> 8
  return toBase64UrlEncoded(digest(bytes)).slice(0, 22)
}
