import type { PersonId, UnitId } from '#shared/records/ids.ts'
import { standingIn, type Standing } from '#shared/rules/standing.ts'
import type { StoredRoster } from './book/book.ts'

/** What a person is in a unit, by the rosters on this phone. */
export function standingOfRosters(
  rosters: readonly StoredRoster[],
  person: PersonId,
  unit: UnitId,
): Standing {
  const roster = rosters.find((r) => r.unit === unit)?.roster
  if (!roster) return { person, unit, status: null, duties: [], officerAbove: false }
  const above = rosters.find((r) => r.unit === roster.superior?.id)?.roster
  const officer = above?.people.some((p) => p.id === person && p.duties.includes('officer')) ?? false
  return standingIn(roster, person, officer)
}
