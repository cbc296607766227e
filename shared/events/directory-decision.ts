import type { Instant, PersonId, UnitId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import { dutiesRefusal } from '#shared/rules/duties.ts'
import { isOfficer } from '#shared/rules/standing.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'
import { foldDirectory, type DirectoryEvent } from './directory-events.ts'
import { rosterOf, type Directory } from './directory-state.ts'

export type DirectoryDecision =
  { ok: true; events: readonly DirectoryEvent[] } | { ok: false; refusal: Refusal }
export type DirectoryQuestion = { actor: PersonId; at: Instant; ruleset: Ruleset }

export const yes = (...events: DirectoryEvent[]): DirectoryDecision => ({ ok: true, events })
export const no = (refusal: Refusal): DirectoryDecision => ({ ok: false, refusal })

/** Applies the event to a copy and asks every rule about the roster that would result. */
export function checked(
  directory: Directory,
  unit: UnitId,
  ruleset: Ruleset,
  event: DirectoryEvent,
): DirectoryDecision {
  const refusal = rosterRefusal(foldDirectory(directory, event), unit, ruleset)
  return refusal ? no(refusal) : yes(event)
}

/** The first rule a unit's roster breaks as it would stand, or null. */
export function rosterRefusal(after: Directory, unitId: UnitId, ruleset: Ruleset): Refusal | null {
  const roster = rosterOf(after, unitId, '', 0)
  if (!roster) return 'notFound'
  const duties = new Set(roster.people.flatMap((p) => p.duties))
  if (roster.unit.kind === 'commune') {
    if ([...duties].some((duty) => duty !== 'officer')) return 'notAllowed'
    return roster.people.some(isOfficer) ? null : 'lastOfficer'
  }
  return duties.has('officer') ? 'notAllowed' : dutiesRefusal(roster, ruleset)
}
