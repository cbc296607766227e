import type { DexieBook } from './book/dexie-book.ts'
import type { DraftNews } from './draft.ts'
import { useStatusStore } from './status.ts'
import type { SyncNews } from './sync/engine.ts'
import { troubleToTell } from './sync/machine.ts'
import type { SyncStatus } from './views.ts'

/** What the header says while somebody types. */
export const DRAFT_NEWS: DraftNews = {
  saving: () => {
    useStatusStore().sync.saving = true
  },
  saved: (at) => {
    const { sync, wrote } = useStatusStore()
    sync.saving = false
    wrote('draft', null, at)
  },
  cannotSave: (why) => {
    const { sync, wrote } = useStatusStore()
    sync.saving = false
    wrote('draft', why)
  },
}

/** Puts what the sync tells into the three facts. */
export function reportTo(book: DexieBook, news: SyncNews): void {
  const store = useStatusStore()
  const status: SyncStatus = store.sync
  switch (news.is) {
    case 'state':
      status.offlineSince = news.state.offlineSince
      status.trouble = troubleToTell(news.state)
      if (news.state.phase === 'idle') status.syncing = null
      return
    case 'progress':
      status.syncing = { sentBytes: news.sentBytes, receivedBytes: news.receivedBytes }
      return
    case 'sent':
      status.sentAt = news.at
      void book.commit([{ put: 'meta', value: { key: 'sentAt', value: news.at } }]).catch(() => undefined) // said by the next trial
      return
    case 'server':
      status.clockSkew = news.skew
      store.versions.server = news.app
      return
    case 'cannotSave':
      store.wrote('book', news.why)
      return
    default:
      news satisfies never
  }
}
