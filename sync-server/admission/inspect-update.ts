import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { MARKS, NODES, ROOT } from '#shared/document/layout.ts'
import { MAX_UPDATE_BYTES } from '#shared/protocol/version.ts'
import { Nesting } from './nesting.ts'

export const LIMITS = {
  structs: 10_000,
  deleteRanges: 5_000,
  /** Characters and other units one op may add; a run of 2^40 would make the server ignore the rest of the session. */
  advance: 1_000_000,
  clock: 2 ** 31,
  attributeText: 40,
  attributeValues: 256,
} as const

/** Why an update is unsound; for logs and tests, the phone is told `updateUnsound`. */
export type Unsound =
  | 'tooBig'
  | 'malformed'
  | 'manyClients'
  | 'manyStructs'
  | 'clientTaken'
  | 'hugeClock'
  | 'overlap'
  | 'gap'
  | 'hugeAdvance'
  | 'skip'
  | 'unknownOrigin'
  | 'foreignRoot'
  | 'mark'
  | 'node'
  | 'type'
  | 'attribute'
  | 'content'
  | 'manyRanges'
  | 'deletesUnknown'
  | 'throws'
  | 'pending'
  | 'state'
  | 'depth'
  | 'place'
  | 'order'

/** What admission knows of a document before it looks at an update. */
export type Known = {
  clockOf(client: number): number
  has(client: number): boolean
  /** Device a client id was bound to at its first use. */
  ownerOf(client: number): string | undefined
}

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>

/** A sound update: its own structs lie in [from, to) of `client`; `client` is null when it only deletes. */
export type Inspected = { ok: true; decoded: DecodedUpdate; client: number | null; from: number; to: number }
export type Inspection = Inspected | { ok: false; unsound: Unsound }

const bad = (unsound: Unsound): Inspection => ({ ok: false, unsound })

/**
 * Looks at an update before anything is touched, cheapest first [U1–U12]. Nothing here is a content rule: honest
 * merges break those.
 */
export function inspectUpdate(update: Uint8Array, device: string, known: Known): Inspection {
  if (update.length > MAX_UPDATE_BYTES) return bad('tooBig')
  const count = peekStructs(update)
  if (count !== null) return bad(count)
  const decoded = decodeWhole(update)
  if (!decoded) return bad('malformed')
  if (decoded.structs.length > LIMITS.structs) return bad('manyStructs')
  const structs = inspectStructs(decoded, device, known)
  if (!structs.ok) return structs
  const unsound = inspectDeletes(decoded, structs.client, structs.to, known)
  return unsound ? bad(unsound) : structs
}

/** Counts before decoding: 120 KB of one-element contents would fill the heap of a small server. */
function peekStructs(update: Uint8Array): Unsound | null {
  try {
    const d = decoding.createDecoder(update)
    const clients = decoding.readVarUint(d)
    if (clients > 1) return 'manyClients'
    return clients === 1 && decoding.readVarUint(d) > LIMITS.structs ? 'manyStructs' : null
  } catch {
    return 'malformed'
  }
}

/** Decodes to the last byte: Yjs leaves a rest unread, and V2 bytes begin like an empty V1 update. */
function decodeWhole(update: Uint8Array): DecodedUpdate | null {
  const input = decoding.createDecoder(update)
  class Whole extends Y.UpdateDecoderV1 {
    constructor() {
      super(input)
    }
  }
  try {
    const decoded = Y.decodeUpdateV2(update, Whole)
    return decoding.hasContent(input) ? null : decoded
  } catch {
    return null // Yjs throws in many ways on bytes that are no update
  }
}

function inspectStructs(decoded: DecodedUpdate, device: string, known: Known): Inspection {
  const first = decoded.structs[0]
  if (!first) return { ok: true, decoded, client: null, from: 0, to: 0 }
  const client = first.id.client
  const owner = known.ownerOf(client)
  if (owner === undefined ? known.has(client) : owner !== device) return bad('clientTaken')
  const from = known.clockOf(client)
  let next = from
  const nesting = new Nesting()
  for (const struct of decoded.structs) {
    const { clock } = struct.id
    if (struct.id.client !== client) return bad('manyClients')
    if (!Number.isSafeInteger(clock) || !Number.isSafeInteger(struct.length) || struct.length < 1)
      return bad('hugeClock')
    if (clock + struct.length > LIMITS.clock) return bad('hugeClock')
    if (clock !== next) return bad(clock < next ? 'overlap' : 'gap')
    next += struct.length
    if (next - from > LIMITS.advance) return bad('hugeAdvance')
    if (struct instanceof Y.GC) continue
    if (!(struct instanceof Y.Item)) return bad('skip')
    const unsound = inspectItem(struct, known)
    if (unsound) return bad(unsound)
    if (!nesting.add(struct)) return bad('depth')
  }
  return { ok: true, decoded, client, from, to: next }
}

function inspectItem(item: Y.Item, known: Known): Unsound | null {
  const { client, clock } = item.id
  const parent: unknown = item.parent
  for (const id of [item.origin, item.rightOrigin, parent]) {
    if (!(id instanceof Y.ID)) continue
    if (id.clock >= (id.client === client ? clock : known.clockOf(id.client))) return 'unknownOrigin'
  }
  if (typeof parent === 'string' && (parent !== ROOT || item.parentSub !== null)) return 'foreignRoot'
  return inspectContent(item.content)
}

function inspectContent(content: Y.Item['content']): Unsound | null {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return null
  if (content instanceof Y.ContentFormat) {
    const plain = content.value === null || isEmptyObject(content.value)
    return MARKS.includes(content.key) && plain ? null : 'mark'
  }
  if (content instanceof Y.ContentType) {
    if (content.type.constructor === Y.XmlText) return null
    if (content.type.constructor !== Y.XmlElement) return 'type'
    return Object.hasOwn(NODES, (content.type as Y.XmlElement).nodeName) ? null : 'node'
  }
  if (content instanceof Y.ContentAny) {
    const short = (x: unknown) =>
      typeof x === 'number' || (typeof x === 'string' && x.length <= LIMITS.attributeText)
    // Yjs joins the values an attribute took one after the other
    return content.arr.length <= LIMITS.attributeValues && content.arr.every(short) ? null : 'attribute'
  }
  return 'content'
}

function isEmptyObject(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.keys(value).length === 0
  )
}

/** Deletes may name only what exists: a delete of future clocks would make next week's typing vanish. */
function inspectDeletes(
  decoded: DecodedUpdate,
  client: number | null,
  to: number,
  known: Known,
): Unsound | null {
  let ranges = 0
  for (const [deleted, list] of decoded.ds.clients) {
    const end = deleted === client ? to : known.clockOf(deleted)
    for (const { clock, len } of list) {
      if (++ranges > LIMITS.deleteRanges) return 'manyRanges'
      if (!Number.isSafeInteger(clock) || !Number.isSafeInteger(len) || len < 1) return 'deletesUnknown'
      if (clock + len > end) return 'deletesUnknown'
    }
  }
  return null
}
