import { liveQuery } from 'dexie'
import type { DexieBook } from './book/dexie-book.ts'
import { useStatusStore } from './status.ts'
import { waitingItems } from './sync-views.ts'

const STORAGE_EVERY = 60_000

/** Keeps the three facts true: what waits, when it was last sent, how full the phone is. @returns its stop */
export function watchStatus(book: DexieBook): () => void {
  const store = useStatusStore()
  const waiting = liveQuery(() => book.list('pending')).subscribe((pending) => {
    const items = waitingItems(pending)
    store.sync.waiting = { items: items.length, since: items[0]?.since ?? null }
    if (items.length > 0) store.sync.savedAt ??= items.at(-1)?.since ?? null
  })
  const last = liveQuery(() => book.get('meta', ['sentAt'])).subscribe((row) => {
    store.sync.sentAt = (row?.value as number | undefined) ?? store.sync.sentAt
  })
  const measure = () => void measureStorage()
  measure()
  const timer = setInterval(measure, STORAGE_EVERY)
  return () => {
    waiting.unsubscribe()
    last.unsubscribe()
    clearInterval(timer)
  }
}

async function measureStorage(): Promise<void> {
  const store = useStatusStore()
  const estimate = await navigator.storage?.estimate?.()
  const persisted = (await navigator.storage?.persisted?.()) ?? false
  if (estimate) store.storage = { usedBytes: estimate.usage ?? 0, quotaBytes: estimate.quota ?? 0, persisted }
}
