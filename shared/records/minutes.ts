import type { Adoptable } from './adoption.ts'
import type { Instant, PersonId, RecordId } from './ids.ts'

/**
 * Minutes of one meeting: a record of its own, because whoever may write its text may write all of it, and that is the
 * minute-taker of this meeting alone (domain 1.8).
 */
export type Minutes = Adoptable & {
  meeting: RecordId
  /** Version of the document schema it was begun with. */
  schema: number
  minuteTaker: PersonId
  /** On whose phone the minute-taker also writes: chair and minute-taker can share one. */
  alsoOnPhoneOf: readonly PersonId[]
  begunBy: PersonId
  begunAt: Instant
}

/** [M30] The minutes of a meeting have one id, so that two phones never begin two. */
export const minutesOf = (meeting: RecordId): RecordId => `bb-${meeting}`.slice(0, 32)
