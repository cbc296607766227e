import type { PersonId } from '#shared/records/ids.ts'
import { personIn, type Roster } from '#shared/records/roster.ts'
import { may } from './permissions.ts'
import { isOfficer, standingIn, type Standing } from './standing.ts'

/** What a person is in the unit of a roster, officers above it included, as far as these rosters tell. */
export function standingFrom(rosters: readonly Roster[], roster: Roster, person: PersonId): Standing {
  const above = roster.unit.kind === 'cell' ? roster.unit.parent : roster.unit.id
  return standingIn(roster, person, isOfficerOf(rosters, above, person))
}

/** [P2] The cells whose book this person reads. */
export function cellsReadBy(rosters: readonly Roster[], person: PersonId): Roster[] {
  return rosters.filter((r) => r.unit.kind === 'cell' && may('readCell', standingFrom(rosters, r, person)))
}

/** [P82] The cells whose meetings this person answers for from above: in charge of them, or officer of their commune. */
export function cellsLookedAfterBy(rosters: readonly Roster[], person: PersonId): Roster[] {
  return rosters.filter(
    (r) => r.unit.kind === 'cell' && may('answerFromAbove', standingFrom(rosters, r, person)),
  )
}

/** The communes this person is an officer of. */
export function communesLedBy(rosters: readonly Roster[], person: PersonId): Roster[] {
  return rosters.filter((r) => r.unit.kind === 'commune' && isOfficerOf(rosters, r.unit.id, person))
}

function isOfficerOf(rosters: readonly Roster[], commune: string, person: PersonId): boolean {
  const roster = rosters.find((r) => r.unit.id === commune)
  const found = roster && personIn(roster, person)
  return found ? isOfficer(found) : false
}
