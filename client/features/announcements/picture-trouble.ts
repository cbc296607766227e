import type { PictureTrouble } from '#client/data/views.ts'
import { sizeText } from '#client/i18n/days-and-amounts.ts'
import { announcements } from '#client/i18n/vi/announcements.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('announcements', announcements)

/** Why a picture was not added, and what can be done instead. */
export function troubleText(trouble: PictureTrouble): string {
  switch (trouble.why) {
    case 'heavy':
      return t('picture.heavy', { size: sizeText(trouble.bytes), most: sizeText(trouble.most) })
    case 'large':
      return t('picture.large', { n: Math.round(trouble.megapixels), most: trouble.most })
    case 'heic':
    case 'unreadable':
      return t(`picture.${trouble.why}`)
    case 'canceled':
      return ''
    default:
      return trouble satisfies never
  }
}
