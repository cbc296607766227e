import type { App } from './app.ts'

/** Everything a phone keeps in its databases, by the names of their tables. */
export function bookOf(phone: App): Promise<Record<string, unknown[]>> {
  return phone.page.evaluate(async () => {
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const book: Record<string, unknown[]> = {}
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await read(indexedDB.open(name))
      for (const table of db.objectStoreNames) {
        const rows = await read(db.transaction(table).objectStore(table).getAll())
        ;(book[table] ??= []).push(...rows)
      }
      db.close()
    }
    return book
  })
}

/** How many pieces of work of this phone the server does not have yet, by what lies on its disk. */
export async function unsentBy(phone: App): Promise<number> {
  const { pending = [], attachments = [] } = await bookOf(phone)
  const waits = (row: unknown) => (row as { acceptedSeq?: number }).acceptedSeq === undefined
  const due = (row: unknown) => {
    const { due, sentAt } = row as { due: boolean; sentAt: number | null }
    return due && sentAt === null
  }
  return pending.filter(waits).length + attachments.filter(due).length
}
