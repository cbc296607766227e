import type { WaitingItem } from '#client/data/views.ts'
import { sync } from '#client/i18n/vi/sync.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('sync', sync)

/** What waits, in words; a command this version does not name is still counted. */
export function whatText(what: WaitingItem['what']): string {
  const key = `what.${what.op === 'document' ? 'document' : what.name}`
  return isNamed(key) ? t(key) : t('what.other')
}

type NamedKey = Extract<keyof typeof sync, `what.${string}`>
const isNamed = (key: string): key is NamedKey => key in sync
