import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { parseScope, type ScopeId } from '#shared/records/scope.ts'
import type { SignedBatch } from './batch.ts'
import { PROTOCOL } from './version.ts'

/**
 * How far a phone knows a scope. `seq`: everything up to there. `before`: it is still being filled for the first
 * time, and of the older records those created before that place are missing.
 */
export type Cursor = { seq: number; before?: number }

/** Body of POST /sync: what the phone knows, what it has to say. */
export type SyncRequest = {
  lineage: string
  app: string
  cursors: ReadonlyMap<ScopeId, Cursor>
  rosters: ReadonlyMap<string, number>
  /** Own batches, oldest first per scope. */
  batches: readonly SignedBatch[]
  /** Items still waiting on the phone after these, and the time the oldest was made; shown to owner and secretary. */
  waiting: { items: number; since: number }
  /** Records whose digest disagreed: their full state is asked for again. */
  repair: readonly { scope: ScopeId; record: string }[]
}

export function encodeRequest(request: SyncRequest): Uint8Array {
  const e = encoding.createEncoder()
  encoding.writeVarUint(e, PROTOCOL)
  encoding.writeVarString(e, request.lineage)
  encoding.writeVarString(e, request.app)
  encoding.writeVarUint(e, request.cursors.size)
  for (const [scope, cursor] of request.cursors) {
    encoding.writeVarString(e, scope)
    encoding.writeVarUint(e, cursor.seq)
    encoding.writeVarUint(e, cursor.before ?? 0)
  }
  encoding.writeVarUint(e, request.rosters.size)
  for (const [unit, version] of request.rosters) {
    encoding.writeVarString(e, unit)
    encoding.writeVarUint(e, version)
  }
  encoding.writeVarUint(e, request.waiting.items)
  encoding.writeVarUint(e, request.waiting.since)
  encoding.writeVarUint(e, request.repair.length)
  for (const { scope, record } of request.repair) {
    encoding.writeVarString(e, scope)
    encoding.writeVarString(e, record)
  }
  encoding.writeVarUint(e, request.batches.length)
  for (const { bytes, signature } of request.batches) {
    encoding.writeVarUint8Array(e, bytes)
    encoding.writeVarUint8Array(e, signature)
  }
  return encoding.toUint8Array(e)
}

/** Reads an untrusted request; null when it is not one of this protocol. */
export function decodeRequest(bytes: Uint8Array): SyncRequest | null {
  try {
    const d = decoding.createDecoder(bytes)
    if (decoding.readVarUint(d) !== PROTOCOL) return null
    const lineage = decoding.readVarString(d)
    const app = decoding.readVarString(d).slice(0, 20)
    const cursors = new Map<ScopeId, Cursor>()
    for (let n = counted(d); n > 0; n--) {
      const scope = readScope(d)
      const seq = decoding.readVarUint(d)
      const before = decoding.readVarUint(d)
      cursors.set(scope, before === 0 ? { seq } : { seq, before })
    }
    const rosters = new Map<string, number>()
    for (let n = counted(d); n > 0; n--) rosters.set(decoding.readVarString(d), decoding.readVarUint(d))
    const waiting = { items: decoding.readVarUint(d), since: decoding.readVarUint(d) }
    const repair: { scope: ScopeId; record: string }[] = []
    for (let n = counted(d); n > 0; n--)
      repair.push({ scope: readScope(d), record: decoding.readVarString(d) })
    const batches: SignedBatch[] = []
    for (let n = counted(d); n > 0; n--)
      batches.push({
        bytes: decoding.readVarUint8Array(d).slice(),
        signature: decoding.readVarUint8Array(d).slice(),
      })
    return decoding.hasContent(d) ? null : { lineage, app, cursors, rosters, waiting, repair, batches }
  } catch {
    return null // truncated, or a name that is no scope
  }
}

const MOST = 1000

function counted(d: decoding.Decoder): number {
  const n = decoding.readVarUint(d)
  if (n > MOST) throw new RangeError('more than any phone has')
  return n
}

function readScope(d: decoding.Decoder): ScopeId {
  const name = decoding.readVarString(d)
  if (!parseScope(name)) throw new TypeError('not a scope')
  return name as ScopeId
}
