import { editor } from '#client/i18n/vi/editor.ts'
import { wordsOf } from '#client/i18n/words.ts'

export type Word = keyof typeof editor

/** Every word the editor says. */
export const say = wordsOf('editor', editor)
