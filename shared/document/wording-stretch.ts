/** The words of a paragraph that somebody wants otherwise, and what is to stand there. */
export type WordingStretch = { from: number; to: number; wording: string }

/**
 * Only the words that differ are proposed, so that others may go on writing in the rest of the paragraph. Where words are
 * only added, the word before comes along: a place without words could not be told from any other.
 * @returns null when both say the same
 */
export function wordingStretch(paragraph: string, wanted: string): WordingStretch | null {
  if (paragraph === wanted) return null
  const [was, will] = [wordsOf(paragraph), wordsOf(wanted)]
  const shorter = Math.min(was.length, will.length)
  let head = 0
  while (head < shorter && was[head] === will[head]) head++
  let tail = 0
  while (tail < shorter - head && was.at(-1 - tail) === will.at(-1 - tail)) tail++
  while (head > 0 && isBlank(was.slice(head, was.length - tail))) head--
  while (tail > 0 && isBlank(was.slice(head, was.length - tail))) tail--
  const from = lengthOf(was.slice(0, head))
  const to = paragraph.length - lengthOf(was.slice(was.length - tail))
  return { from, to, wording: will.slice(head, will.length - tail).join('') }
}

/** Words with the marks that stick to them, and the gaps between them. */
const wordsOf = (text: string): string[] => text.match(/\s+|\S+/gu) ?? []
const isBlank = (words: readonly string[]): boolean => words.every((word) => word.trim() === '')
const lengthOf = (words: readonly string[]): number => words.join('').length
