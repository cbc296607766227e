import type { AttachmentId } from '#shared/records/attachment.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { BookChange, PhoneBook } from '#client/data/book/book.ts'

/** Names of attachments in a command: nothing else in one has that shape. */
export function idsNamedIn(command: unknown): AttachmentId[] {
  const found = JSON.stringify(command ?? null).matchAll(/"id":"([A-Za-z0-9_-]{43})"/gu)
  return [...found].map(([, id = '']) => id)
}

/** A command that names them was given: they wait to be sent from the same commit on. */
export const nowDue = (book: PhoneBook, scope: ScopeId, ids: readonly AttachmentId[]) =>
  marked(book, { scope, ids, due: true })

/** It was taken back before it was sent. */
export const notDue = (book: PhoneBook, scope: ScopeId, ids: readonly AttachmentId[]) =>
  marked(book, { scope, ids, due: false })

type Marks = { scope: ScopeId; ids: readonly AttachmentId[]; due: boolean }

async function marked(book: PhoneBook, { scope, ids, due }: Marks): Promise<BookChange[]> {
  const known = await Promise.all(ids.map((id) => book.get('attachments', [scope, id])))
  return known.flatMap((one): BookChange[] =>
    one && one.sentAt === null && one.due !== due ? [{ put: 'attachments', value: { ...one, due } }] : [],
  )
}
