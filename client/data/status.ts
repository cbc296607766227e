import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { StorageView, SyncStatus, Versions } from './views.ts'

/** The text somebody is writing, and everything else: that one could be saved says nothing of the other. */
type Writer = 'draft' | 'book'

/** State of this device, not of the domain: what the header and the sync page say about sending and storage. */
export const useStatusStore = defineStore('status', () => {
  const sync = ref<SyncStatus>({
    savedAt: null,
    saving: false,
    cannotSave: null,
    waiting: { items: 0, since: null },
    sentAt: null,
    offlineSince: null,
    trouble: null,
    syncing: null,
    clockSkew: null,
    appTooOld: false,
  })
  const failed: Record<Writer, SyncStatus['cannotSave']> = { draft: null, book: null }

  /**
   * What the last write of one of the two met; "saved" is said again only when neither stands in trouble.
   * @param at when somebody's work was written, absent when it was only a trial
   */
  function wrote(who: Writer, met: SyncStatus['cannotSave'], at?: number): void {
    failed[who] = met
    sync.value.cannotSave = failed.draft ?? failed.book
    if (at !== undefined && sync.value.cannotSave === null) sync.value.savedAt = at
  }

  const storage = ref<StorageView | null>(null)
  const versions = ref<Versions>({ app: '0.1.0', protocol: 1, server: null })
  return { sync, storage, versions, wrote }
})
