import { liveQuery } from 'dexie'
import type { DexieBook } from './book/dexie-book.ts'
import { CannotSave } from './book/book.ts'
import { useStatusStore } from './status.ts'
import { waitingItems } from './sync-views.ts'

const STORAGE_EVERY = 60_000
/** How often a full phone is tried again. */
const TRY_AGAIN = 5_000

/** Keeps the three facts true: what waits, when it was last sent, how full the phone is. @returns its stop */
export function watchStatus(book: DexieBook): () => void {
  const store = useStatusStore()
  const lists = async () => [await book.list('pending'), await book.list('attachments')] as const
  const waiting = liveQuery(lists).subscribe((found) => {
    const items = waitingItems(...found)
    store.sync.waiting = { items: items.length, since: items[0]?.since ?? null }
    if (items.length > 0) store.sync.savedAt ??= items.at(-1)?.since ?? null
  })
  const last = liveQuery(() => book.get('meta', ['sentAt'])).subscribe((row) => {
    store.sync.sentAt = (row?.value as number | undefined) ?? store.sync.sentAt
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const measure = async () => {
    await Promise.all([measureStorage(), tryToWrite(book)])
    if (!stopped) timer = setTimeout(measure, store.sync.cannotSave ? TRY_AGAIN : STORAGE_EVERY)
  }
  void measure()
  return () => {
    stopped = true
    waiting.unsubscribe()
    last.unsubscribe()
    clearTimeout(timer)
  }
}

/** Browsers tell how much room there is only roughly or not at all: whether anything can be saved is found by saving. */
async function tryToWrite(book: DexieBook): Promise<void> {
  const { wrote } = useStatusStore()
  const trial = () => book.commit([{ put: 'meta', value: { key: 'trial', value: Date.now() } }])
  const makeRoom = async () => {
    await (await import('./attachments/free-media.ts')).freeMedia(book)
    await trial()
  }
  // [F9] Pictures the server has make room for words.
  await trial()
    .catch(makeRoom)
    .then(
      () => wrote('book', null),
      (why: unknown) => why instanceof CannotSave && wrote('book', why.why),
    )
}

async function measureStorage(): Promise<void> {
  const store = useStatusStore()
  const estimate = await navigator.storage?.estimate?.()
  const persisted = (await navigator.storage?.persisted?.()) ?? false
  if (estimate) store.storage = { usedBytes: estimate.usage ?? 0, quotaBytes: estimate.quota ?? 0, persisted }
}
