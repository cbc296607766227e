import type { AwayChange } from '#client/data/views.ts'
import { resolutions } from '#client/i18n/vi/resolutions.ts'
import { wordsOf } from '#client/i18n/words.ts'

/** One change as a list shows it. */
export type AwayLine = { id: string; who: string; when: string; where: string; removed: string | undefined }

const t = wordsOf('resolutions', resolutions)

/** What one person did to one part of the text, in words. */
export function changeText(change: AwayChange, name: string): string {
  const { inserted: added, deleted: removed } = change
  if (added > 0 && removed > 0) return t('awayBoth', { name, added, removed })
  return added > 0 ? t('awayAdded', { name, n: added }) : t('awayRemoved', { name, n: removed })
}
