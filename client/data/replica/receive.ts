import * as v from 'valibot'
import { partOfUpdate } from '#shared/document/part-of-update.ts'
import { wordsOfUpdate } from '#shared/document/words.ts'
import type { Frame, NotTakenFrame, ReceiptFrame, RosterFrame } from '#shared/protocol/frames.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import { personIn, rosterSchema } from '#shared/records/roster.ts'
import { parseScope, type ScopeId } from '#shared/records/scope.ts'
import type { BookChange, Pending, StoredDocument, StoredKept } from '#client/data/book/book.ts'
import type { DocumentSession } from '#client/data/document-session.ts'
import { carriedNotTaken } from './carried.ts'
import { checkSeals } from './check-seals.ts'
import { tailChange, tailOf } from './compose.ts'
import { buildDocument } from './documents.ts'
import type { ReplicaParts } from './identity.ts'
import { receiveChanges, receiveRecords, receiveRows, type Received } from './receive-changes.ts'
import { receiveReceipt } from './receive-receipt.ts'
import { rowChange } from './rows.ts'
import { confirmedEvents } from './state.ts'
import { writtenAgain } from './written-again.ts'

/** What a frame means beyond the book. */
export type Outcome =
  | { after: 'nothing' }
  | { after: 'hello'; serverTime: number; app: string }
  | { after: 'wipe' }
  | { after: 'end'; more: boolean }
  | { after: 'forked' }
  /** A batch was not even judged: it came damaged, is not believed to be this phone's, or there is no room for more. */
  | { after: 'notTaken'; code: Refusal }

/** What came in here and concerns documents that another tab may have open: it is in the book already. */
export type Heard =
  | { is: 'changes'; scope: ScopeId; live: Received['live'] }
  | { is: 'refused'; scope: ScopeId; record: RecordId; kept: StoredKept }

type Sessions = (scope: ScopeId, record: RecordId) => DocumentSession | undefined
const NOTHING: Outcome = { after: 'nothing' }

export async function receiveFrame(parts: ReplicaParts, frame: Frame, sessions: Sessions): Promise<Outcome> {
  const { book } = parts
  switch (frame.frame) {
    case 'hello':
      if (frame.lineage !== parts.identity.lineage) await offerAgain(parts, frame.lineage)
      return { after: 'hello', serverTime: frame.serverTime, app: frame.app }
    case 'receipt':
      await takeReceipt(parts, frame, sessions)
      return NOTHING
    case 'notTaken':
      return notTaken(parts, frame)
    case 'roster':
      await takeRoster(parts, frame)
      return NOTHING
    case 'rows':
      await book.commit(receiveRows(frame).changes)
      return NOTHING
    case 'changes':
      await takeIn(parts, await receiveChanges(parts, frame), frame.scope, sessions)
      return NOTHING
    case 'records':
      await takeIn(parts, await receiveRecords(parts, frame), frame.scope, sessions)
      return NOTHING
    case 'gone':
      await book.commit([
        ...forgetScope(frame.scope),
        ...(await acceptedWork(parts, frame.scope)),
        ...(await rosterGone(parts, frame.scope)),
      ])
      return NOTHING
    case 'wipe':
      return { after: 'wipe' }
    case 'end':
      await dropSafeBatches(parts, frame.safeUpTo)
      await checkSeals(book)
      return { after: 'end', more: frame.more }
    default:
      return frame satisfies never
  }
}

async function takeIn(
  parts: ReplicaParts,
  received: Received,
  scope: ScopeId,
  sessions: Sessions,
): Promise<void> {
  const { live, changes } = received
  await parts.book.commit(changes)
  for (const { record, update, v: version } of live) sessions(scope, record)?.applyRemote(update, version)
  if (live.length > 0) parts.announce({ is: 'changes', scope, live })
}

async function takeReceipt(parts: ReplicaParts, frame: ReceiptFrame, sessions: Sessions): Promise<void> {
  const outcome = await receiveReceipt(parts, frame)
  if (!outcome) return
  const { book, identity } = parts
  const { scope, dropped, rebuild, reasons } = outcome
  const changes: BookChange[] = [...outcome.changes]
  const all = (await book.list('pending')).filter((p) => !dropped.some((d) => d.n === p.n))
  const places = new Map(dropped.map(({ record, kind }) => [record, { scope, record, kind }]))
  for (const [record, place] of places) {
    const kept = rebuild.get(record)
    const lost = dropped.filter((p) => p.record === record && p.op.op === 'document')
    const open = (kept !== undefined && sessions(scope, record)?.refuse()) || []
    const pending = all.filter((p) => p.scope === scope && p.record === record)
    const document = await book.get('documents', [scope, record])
    if (kept) {
      const text = [...lost.map(updateOf), ...open.map((s) => s.update)]
        .map(wordsOfUpdate)
        .filter(Boolean)
        .join('\n')
      const part = partOf(document, [...lost.map(updateOf), ...open.map((s) => s.update)])
      if (text !== '') changes.push({ put: 'kept', value: { ...kept, text, ...part } })
    } else if (kept === null) {
      const again = writtenAgain(lost, open, parts.newClientId())
      changes.push(...again.map((value): BookChange => ({ put: 'pending', value })))
      pending.push(...again)
    }
    const confirmed = await confirmedEvents(book, scope, record)
    changes.push(await rowChange(book, identity, place, { confirmed, pending, document }))
  }
  await book.commit(changes)
  for (const [record, kept] of reasons) parts.announce({ is: 'refused', scope, record, kept })
}

/** Where lost words were meant to go, in the text as the server confirmed it. */
function partOf(stored: StoredDocument | undefined, updates: readonly Uint8Array[]): { part?: string } {
  const doc = buildDocument(stored, [])
  const [part] = updates.flatMap((update) => partOfUpdate(doc, update) ?? [])
  doc.destroy()
  return part === undefined ? {} : { part }
}

const updateOf = (p: Pending): Uint8Array => (p.op.op === 'document' ? p.op.update : new Uint8Array())

/** [B6] The server wants earlier batches first, or this phone's chain has a twin [B5], or could not read the batch. */
async function notTaken(parts: ReplicaParts, frame: NotTakenFrame): Promise<Outcome> {
  if (await carriedNotTaken(parts, frame)) return NOTHING
  if (frame.code === 'forked') return { after: 'forked' }
  if (frame.code !== 'gapInBatches' || !frame.scope || frame.expected === undefined)
    return { after: 'notTaken', code: frame.code }
  const { scope, expected } = frame
  const tail = await tailOf(parts.book, scope)
  if (expected > tail.deviceSeq) return { after: 'forked' }
  const missing = (await parts.book.list('batches', [scope])).filter((b) => b.deviceSeq >= expected)
  const reopened = missing.map((b): BookChange => ({ put: 'batches', value: { ...b, answeredAt: null } }))
  await parts.book.commit([
    ...reopened,
    tailChange(scope, { ...tail, unanswered: missing.map((b) => b.deviceSeq) }),
  ])
  return NOTHING
}

/** [B10] The server was restored from a backup: the last batch of every scope is offered again, it asks for more. */
async function offerAgain(parts: ReplicaParts, lineage: string): Promise<void> {
  const { book, identity } = parts
  const changes: BookChange[] = [{ put: 'meta', value: { key: 'identity', value: { ...identity, lineage } } }]
  for (const { scope } of await book.list('cursors')) {
    const tail = await tailOf(book, scope)
    const last = await book.get('batches', [scope, tail.deviceSeq])
    if (!last || tail.unanswered.length > 0) continue
    changes.push({ put: 'batches', value: { ...last, answeredAt: null } })
    changes.push(tailChange(scope, { ...tail, unanswered: [last.deviceSeq] }))
  }
  // What lay there may be gone with it; whoever has the bytes asks again.
  for (const one of await book.list('attachments'))
    changes.push({ put: 'attachments', value: { ...one, sent: 0, sentAt: null } })
  await book.commit(changes)
  parts.identity.lineage = lineage
}

/** A roster counts only with the server's signature, and only if it is newer within the lineage. */
async function takeRoster(parts: ReplicaParts, frame: RosterFrame): Promise<void> {
  if (!(await parts.isFromServer(frame.signature, frame.bytes))) return
  const parsed = v.safeParse(rosterSchema, JSON.parse(new TextDecoder().decode(frame.bytes)))
  if (!parsed.success || parsed.output.lineage !== parts.identity.lineage) return
  const roster = parsed.output
  const known = await parts.book.get('rosters', [frame.unit])
  if (roster.unit.id !== frame.unit) return
  if (known && known.roster.lineage === roster.lineage && known.version >= roster.version) return
  const { unit, bytes, signature } = frame
  await parts.book.commit([
    { put: 'rosters', value: { unit, version: roster.version, bytes, signature, roster } },
  ])
}

function forgetScope(scope: ScopeId): BookChange[] {
  const tables = [
    'events',
    'rows',
    'documents',
    'touches',
    'seen',
    'refusals',
    'repairs',
    'cursors',
    'attachments',
    'attachmentBytes',
  ] as const
  return tables.map((dropAll) => ({ dropAll, prefix: [scope] }))
}

/** [Z8] Whoever read a cell only from above, and does no more, keeps its roster no longer. */
async function rosterGone({ book, identity }: ReplicaParts, scope: ScopeId): Promise<BookChange[]> {
  const named = parseScope(scope)
  if (named?.kind !== 'bridge') return []
  const known = await book.get('rosters', [named.id])
  const isOwn = known && personIn(known.roster, identity.person) !== null
  return known && !isOwn ? [{ drop: 'rosters', key: [named.id] }] : []
}

/** Work that is in stays in, though this phone will not read there how it stands. */
async function acceptedWork({ book }: ReplicaParts, scope: ScopeId): Promise<BookChange[]> {
  const accepted = (await book.list('pending')).filter(
    (p) => p.scope === scope && p.acceptedSeq !== undefined,
  )
  return accepted.map(({ n }) => ({ drop: 'pending', key: [n] }))
}

/** Own batches are kept until they lie in a proven backup; the last of a chain always. */
async function dropSafeBatches(parts: ReplicaParts, safeUpTo: number): Promise<void> {
  if (safeUpTo === 0) return
  const changes: BookChange[] = []
  for (const { scope, deviceSeq, answeredAt } of await parts.book.list('batches')) {
    const tail = await tailOf(parts.book, scope)
    if (answeredAt !== null && answeredAt <= safeUpTo && deviceSeq < tail.deviceSeq)
      changes.push({ drop: 'batches', key: [scope, deviceSeq] })
  }
  if (changes.length > 0) await parts.book.commit(changes)
}
