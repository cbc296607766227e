/** Seeded chance (mulberry32): the same seed tells the same history again. */
export type Chance = ReturnType<typeof chanceFrom>

export function chanceFrom(seed: number) {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    below: (n: number): number => Math.floor(next() * n),
    happens: (probability: number): boolean => next() < probability,
    pick<T>(list: readonly T[]): T {
      const found = list[Math.floor(next() * list.length)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
    id: (): string => Array.from({ length: 16 }, () => LETTERS[Math.floor(next() * LETTERS.length)]).join(''),
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
