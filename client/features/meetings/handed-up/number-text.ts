import type { HandedPaper } from '#shared/records/handed-up.ts'
import { handedUp } from '#client/i18n/vi/handed-up.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('handedUp', handedUp)

/** [Y2] `Số 05-NQ/CB`, or that there is none yet. */
export const numberText = ({ number, type }: Pick<HandedPaper, 'number' | 'type'>): string =>
  number === undefined ? t('noNumber') : t('number', { no: String(number.no).padStart(2, '0'), type })

/** `03/12/2026` of `2026-12-03` */
export const signedDay = (day: string): string => day.split('-').reverse().join('/')
