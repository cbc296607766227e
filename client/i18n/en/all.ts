import type { Translation } from '#client/i18n/words.ts'
export const en = {} as Translation
