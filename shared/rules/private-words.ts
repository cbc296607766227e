import type { Roster } from '#shared/records/roster.ts'

/** Something in a text for strangers that may be nobody's business there. */
export type PrivateWord = { is: 'name' | 'phone' | 'number'; words: string }

/**
 * [A8] Names of people of the roster, telephone numbers and numbers as long as a card's in a text that strangers will
 * read. It is asked about, never refused: a number to call may be meant.
 */
export function privateWordsIn(text: string, roster: Pick<Roster, 'people'> | null): PrivateWord[] {
  const plain = text.normalize('NFC').replace(/\s+/gu, ' ')
  const folded = plain.toLocaleLowerCase('vi')
  const names = (roster?.people ?? []).flatMap(({ name }) =>
    stands(folded, name.toLocaleLowerCase('vi')) ? [{ is: 'name' as const, words: name }] : [],
  )
  const numbers = [...plain.matchAll(NUMBER)].flatMap(([words]): PrivateWord[] => {
    const digits = words.replace(/\D/gu, '')
    if (/^(0|84)\d{9}$/u.test(digits)) return [{ is: 'phone', words: words.trim() }]
    return digits.length === 12 || digits.length === 9 ? [{ is: 'number', words: words.trim() }] : []
  })
  return unique([...names, ...numbers])
}

/** Runs of digits with single dots, dashes or blanks between them. */
const NUMBER = /\+?\d(?:[ .-]?\d){8,13}(?!\d)/gu

/** Whole words only: "Lê An" does not stand in "Lê Anh". */
function stands(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + name.length] ?? ' ']
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
  }
  return false
}

function unique(found: readonly PrivateWord[]): PrivateWord[] {
  return found.filter((one, i) => found.findIndex((other) => other.words === one.words) === i)
}
