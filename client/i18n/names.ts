const collator = new Intl.Collator('vi', { sensitivity: 'variant' })

/** Vietnamese names are ordered by the given name, which stands last, then by the family name and what is between. */
export function byGivenName(a: { name: string }, b: { name: string }): number {
  return collator.compare(givenName(a.name), givenName(b.name)) || collator.compare(a.name, b.name)
}

/** For names of units: as a Vietnamese dictionary would. */
export const byName = (a: { name: string }, b: { name: string }): number => collator.compare(a.name, b.name)

export const givenName = (name: string): string => name.trim().split(/\s+/u).at(-1) ?? ''

/** Without tone marks, hooks and case, so that `nguyen thi lan` finds `Nguyễn Thị Lan`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase()
}

/** Whether every word of what was typed begins a word of the text. */
export function isFoundIn(text: string, typed: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u)
  const wanted = plain(typed).split(/\s+/u).filter(Boolean)
  return wanted.every((w) => words.some((word) => word.startsWith(w)))
}
