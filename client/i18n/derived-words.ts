import { DERIVED_KINDS } from '#shared/records/content.ts'
import { editor } from './vi/editor.ts'
import { wordsOf } from './words.ts'

const say = wordsOf('editor', editor)

/** What stands on screen for a part that writes itself, until it is written. */
export function derivedText(kind: string): string {
  const known = DERIVED_KINDS.find((one) => one === kind)
  return known ? say(`derived.${known}`) : ''
}
