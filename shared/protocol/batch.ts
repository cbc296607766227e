import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as v from 'valibot'
import type { RecordKind } from '#shared/records/event.ts'
import { idSchema, instantSchema } from '#shared/records/ids.ts'
import type { DeviceId, Instant, PersonId, RecordId } from '#shared/records/ids.ts'
import { scopeSchema, type ScopeId } from '#shared/records/scope.ts'
import { MAX_COMMAND_BYTES, MAX_UPDATE_BYTES, PROTOCOL } from './version.ts'

/** A thing somebody did, judged by the rules of its record's kind. */
export type CommandOp = {
  op: 'command'
  record: RecordId
  kind: RecordKind
  /** Plain JSON; its shape is the kind's business. */
  command: unknown
  onBehalfOf?: PersonId
  /** Ops of one batch with the same mark stand or fall together. */
  together?: number
}

/** Part of a text: one session's own edits since the last cut, as one Yjs V1 update. */
export type DocumentOp = {
  op: 'document'
  record: RecordId
  kind: RecordKind
  update: Uint8Array
  /** How many refusals of this document this device has seen; fewer than the server's count → `rebaseFirst`. */
  refusalsSeen: number
  together?: number
}

export type Op = CommandOp | DocumentOp

/** Unit of durability, idempotency, attribution and relay. Frozen when first sent. */
export type Batch = {
  lineage: string
  scope: ScopeId
  device: DeviceId
  /** Runs per device and scope from 1. */
  deviceSeq: number
  /** SHA-256 of the device's previous batch in this scope; 32 zero bytes before the first. */
  prevHash: Uint8Array
  rosterVersion: number
  claimedAt: Instant
  ops: readonly Op[]
}

/** `bytes` are what is hashed and signed (ECDSA P-256 with SHA-256, 64 bytes r‖s). */
export type SignedBatch = { bytes: Uint8Array; signature: Uint8Array }

export const NO_HASH = new Uint8Array(32)

export function encodeBatch(batch: Batch): Uint8Array {
  const e = encoding.createEncoder()
  encoding.writeVarUint(e, PROTOCOL)
  encoding.writeVarString(e, batch.lineage)
  encoding.writeVarString(e, batch.scope)
  encoding.writeVarString(e, batch.device)
  encoding.writeVarUint(e, batch.deviceSeq)
  encoding.writeUint8Array(e, batch.prevHash)
  encoding.writeVarUint(e, batch.rosterVersion)
  encoding.writeVarUint(e, batch.claimedAt)
  encoding.writeVarUint(e, batch.ops.length)
  for (const op of batch.ops) writeOp(e, op)
  return encoding.toUint8Array(e)
}

/** Reads a batch of untrusted bytes; null when they are not exactly one well-formed batch of this protocol. */
export function decodeBatch(bytes: Uint8Array): Batch | null {
  try {
    const d = decoding.createDecoder(bytes)
    if (decoding.readVarUint(d) !== PROTOCOL) return null
    const head = {
      lineage: decoding.readVarString(d),
      scope: decoding.readVarString(d),
      device: decoding.readVarString(d),
      deviceSeq: decoding.readVarUint(d),
      prevHash: decoding.readUint8Array(d, 32).slice(),
      rosterVersion: decoding.readVarUint(d),
      claimedAt: decoding.readVarUint(d),
    }
    const parsed = v.safeParse(headSchema, head)
    if (!parsed.success) return null
    const count = decoding.readVarUint(d)
    if (count < 1 || count > MAX_OPS) return null
    const ops: Op[] = []
    for (let i = 0; i < count; i++) {
      const op = readOp(d)
      if (!op) return null
      ops.push(op)
    }
    return decoding.hasContent(d) ? null : { ...parsed.output, prevHash: head.prevHash, ops }
  } catch {
    return null // lib0 throws at the end of the bytes: truncated
  }
}

const MAX_OPS = 500
/** Numbers near 2^53 would be written to a database that cannot read them back. */
const MOST_REFUSALS = 2 ** 31
const KIND_NAME = /^[a-z][A-Za-z]{0,39}$/
const COMMAND = 0
const DOCUMENT = 1

const headSchema = v.object({
  lineage: idSchema,
  scope: scopeSchema,
  device: idSchema,
  deviceSeq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  rosterVersion: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  claimedAt: instantSchema,
})

function writeOp(e: encoding.Encoder, op: Op): void {
  encoding.writeVarUint(e, op.op === 'command' ? COMMAND : DOCUMENT)
  encoding.writeVarString(e, op.record)
  encoding.writeVarString(e, op.kind)
  encoding.writeVarUint(e, op.together ?? 0)
  if (op.op === 'document') {
    encoding.writeVarUint(e, op.refusalsSeen)
    encoding.writeVarUint8Array(e, op.update)
    return
  }
  encoding.writeVarString(e, op.onBehalfOf ?? '')
  encoding.writeVarString(e, JSON.stringify(op.command))
}

function readOp(d: decoding.Decoder): Op | null {
  const tag = decoding.readVarUint(d)
  const record = decoding.readVarString(d)
  // One kind that is not known here is refused by itself [S17]; the rest of the batch is judged.
  const kind = decoding.readVarString(d) as RecordKind
  const mark = decoding.readVarUint(d)
  if (!KIND_NAME.test(kind) || !v.is(idSchema, record)) return null
  const together = mark === 0 ? {} : { together: mark }
  if (tag === DOCUMENT) {
    const refusalsSeen = decoding.readVarUint(d)
    const update = decoding.readVarUint8Array(d).slice()
    return update.length <= MAX_UPDATE_BYTES && refusalsSeen < MOST_REFUSALS
      ? { op: 'document', record, kind, update, refusalsSeen, ...together }
      : null
  }
  if (tag !== COMMAND) return null
  const behalf = decoding.readVarString(d)
  if (behalf !== '' && !v.is(idSchema, behalf)) return null
  const json = decoding.readVarString(d)
  if (json.length > MAX_COMMAND_BYTES) return null
  const command: unknown = JSON.parse(json)
  return { op: 'command', record, kind, command, ...together, ...(behalf ? { onBehalfOf: behalf } : {}) }
}
