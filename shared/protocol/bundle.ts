import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { parseScope, type ScopeId } from '#shared/records/scope.ts'
import type { SignedBatch } from './batch.ts'
import type { SignedBytes } from './certificate.ts'

/**
 * What one phone hands to another when there is no network: raw signed batches of one scope, in the order they were made,
 * and whose devices made them (J1). The server judges them later, whoever brings them.
 */
export type Bundle = {
  lineage: string
  scope: ScopeId
  certificates: readonly SignedBytes[]
  batches: readonly SignedBatch[]
}

/** First bytes of a file, so that another file is told apart at once. */
const MAGIC = 'SCB1'
const MOST_CERTIFICATES = 100
const MOST_BATCHES = 2_000

export function encodeBundle({ lineage, scope, certificates, batches }: Bundle): Uint8Array {
  const e = encoding.createEncoder()
  encoding.writeVarString(e, MAGIC)
  encoding.writeVarString(e, lineage)
  encoding.writeVarString(e, scope)
  writeAll(e, certificates)
  writeAll(e, batches)
  return encoding.toUint8Array(e)
}

/** Reads untrusted bytes; null when they are not exactly one bundle. Nothing in it is believed yet. */
export function decodeBundle(bytes: Uint8Array): Bundle | null {
  try {
    const d = decoding.createDecoder(bytes)
    if (decoding.readVarString(d) !== MAGIC) return null
    const lineage = decoding.readVarString(d)
    const scope = decoding.readVarString(d)
    if (!parseScope(scope)) return null
    const certificates = readAll(d, MOST_CERTIFICATES)
    const batches = readAll(d, MOST_BATCHES)
    if (!certificates || !batches || decoding.hasContent(d)) return null
    return { lineage, scope: scope as ScopeId, certificates, batches }
  } catch {
    return null // lib0 throws at the end of the bytes: truncated
  }
}

function writeAll(e: encoding.Encoder, list: readonly SignedBytes[]): void {
  encoding.writeVarUint(e, list.length)
  for (const { bytes, signature } of list) {
    encoding.writeVarUint8Array(e, bytes)
    encoding.writeVarUint8Array(e, signature)
  }
}

function readAll(d: decoding.Decoder, most: number): SignedBytes[] | null {
  const count = decoding.readVarUint(d)
  if (count > most) return null
  const list: SignedBytes[] = []
  for (let i = 0; i < count; i++) {
    const bytes = decoding.readVarUint8Array(d).slice()
    list.push({ bytes, signature: decoding.readVarUint8Array(d).slice() })
  }
  return list
}
