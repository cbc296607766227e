import {
  CannotSave,
  KEYS,
  type BookChange,
  type Key,
  type PhoneBook,
  type TableName,
  type Tables,
} from '#client/data/book/book.ts'

/** A book of nothing but IndexedDB, for trials of the editor: one object store per table. */
export async function openIdbBook(name: string): Promise<PhoneBook & { fail: CannotSave['why'] | null }> {
  const open = indexedDB.open(name, 1)
  open.onupgradeneeded = () => {
    for (const table of Object.keys(KEYS)) open.result.createObjectStore(table)
  }
  const db = await done(open)
  const book: PhoneBook & { fail: CannotSave['why'] | null } = {
    fail: null,
    get: <T extends TableName>(table: T, key: Key) =>
      done(
        db
          .transaction(table)
          .objectStore(table)
          .get([...key]),
      ) as Promise<Tables[T] | undefined>,
    list: <T extends TableName>(table: T, prefix: Key = []) =>
      done(db.transaction(table).objectStore(table).getAll(rangeOf(prefix))) as Promise<Tables[T][]>,
    commit(changes, how = 'strict') {
      if (book.fail) return Promise.reject(new CannotSave(book.fail))
      return commit(db, changes, how)
    },
  }
  return book
}

function commit(db: IDBDatabase, changes: readonly BookChange[], how: 'strict' | 'relaxed'): Promise<void> {
  const tx = db.transaction(Object.keys(KEYS), 'readwrite', { durability: how })
  for (const change of changes) {
    if ('put' in change) {
      const row = change.value as unknown as Record<string, IDBValidKey>
      tx.objectStore(change.put).put(
        change.value,
        KEYS[change.put].map((field) => row[field] ?? ''),
      )
    } else if ('drop' in change) tx.objectStore(change.drop).delete([...change.key])
    else tx.objectStore(change.dropAll).delete(rangeOf(change.prefix))
  }
  tx.commit()
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve()
    tx.onabort = () => reject(new CannotSave(tx.error?.name === 'QuotaExceededError' ? 'full' : 'blocked'))
  })
}

const rangeOf = (prefix: Key): IDBKeyRange => IDBKeyRange.bound([...prefix], [...prefix, []])

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })
}
