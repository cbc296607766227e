import * as Y from 'yjs'
import { ROOT } from '#shared/document/layout.ts'
import { REMOTE } from '#shared/document/local-work.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { Pending, PhoneBook, StoredDocument } from '#client/data/book/book.ts'

const MOST_PIECES = 32

/** Builds the text of a record as this phone knows it: what the server confirmed, and own pending work on top. */
export async function openDocument(book: PhoneBook, scope: ScopeId, record: RecordId): Promise<Y.Doc> {
  const stored = await book.get('documents', [scope, record])
  const pending = (await book.list('pending')).filter((p) => p.scope === scope && p.record === record)
  return buildDocument(stored, pending)
}

export function buildDocument(stored: StoredDocument | undefined, pending: readonly Pending[]): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  doc.getXmlFragment(ROOT)
  for (const piece of soundPieces(stored)) applyPiece(doc, piece)
  for (const { op } of pending) if (op.op === 'document') Y.applyUpdate(doc, op.update, REMOTE)
  return doc
}

export function applyPiece(doc: Y.Doc, piece: StoredDocument['pieces'][number]): void {
  if (piece.v === 1) Y.applyUpdate(doc, piece.bytes, REMOTE)
  else Y.applyUpdateV2(doc, piece.bytes, REMOTE)
}

/** The stored text with more pieces behind it; many small ones become one. */
export function withPieces(
  stored: StoredDocument | undefined,
  place: { scope: ScopeId; record: RecordId },
  more: StoredDocument['pieces'],
): StoredDocument {
  const pieces = [...soundPieces(stored), ...more]
  if (pieces.length <= MOST_PIECES) return { ...place, pieces, checksum: checksumOf(pieces) }
  const doc = buildDocument({ ...place, pieces, checksum: checksumOf(pieces) }, [])
  const whole = [{ v: 2 as const, bytes: Y.encodeStateAsUpdateV2(doc) }]
  return { ...place, pieces: whole, checksum: checksumOf(whole) }
}

/** A damaged row counts as missing: the digest of the next change, or a repair, brings the text again. */
export function soundPieces(stored: StoredDocument | undefined): StoredDocument['pieces'] {
  return stored && stored.checksum === checksumOf(stored.pieces) ? stored.pieces : []
}

/** FNV-1a over all bytes: finds damage, proves nothing. */
export function checksumOf(pieces: StoredDocument['pieces']): number {
  let hash = 0x811c9dc5
  for (const { bytes } of pieces) for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
