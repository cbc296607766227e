import type { Part } from '#shared/records/content.ts'
import { contentText } from '#shared/records/content.ts'
import type { RemarkView } from '#client/data/views.ts'
import { discussion } from '#client/i18n/vi/discussion.ts'
import { wordsOf } from '#client/i18n/words.ts'

/** Every word of a discussion. */
export const say = wordsOf('discussion', discussion)

const PEEK = 90

/** First words of a part, to know it again by. */
export function peekAt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > PEEK ? `${line.slice(0, PEEK)}…` : line
}

export const wordsOfPart = (part: Part): string => contentText([part])

/** What kind of remark it is, in a word. */
export function kindText({ says }: Pick<RemarkView, 'says'>): string {
  return says.is === 'comment' ? say('is.comment') : say(`is.${says.way}`)
}

/** What it is about, where that cannot be shown in the text itself; null where it can. */
export function aboutText({ anchor, where, says, proposed }: RemarkView): string | null {
  if (where) return null
  if (anchor === null) return says.is === 'proposal' ? say('atEnd') : say('whole')
  const words = peekAt(proposed?.was || anchor.words)
  return words === '' ? say('goneUnnamed') : say('gone', { words })
}
