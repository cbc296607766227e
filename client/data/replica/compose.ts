import { digest } from 'lib0/hash/sha256'
import { encodeBatch, NO_HASH, type Op, type SignedBatch } from '#shared/protocol/batch.ts'
import * as v from 'valibot'
import { announcementCommandSchema } from '#shared/events/announcement.ts'
import { dateHasPassed } from '#shared/rules/announcement-timing.ts'
import { SYNC_UPLOAD_BYTES } from '#shared/protocol/version.ts'
import { parseScope, type ScopeId } from '#shared/records/scope.ts'
import type { BookChange, FrozenBatch, Pending, PhoneBook } from '#client/data/book/book.ts'
import type { ReplicaParts } from './identity.ts'
import { markChanges, markedRecords } from './marked-work.ts'
import { metaOf } from './meta.ts'

/** End of this device's chain in a scope, and the numbers of its batches that wait for an answer. */
export type Tail = { deviceSeq: number; hash: Uint8Array; unanswered: readonly number[] }

export const tailOf = async (book: PhoneBook, scope: ScopeId): Promise<Tail> =>
  (await metaOf<Tail>(book, `tail:${scope}`)) ?? { deviceSeq: 0, hash: NO_HASH, unanswered: [] }

export const tailChange = (scope: ScopeId, tail: Tail): BookChange => ({
  put: 'meta',
  value: { key: `tail:${scope}`, value: tail },
})

/** Batches to send now, oldest first: those already frozen and unanswered, else newly frozen ones. */
export async function batchesToSend(parts: ReplicaParts, scopes: readonly ScopeId[]): Promise<SignedBatch[]> {
  // Others' first: what was done here may rest on it [J4].
  const batches: SignedBatch[] = await carriedToSend(parts.book)
  let bytes = batches.reduce((sum, batch) => sum + batch.bytes.length, 0)
  for (const scope of scopes) {
    if (bytes >= SYNC_UPLOAD_BYTES) break
    const { unanswered } = await tailOf(parts.book, scope)
    const frozen =
      unanswered.length > 0 ? await stored(parts.book, scope, unanswered) : await freeze(parts, scope)
    for (const batch of frozen) {
      if (batches.length > 0 && bytes + batch.bytes.length > SYNC_UPLOAD_BYTES) break
      batches.push({ bytes: batch.bytes, signature: batch.signature })
      bytes += batch.bytes.length
    }
  }
  return batches
}

async function stored(book: PhoneBook, scope: ScopeId, numbers: readonly number[]): Promise<FrozenBatch[]> {
  const found = await Promise.all(numbers.map((n) => book.get('batches', [scope, n])))
  return found.filter((batch) => batch !== undefined)
}

/** As many as fit, each phone's in its own order. */
async function carriedToSend(book: PhoneBook): Promise<SignedBatch[]> {
  const chosen: SignedBatch[] = []
  let total = 0
  for (const { bytes, signature } of await book.list('carried')) {
    if (chosen.length > 0 && total + bytes.length > SYNC_UPLOAD_BYTES) break
    chosen.push({ bytes, signature })
    total += bytes.length
  }
  return chosen
}

/** [B3] Composed and frozen now, because it is sent now; until here pending work coalesced. */
export async function freeze(parts: ReplicaParts, scope: ScopeId): Promise<FrozenBatch[]> {
  const { book, identity, clock, sign } = parts
  const ready = (await book.list('pending')).filter((p) => p.scope === scope && isReady(p))
  const secret = await markedRecords(book, scope, ready)
  const marks = markChanges(ready, secret)
  if (marks.length > 0) await book.commit(marks)
  const waiting = ready.filter((p) => !secret.has(p.record)).map(({ asks: _, ...p }) => p)
  const asking = waiting.filter((p) => asksFirst(p, parts.localNow()))
  if (asking.length > 0)
    await book.commit(asking.map((p) => ({ put: 'pending', value: { ...p, asks: 'dateHasPassed' } })))
  const chosen = fitting(waiting.filter((p) => !asking.includes(p)))
  if (chosen.length === 0) return []
  const tail = await tailOf(book, scope)
  const unit = parseScope(scope)
  const roster = unit && (await book.get('rosters', [unit.id]))
  const ops = await Promise.all(chosen.map((p) => opToSend(book, p)))
  const deviceSeq = tail.deviceSeq + 1
  const { lineage, device } = identity
  const head = { lineage, scope, device, deviceSeq, prevHash: tail.hash }
  const bytes = encodeBatch({ ...head, rosterVersion: roster?.version ?? 0, claimedAt: clock(), ops })
  const signature = await sign(bytes) // before the transaction: IndexedDB does not wait for WebCrypto
  const hash = digest(bytes)
  const batch: FrozenBatch = { scope, deviceSeq, bytes, signature, hash, answeredAt: null }
  const marked = chosen.map((p, op): BookChange => ({
    put: 'pending',
    value: { ...p, frozen: { deviceSeq, op } },
  }))
  await book.commit([
    { put: 'batches', value: batch },
    tailChange(scope, { deviceSeq, hash, unanswered: [...tail.unanswered, deviceSeq] }),
    ...marked,
  ])
  return [batch]
}

const isReady = (p: Pending): boolean =>
  p.frozen === undefined && p.acceptedSeq === undefined && p.asks !== 'dateHasPassed'

/** [A3] An announcement written offline whose date has passed meanwhile is not sent before its author was asked. */
function asksFirst({ op, sendAnyway }: Pending, localNow: string): boolean {
  if (op.op !== 'command' || sendAnyway) return false
  const parsed = v.safeParse(announcementCommandSchema, op.command)
  return (
    parsed.success &&
    parsed.output.do === 'publishAnnouncement' &&
    dateHasPassed(parsed.output.notice, localNow)
  )
}

/** At least one op, then as many as fit; ops that stand or fall together are not parted. */
function fitting(waiting: readonly Pending[]): Pending[] {
  const chosen: Pending[] = []
  let bytes = 0
  for (const p of waiting) {
    const size = p.op.op === 'document' ? p.op.update.length : JSON.stringify(p.op.command).length
    const joined = p.op.together !== undefined && p.op.together === chosen.at(-1)?.op.together
    if (chosen.length > 0 && !joined && (bytes + size > SYNC_UPLOAD_BYTES || chosen.length >= MOST_OPS)) break
    chosen.push(p)
    bytes += size
  }
  return chosen
}

const MOST_OPS = 400

async function opToSend(book: PhoneBook, { scope, record, op }: Pending): Promise<Op> {
  if (op.op === 'command') return op
  const refusalsSeen = (await book.get('refusals', [scope, record]))?.count ?? 0
  return { ...op, refusalsSeen }
}
