import type { AttachmentId, AttachmentRef } from '#shared/records/attachment.ts'
import type { RecordKind } from '#shared/records/event.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import { mediaTypeOf } from '#shared/rules/attachment-type.ts'
import type { PhoneBook } from '#client/data/book/book.ts'

/** What bytes are kept for. */
export type ForRecord = { scope: ScopeId; record: RecordId; kind?: RecordKind }

/**
 * [F1, F2] Keeps bytes made on this phone under their name. Nothing refers to them yet, so nothing of them is sent.
 * @returns null when they are of no kind we take @throws CannotSave
 */
export async function keepBytes(
  book: PhoneBook,
  { scope, record, kind = 'announcement' }: ForRecord,
  bytes: Uint8Array,
): Promise<AttachmentRef | null> {
  const media = mediaTypeOf(bytes)
  if (!media) return null
  const ref = { id: await nameOf(bytes), media, size: bytes.length }
  if (await book.get('attachmentBytes', [scope, ref.id])) return ref
  const own = { at: Date.now(), due: false, sent: 0, sentAt: null }
  await book.commit([
    { put: 'attachmentBytes', value: { scope, id: ref.id, bytes } },
    { put: 'attachments', value: { scope, record, kind, ...ref, ...own } },
  ])
  return ref
}

/** [F1] */
export async function nameOf(bytes: Uint8Array): Promise<AttachmentId> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource))
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
