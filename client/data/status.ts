import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { StorageView, SyncStatus, Versions } from './views.ts'

/** State of this device, not of the domain: what the header and the sync page say about sending and storage. */
export const useStatusStore = defineStore('status', () => {
  const sync = ref<SyncStatus>({
    savedAt: null,
    saving: false,
    cannotSave: null,
    waiting: { items: 0, since: null },
    sentAt: null,
    offlineSince: null,
    syncing: null,
    clockSkew: null,
    serverFull: false,
    appTooOld: false,
  })
  const storage = ref<StorageView | null>(null)
  const versions = ref<Versions>({ app: '0.1.0', protocol: 1, server: null })
  return { sync, storage, versions }
})
