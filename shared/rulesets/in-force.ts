import { CENTRAL_2026 } from './central-2026.ts'
import type { Ruleset } from './ruleset.ts'

const RULESETS: readonly Ruleset[] = [CENTRAL_2026]

/** The ruleset in force on a day (`yyyy-mm-dd`): the newest that had begun by then, else the oldest known. */
export function rulesetOn(day: string): Ruleset {
  const begun = RULESETS.filter((r) => r.validFrom <= day).sort((a, b) =>
    a.validFrom < b.validFrom ? 1 : -1,
  )
  return begun[0] ?? CENTRAL_2026
}

/** The ruleset something was done under, however old. */
export const rulesetNamed = (id: string): Ruleset =>
  RULESETS.find((ruleset) => ruleset.id === id) ?? CENTRAL_2026
