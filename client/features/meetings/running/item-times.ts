import type { ItemTurn } from '#shared/records/meeting.ts'

const MINUTE = 60_000

/** Whole minutes an item has taken so far, all its turns together. @param now what the open one counts to */
export function minutesAt(turns: readonly ItemTurn[], item: string, now: number): number {
  const spent = turns
    .filter((turn) => turn.item === item)
    .reduce((sum, { from, to }) => sum + Math.max(0, (to ?? now) - from), 0)
  return Math.floor(spent / MINUTE)
}
