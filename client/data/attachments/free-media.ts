import type { BookChange, PhoneBook } from '#client/data/book/book.ts'

/** [F9] Lets go of the bytes the server has; words are never touched, nor what only this phone has. @returns how many */
export async function freeMedia(book: PhoneBook): Promise<number> {
  const needless = (await book.list('attachments')).filter(({ sentAt }) => sentAt !== null)
  const changes = needless.flatMap(({ scope, id }): BookChange[] => [
    { drop: 'attachmentBytes', key: [scope, id] },
    { drop: 'attachments', key: [scope, id] },
  ])
  await book.commit(changes)
  return needless.reduce((sum, { size }) => sum + size, 0)
}
