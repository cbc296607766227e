import type { AttachmentRef } from '#shared/records/attachment.ts'
import type { PhoneBook } from '#client/data/book/book.ts'
import type { OnlineDone } from '#client/data/commands.ts'
import { nameOf, type ForRecord } from './keep-bytes.ts'

type With = { book: PhoneBook; token: string | undefined; now: number }

/** [F1] Fetches an attachment; what does not have its name's hash counts as nobody having answered. @throws CannotSave */
export async function fetchAttachment(
  { book, token, now }: With,
  { scope, record, kind = 'announcement' }: ForRecord,
  ref: AttachmentRef,
): Promise<OnlineDone> {
  const { id, media, size } = ref
  const got = await bytesFrom(`/attachments/${id}?scope=${scope}`, token)
  if (got === 'missing') return { ok: false, refusal: 'notFound' }
  if (!got || (await nameOf(got)) !== id) return { ok: false, offline: true }
  const known = { at: now, due: false, sent: size, sentAt: now }
  await book.commit([
    { put: 'attachmentBytes', value: { scope, id, bytes: got } },
    { put: 'attachments', value: { scope, record, kind, id, media, size, ...known } },
  ])
  return { ok: true }
}

async function bytesFrom(path: string, token = ''): Promise<Uint8Array | 'missing' | null> {
  try {
    const response = await fetch(path, { headers: { authorization: `Bearer ${token}` } })
    if (response.status === 404) return 'missing'
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
  } catch {
    return null // nobody answers, or the link was cut
  }
}
