import type { Instant } from '#shared/records/ids.ts'

const MOST_AT_ONCE = 60
const PER_SECOND = 1
const MOST_ADDRESSES = 10_000

/**
 * Counts wrong secrets per address. Only a wrong one is counted and only a wrong one is turned away, so that nobody
 * can lock out the honest, who may share an address with half a district.
 */
export class Guesses {
  readonly #left = new Map<string, { guesses: number; at: Instant }>()

  /** @returns whether this address has guessed too often by now */
  wrong(address: string, now: Instant): boolean {
    const known = this.#left.get(address)
    const refilled = known ? known.guesses + ((now - known.at) / 1000) * PER_SECOND : MOST_AT_ONCE
    const guesses = Math.min(MOST_AT_ONCE, refilled) - 1
    this.#left.delete(address)
    this.#left.set(address, { guesses: Math.max(guesses, 0), at: now })
    if (this.#left.size > MOST_ADDRESSES) this.#left.delete(this.#left.keys().next().value ?? '')
    return guesses < 0
  }
}
