import type { DeviceId, Instant, PersonId, UnitId } from '#shared/records/ids.ts'
import type { Day } from '#shared/records/local-time.ts'
import type { RosterProposal } from '#shared/records/roster-proposal.ts'
import type { Duty, RosterPerson, Status } from '#shared/records/person.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { Unit } from '#shared/records/unit.ts'
import { isOfficer, type Standing } from '#shared/rules/standing.ts'

export type Membership = {
  status: Status
  duties: readonly Duty[]
  /** Only while he is on probation [D23]. */
  probationFrom?: Day
}
export type DirectoryPerson = {
  id: PersonId
  name: string
  birthYear?: number
  memberships: ReadonlyMap<UnitId, Membership>
}
export type DirectoryDevice = {
  id: DeviceId
  person: PersonId
  /** Public keys, raw P-256 points, base64url. */
  signKey: string
  agreeKey: string
  label: string
  enrolledAt: Instant
  revokedAt?: Instant
}

/** Who is who, on the server. Folded from the directory's events; phones see rosters made from it. */
export type Directory = {
  units: ReadonlyMap<UnitId, Unit>
  people: ReadonlyMap<PersonId, DirectoryPerson>
  devices: ReadonlyMap<DeviceId, DirectoryDevice>
  /** Who of the commune committee is in charge of which cell. */
  assigned: ReadonlyMap<UnitId, PersonId>
  /** Grows with every change of a unit's roster. */
  rosterVersions: ReadonlyMap<UnitId, number>
  /** What cells proposed after a vote, oldest first [D20]. */
  proposals: ReadonlyMap<string, RosterProposal>
}

export const EMPTY_DIRECTORY: Directory = {
  units: new Map(),
  people: new Map(),
  devices: new Map(),
  assigned: new Map(),
  rosterVersions: new Map(),
  proposals: new Map(),
}

/** The roster of a unit as it stands; the server signs it. Null when there is no such unit. */
export function rosterOf(
  directory: Directory,
  unitId: UnitId,
  lineage: string,
  issuedAt: Instant,
): Roster | null {
  const unit = directory.units.get(unitId)
  if (!unit) return null
  const superior = unit.kind === 'cell' ? directory.units.get(unit.parent) : undefined
  const people = peopleOf(directory, unitId)
  const version = directory.rosterVersions.get(unitId) ?? 1
  const inCharge = directory.people.get(directory.assigned.get(unitId) ?? '')
  return {
    lineage,
    version,
    issuedAt,
    unit,
    people,
    ...(superior ? { superior } : {}),
    ...(inCharge ? { assigned: { id: inCharge.id, name: inCharge.name } } : {}),
  }
}

function peopleOf(directory: Directory, unit: UnitId): RosterPerson[] {
  const people: RosterPerson[] = []
  for (const person of directory.people.values()) {
    const membership = person.memberships.get(unit)
    if (!membership) continue
    const { id, name, birthYear } = person
    const { duties, ...rest } = membership
    people.push({ id, name, ...rest, duties: [...duties], ...(birthYear === undefined ? {} : { birthYear }) })
  }
  return people
}

/** [D23] A membership as it is kept: since when he is on probation only while he is. */
export function membershipOf({ status, duties, probationFrom }: Membership): Membership {
  const since = status === 'probationary' ? probationFrom : undefined
  return { status, duties, ...(since === undefined ? {} : { probationFrom: since }) }
}

export function isOfficerAbove(directory: Directory, unitId: UnitId, person: PersonId): boolean {
  const unit = directory.units.get(unitId)
  const commune = unit?.kind === 'cell' ? unit.parent : unitId
  const membership = directory.people.get(person)?.memberships.get(commune)
  return membership ? isOfficer(membership) : false
}

/** What a person is in a unit now; a stranger to a unit has neither status nor duties there. */
export function standingOf(directory: Directory, unit: UnitId, person: PersonId): Standing {
  if (!directory.units.has(unit)) return { person, unit, status: null, duties: [], officerAbove: false }
  const { status = null, duties = [] } = directory.people.get(person)?.memberships.get(unit) ?? {}
  const officerAbove = isOfficerAbove(directory, unit, person)
  const inCharge = directory.assigned.get(unit) === person ? { inCharge: true as const } : {}
  return { person, unit, status, duties, officerAbove, ...inCharge }
}

/** [P4, P80] Units a person is something in: his own, the cells he is in charge of, and those of a commune he leads. */
export function unitsOf(directory: Directory, person: PersonId): UnitId[] {
  const own = [...(directory.people.get(person)?.memberships.keys() ?? [])]
  const above = [...directory.units.values()].filter(
    ({ id, kind }) =>
      kind === 'cell' &&
      !own.includes(id) &&
      (directory.assigned.get(id) === person || isOfficerAbove(directory, id, person)),
  )
  return [...own, ...above.map(({ id }) => id)]
}

export function activeDevicesOf(directory: Directory, person: PersonId): DirectoryDevice[] {
  return [...directory.devices.values()].filter((d) => d.person === person && d.revokedAt === undefined)
}

/** [P4] Units whose rosters a person may read: his cells and those he is in charge of, for an officer all of his commune. */
export function unitsReadableBy(directory: Directory, person: PersonId): Unit[] {
  return [...directory.units.values()].filter((unit) => {
    const membership = directory.people.get(person)?.memberships.get(unit.id)
    if (membership && membership.status !== 'suspended') return true
    if (unit.kind !== 'cell') return false
    const inCharge = directory.assigned.get(unit.id) === person
    return inCharge || (!membership && isOfficerAbove(directory, unit.id, person))
  })
}
