import { diffArrays } from 'diff'
import { canonicalJson } from '#shared/rules/canonical.ts'
import { contentText, type Content, type Part } from '#shared/records/content.ts'

/** A run of words that both texts have, or only the later or the earlier one. */
export type Piece = { is: 'same' | 'added' | 'removed'; text: string }

/** One paragraph of a comparison, in reading order. */
export type ComparedLine = { is: 'same' | 'added' | 'removed' | 'changed'; pieces: readonly Piece[] }

/** Two wordings word by word. */
export function comparedWords(was: string, now: string): Piece[] {
  const changes = diffArrays(wordsOf(was), wordsOf(now))
  return changes.map(({ value, added, removed }) => ({ is: isOf(added, removed), text: value.join('') }))
}

/** Two contents paragraph by paragraph; those that replace each other are compared word by word. */
export function comparedContents(was: Content, now: Content): ComparedLine[] {
  const changes = diffArrays([...was], [...now], { comparator: isEqual })
  const lines: ComparedLine[] = []
  for (let i = 0; i < changes.length; i++) {
    const [change, next] = [changes[i], changes[i + 1]]
    if (!change) continue
    // CASE 1: parts went and others came in their place → one by one. CASE 2: the same, or only gone, or only new.
    if (change.removed && next?.added) {
      lines.push(...paired(change.value, next.value))
      i++
    } else lines.push(...change.value.map((part) => whole(part, isOf(change.added, change.removed))))
  }
  return lines
}

function paired(was: readonly Part[], now: readonly Part[]): ComparedLine[] {
  const lines: ComparedLine[] = []
  for (let i = 0; i < Math.max(was.length, now.length); i++) {
    const [before, after] = [was[i], now[i]]
    if (before && after) lines.push({ is: 'changed', pieces: comparedWords(textOf(before), textOf(after)) })
    else if (before) lines.push(whole(before, 'removed'))
    else if (after) lines.push(whole(after, 'added'))
  }
  return lines
}

const textOf = (part: Part): string => contentText([part])
const whole = (part: Part, is: Piece['is']): ComparedLine => ({ is, pieces: [{ is, text: textOf(part) }] })
const isEqual = (a: Part, b: Part): boolean => canonicalJson(a) === canonicalJson(b)
/** A date or a number is one word: `20/12` never becomes `2025/12`. */
const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{M}\p{N}]+(?:[/.,-]\p{N}+)*|./gu) ?? []
const isOf = (added: boolean, removed: boolean): Piece['is'] =>
  added ? 'added' : removed ? 'removed' : 'same'
