import type { Instant } from '#shared/records/ids.ts'

const MOST_AT_ONCE = 20
const PER_SECOND = 2

/** How many messages one line may bring: more than any phone of ours sends, less than a flood. */
export class Allowance {
  #left = MOST_AT_ONCE
  #at: Instant

  constructor(now: Instant) {
    this.#at = now
  }

  /** One more came. @returns whether it was one too many */
  spend(now: Instant): boolean {
    this.#left = Math.min(MOST_AT_ONCE, this.#left + ((now - this.#at) / 1000) * PER_SECOND) - 1
    this.#at = now
    return this.#left < 0
  }
}
