import '#client/ui/tokens.css'
import '#client/ui/base.css'
import type { Drafts } from '#client/data/drafts.ts'
import { mountApp } from '#client/mount.ts'
import { useSettingsStore, type TextSize, type Theme } from '#client/data/settings.ts'
import { useStatusStore } from '#client/data/status.ts'
import type { SyncTrouble } from '#client/data/views.ts'
import { makeWorld, type Choice } from './world.ts'

/** The world has no documents: a draft is only shown. */
const unwritten: Drafts = { open: async () => ({ readonly: 'openElsewhere' }), recoverAll: async () => {} }
const MINUTE = 60_000
const asked = new URLSearchParams(location.search)
const choice: Choice = {
  as: asked.get('as') ?? 'secretary',
  amount: (asked.get('amount') as Choice['amount'] | null) ?? 'many',
  offline: asked.has('offline'),
  asks: asked.has('asks'),
  newer: asked.has('newer'),
}
const now = Date.now()
mountApp({ ...makeWorld(choice, now), drafts: unwritten })

const status = useStatusStore()
status.sync = {
  savedAt: now - MINUTE,
  saving: false,
  cannotSave: asked.has('full') ? 'full' : null,
  waiting: choice.offline ? { items: 3, since: now - 50 * 60 * MINUTE } : { items: 0, since: null },
  sentAt: choice.offline ? now - 51 * 60 * MINUTE : now - 12 * MINUTE,
  offlineSince: choice.offline || asked.has('trouble') ? now - 40 * MINUTE : null,
  trouble: (asked.get('trouble') as SyncTrouble | null) ?? (choice.offline ? 'noAnswer' : null),
  syncing: null,
  clockSkew: choice.offline ? 14 * MINUTE : Number(asked.get('skew') ?? 900),
  appTooOld: false,
}
status.storage = { usedBytes: 3_400_000, quotaBytes: 2_000_000_000, persisted: !choice.offline }
status.versions = { app: '0.1.0', protocol: 1, server: '0.1.0' }

const settings = useSettingsStore()
settings.textSize = (asked.get('text') as TextSize | null) ?? 'normal'
settings.theme = (asked.get('theme') as Theme | null) ?? 'light'
settings.language = asked.get('language') ?? 'vi'
