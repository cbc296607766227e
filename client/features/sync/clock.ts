import { spanText } from '#client/i18n/dates.ts'
import { sync } from '#client/i18n/vi/sync.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('sync', sync)
const MINUTE = 60_000

/** A wrong clock is told, never punished. @param skew the server's clock minus this phone's, milliseconds */
export function clockText(skew: number | null): string {
  if (skew === null) return t('clockUnknown')
  if (Math.abs(skew) < 2 * MINUTE) return t('clockGood')
  const span = spanText(Math.abs(skew))
  return skew > 0 ? t('clockSlow', { span }) : t('clockFast', { span })
}
