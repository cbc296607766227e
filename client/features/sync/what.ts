import type { WaitingItem } from '#client/data/views.ts'
import { sizeText } from '#client/i18n/days-and-amounts.ts'
import { sync } from '#client/i18n/vi/sync.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('sync', sync)

/** What waits, in words; a command this version does not name is still counted. */
export function whatText(what: WaitingItem['what']): string {
  if (what.op === 'attachment')
    return t('what.attachment', { sent: sizeText(what.sent), size: sizeText(what.size) })
  const key = `what.${what.op === 'document' ? 'document' : what.name}`
  return isNamed(key) ? t(key) : t('what.other')
}

type NamedKey = Exclude<Extract<keyof typeof sync, `what.${string}`>, 'what.attachment'>
const isNamed = (key: string): key is NamedKey => key in sync
