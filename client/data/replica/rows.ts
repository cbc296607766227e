import { readContent } from '#shared/document/read.ts'
import { recordDigest } from '#shared/document/digest.ts'
import { rulesOf } from '#shared/events/registry.ts'
import type { RecordedEvent, RecordKind } from '#shared/records/event.ts'
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

/** Digest of what the server confirmed of a record, to compare with the server's own [S9]. */
export function confirmedDigest(
  seqs: readonly number[],
  document: StoredDocument | undefined,
  kind: RecordKind,
): string {
  if (!rulesOf(kind).hasDocument) return recordDigest(seqs, null)
  const doc = buildDocument(document, [])
  const digest = recordDigest(seqs, readContent(doc))
  doc.destroy()
  return digest
}
