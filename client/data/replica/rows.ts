import { readContent } from '#shared/document/read.ts'
import { recordDigest } from '#shared/document/digest.ts'
import { rulesOf } from '#shared/events/registry.ts'
import { isRecordKind, type RecordedEvent, type RecordKind } from '#shared/records/event.ts'
import type { Instant } from '#shared/records/ids.ts'
import type { BookChange, Pending, PhoneBook, StoredDocument } from '#client/data/book/book.ts'
import { buildDocument } from './documents.ts'
import type { Identity } from './identity.ts'
import { localState, type Place } from './state.ts'

/**
 * The row lists read, made anew whenever events, text or pending work of a record change. Given the pending work and
 * the text as they will be after the commit it goes into.
 */
export async function rowChange(
  book: PhoneBook,
  me: Identity,
  place: Place,
  will: {
    confirmed: readonly RecordedEvent[]
    pending: readonly Pending[]
    document: StoredDocument | undefined
    touchedAt?: Instant
  },
): Promise<BookChange> {
  const { scope, record, kind } = place
  const mine = will.pending.filter((p) => p.scope === scope && p.record === record)
  const { state, events } = await localState(book, me, place, { confirmed: will.confirmed, pending: mine })
  if (state === null) return { drop: 'rows', key: [scope, record] }
  const rules = rulesOf(kind)
  const doc = rules.hasDocument ? buildDocument(will.document, mine) : null
  const last = events.at(-1)
  const times = [last?.receivedAt ?? last?.claimedAt ?? 0, will.touchedAt ?? 0, ...mine.map((p) => p.at)]
  const changedAt = Math.max(...times)
  const row = rules.project(record, state, changedAt, doc ? readContent(doc) : null)
  doc?.destroy()
  return { put: 'rows', value: { scope, record, kind, row } }
}

/**
 * [S17] Rows of what an older app did not know, made now that this one does. What has not come yet makes its own when it
 * does.
 */
export async function rowsNowKnown(book: PhoneBook, me: Identity): Promise<BookChange[]> {
  const pending = await book.list('pending')
  const made: BookChange[] = []
  for (const { scope, record, kind, row } of await book.list('rows')) {
    if (row.kind !== 'unknown' || !isRecordKind(kind)) continue
    const confirmed = (await book.list('events', [scope, record])).map(({ event }) => event)
    const document = await book.get('documents', [scope, record])
    if (confirmed.length > 0)
      made.push(await rowChange(book, me, { scope, record, kind }, { confirmed, pending, document }))
  }
  return made
}

/** Digest of what the server confirmed of a record, to compare with the server's own [S9]; null: not for this app to say. */
export function confirmedDigest(
  seqs: readonly number[],
  document: StoredDocument | undefined,
  kind: RecordKind,
): string | null {
  if (!isRecordKind(kind)) return null
  if (!rulesOf(kind).hasDocument) return recordDigest(seqs, null)
  const doc = buildDocument(document, [])
  const digest = recordDigest(seqs, readContent(doc))
  doc.destroy()
  return digest
}
