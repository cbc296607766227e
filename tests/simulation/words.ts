import type { Chance } from './chance.ts'

/** Every word of a history carries one character of its own, so that it can be found wherever it went. */
export type Word = { mark: string; author: string; written: boolean; acknowledged: boolean }

const SYLLABLES =
  'lãnh đạo nhân dân thực hiện tốt công tác dồn điền đổi thửa xây dựng nông thôn mới an ninh 😀'.split(' ')
const FIRST = 0x4e00
const MOST = 20_000

export class Words {
  readonly all = new Map<string, Word>()
  /** Marks somebody took away while seeing them. */
  readonly knowinglyDeleted = new Set<string>()
  readonly #chance: Chance

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** A fresh word: its mark, a Vietnamese syllable, a space. */
  make(author: string): string {
    const n = this.all.size
    if (n >= MOST) throw new RangeError('history too long')
    const mark = String.fromCharCode(FIRST + n)
    this.all.set(mark, { mark, author, written: false, acknowledged: false })
    return `${mark}${this.#chance.pick(SYLLABLES)} `
  }
}

/** The marks in a text. */
export function marksIn(text: string): Set<string> {
  return new Set(text.match(/[\u4e00-\u9fff]/gu) ?? [])
}

/** The marks in a text, and how often each stands there. */
export function marksCounted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const mark of text.match(/[\u4e00-\u9fff]/gu) ?? []) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return counts
}
