import type { KeptView } from '#client/data/views.ts'
import { holdText, refusalText } from '#client/i18n/refusals.ts'
import { kept } from '#client/i18n/vi/kept.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('kept', kept)

/** The one sentence that says why these words are here. */
export function whyText(why: KeptView['why']): string {
  switch (why.from) {
    case 'server':
      return t(`why.${why.reason}`)
    case 'refused':
      return refusalText(why.code)
    case 'held':
      return holdText(why.code)
    default:
      return why satisfies never
  }
}
