import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { decodeAny, encodeAny } from '#shared/protocol/any.ts'
import type { Touch } from '#shared/protocol/frames.ts'
import type { Change, Snapshot } from '#server/storage/storage.ts'
import { foldTouches } from './fold-touches.ts'
import type { RecordMemory } from './record-memory.ts'

/** How many updates, or bytes of them, are read one by one when a text is loaded. */
export type SnapshotRule = { updates: number; bytes: number }

/** Measured (`npm run bench -- long-document`): so many load within the 1 to 7 ms a reload may take, on a busy machine too. */
export const SNAPSHOT_RULE: SnapshotRule = { updates: 100, bytes: 64 * 1024 }

/** What the updates of a text up to a place come to, and who made them. */
export type Image = { document: Uint8Array; touches: readonly Touch[] }

const VERSION = 1

/**
 * [S13] The snapshot that is due, for the commit that made it due: so it covers exactly what is on disk. It is a derived
 * fact; without it the same record is made from the log, only later.
 * @param seq the place of the last entry in that commit
 */
export function dueSnapshot(memory: RecordMemory, seq: number, rule: SnapshotRule): Change[] {
  const { scope, record, document, tail } = memory
  if (!document || (tail.updates < rule.updates && tail.bytes < rule.bytes)) return []
  memory.tail = { updates: 0, bytes: 0 }
  const image: Image = { document: Y.encodeStateAsUpdate(document.doc), touches: foldTouches(memory.touches) }
  const payload = encodeAny({ version: VERSION, ...image })
  const bytes = new Uint8Array(Buffer.concat([sumOf(payload), payload]))
  return [{ put: 'snapshot', snapshot: { scope, record, seq, bytes } }]
}

/** Null for one of another version, or with a single wrong bit: the log says the same. */
export function imageOf(snapshot: Snapshot | null): Image | null {
  if (!snapshot) return null
  const payload = snapshot.bytes.subarray(SUM_BYTES)
  if (!sumOf(payload).equals(snapshot.bytes.subarray(0, SUM_BYTES))) return null
  const image = decodeAny(payload) as (Image & { version: number }) | null
  return image?.version === VERSION ? image : null
}

const SUM_BYTES = 32
const sumOf = (payload: Uint8Array): Buffer => createHash('sha256').update(payload).digest()
