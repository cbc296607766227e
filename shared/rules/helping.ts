import type { Instant, PersonId, RecordId, UnitId } from '#shared/records/ids.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

const HOUR = 3_600_000

/** Somebody types for another on a phone that is not his: who, for whom, the one record he may speak about, till when. */
export type HelperSession = {
  helper: string
  forWhom: PersonId
  unit: UnitId
  record: RecordId
  startedAt: Instant
  until: Instant
}

/** [N7] The hours a session may be given, shortest first; never more than the ruleset's. */
export function helperHours({ helperHours: { value: most } }: Ruleset): number[] {
  return [1, 2, 4, 12].filter((hours) => hours < most).concat(most)
}

/** [N7] @param hours as chosen; what is more than the ruleset allows is cut */
export function helperSessionEnds(startedAt: Instant, hours: number, ruleset: Ruleset): Instant {
  return startedAt + Math.min(hours, ruleset.helperHours.value) * HOUR
}

/** [N7] Also when the phone's clock was set back before the session began. */
export function helperSessionIsOver({ startedAt, until }: HelperSession, now: Instant): boolean {
  return now >= until || now < startedAt
}
