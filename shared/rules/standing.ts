import type { PersonId, UnitId } from '#shared/records/ids.ts'
import type { Duty, Status } from '#shared/records/person.ts'
import { personIn, type Roster } from '#shared/records/roster.ts'

/** What a person is in one unit: the only thing permission is ever asked of. */
export type Standing = {
  person: PersonId
  unit: UnitId
  /** null: not of this unit (an officer above it, or a stranger). */
  status: Status | null
  duties: readonly Duty[]
  /** Officer of the commune committee above this cell, or of this commune. */
  officerAbove: boolean
  /** Of the committee above, and in charge of this cell (D15). */
  inCharge?: true
}

/** The roles of the permission table; one person may have several. */
export const ROLES = [
  'member',
  'committeeMember',
  'deputy',
  'secretary',
  'communeOfficer',
  'superiorInCharge',
] as const
export type Role = (typeof ROLES)[number]

export function standingIn(roster: Roster, person: PersonId, officerAbove: boolean): Standing {
  const p = personIn(roster, person)
  return {
    ...{ person, unit: roster.unit.id, status: p?.status ?? null, duties: p?.duties ?? [], officerAbove },
    ...(roster.assigned?.id === person ? { inCharge: true } : {}),
  }
}

/** Whether this member of a commune committee leads it: a suspended officer does not. */
export function isOfficer({ status, duties }: { status: Status; duties: readonly Duty[] }): boolean {
  return duties.includes('officer') && status !== 'suspended'
}

/** [P1] A suspended member has no role in his unit; every other member of the cell is at least `member`. */
export function rolesOf(standing: Standing): ReadonlySet<Role> {
  const roles = new Set<Role>()
  if (standing.officerAbove) roles.add('communeOfficer')
  if (standing.inCharge) roles.add('superiorInCharge')
  if (standing.status === null || standing.status === 'suspended') return roles
  if (standing.duties.includes('officer')) roles.add('communeOfficer')
  if (standing.duties.every((d) => d === 'officer') && standing.duties.length > 0) return roles
  roles.add('member')
  if (standing.duties.includes('committee')) roles.add('committeeMember')
  if (standing.duties.includes('deputy')) roles.add('deputy')
  if (standing.duties.includes('secretary')) roles.add('secretary')
  return roles
}

/** [D2] Members the committee is counted from: official ones that are not suspended. */
export function officialMembers(roster: Roster): number {
  return roster.people.filter((p) => p.status === 'official').length
}
