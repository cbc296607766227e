import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { CannotSave, type PhoneBook, type StoredJournal } from '#client/data/book/book.ts'

/** The database in which the bursts of one open draft lie as they happen. */
const databaseOf = (id: string): string => `journal-${id}`

/** Keeps every burst of a document from now on. */
export interface Journal {
  /** Listed in the book, and removed together with its database. */
  end(): Promise<void>
}

/**
 * Lists a journal in the book, so that it can be found after the tab has died, and begins it with the whole document.
 * y-indexeddb never says that a write failed: whether this phone can keep anything is learned from the book.
 * @throws CannotSave when the book does not take the listing
 */
export async function beginJournal(book: PhoneBook, row: StoredJournal, doc: Y.Doc): Promise<Journal> {
  await book.commit([{ put: 'journals', value: row }])
  const kept = await opened(databaseOf(row.id), doc)
  return {
    async end() {
      await kept.destroy()
      await dropJournal(book, row.id)
    },
  }
}

/** What a journal holds: its session's whole document at its last burst. */
export async function readJournal(id: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const kept = await opened(databaseOf(id), doc)
  await kept.destroy()
  return doc
}

/** The database first: a listing without one is found again and harmless, one without a listing would stay for ever. */
export async function dropJournal(book: PhoneBook, id: string): Promise<void> {
  await clearDocument(databaseOf(id))
  await book.commit([{ drop: 'journals', key: [id] }], 'relaxed')
}

async function opened(name: string, doc: Y.Doc): Promise<IndexeddbPersistence> {
  const kept = new IndexeddbPersistence(name, doc)
  // `whenSynced` alone would wait for ever when the database does not open.
  try {
    await Promise.race([kept.whenSynced, kept._db.then(() => kept.whenSynced)])
  } catch (error) {
    throw new CannotSave(
      error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked',
    )
  }
  return kept
}
