import type { DexieBook } from './book/dexie-book.ts'
import { dropJournal } from './journal.ts'

/** Removes what lies beside a book, and closes it: nobody reads it again. */
export async function emptyBook(book: DexieBook): Promise<void> {
  for (const { id } of await book.list('journals')) await dropJournal(book, id)
  localStorage.removeItem('helping') // what a helper wrote down for whoever lent this phone
  book.close()
}
