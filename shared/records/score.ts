import type { Instant, PersonId } from './ids.ts'

/** A mark somebody gave by hand for one sub-point of the score card. */
export type ScoreMark = { points: number; reason?: string; by: PersonId; at: Instant }

/** What the cell agreed on: points by sub-point, and which could not be known yet and settle later. */
export type AgreedScore = {
  card: string
  points: Readonly<Record<string, number>>
  /** Why a sub-point has less than its most. */
  reasons: Readonly<Record<string, string>>
  /** Sub-points still open when it was agreed. */
  open: readonly string[]
  by: PersonId
  at: Instant
}
