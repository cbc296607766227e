import type { DeviceId, Instant, PersonId, UnitId } from '#shared/records/ids.ts'
import type { Day } from '#shared/records/local-time.ts'
import type { RosterProposal } from '#shared/records/roster-proposal.ts'
import type { Duty, RosterPerson, Status } from '#shared/records/person.ts'
import type { CellKind, Unit } from '#shared/records/unit.ts'
import { membershipOf, type Directory, type DirectoryPerson, type Membership } from './directory-state.ts'

type By = { at: Instant; by: PersonId }

export type DirectoryEvent = By &
  (
    | { type: 'communeFounded'; unit: Unit }
    | { type: 'cellCreated'; unit: Unit }
    | { type: 'unitRenamed'; unit: UnitId; name: string }
    | { type: 'cellKindSet'; cell: UnitId; cellKind: CellKind }
    | { type: 'superiorAssigned'; cell: UnitId; person: PersonId | null }
    | { type: 'peopleAdded'; unit: UnitId; people: readonly RosterPerson[] }
    | ({ type: 'membershipAdded'; unit: UnitId; person: PersonId } & Membership)
    | {
        type: 'personChanged'
        unit: UnitId
        person: PersonId
        name: string
        birthYear?: number
        status: Status
        /** Absent: as it was. */
        probationFrom?: Day
      }
    | { type: 'memberRemoved'; unit: UnitId; person: PersonId }
    | { type: 'dutiesSet'; unit: UnitId; duties: readonly { person: PersonId; duties: readonly Duty[] }[] }
    | {
        type: 'deviceEnrolled'
        device: DeviceId
        person: PersonId
        signKey: string
        agreeKey: string
        label: string
      }
    | { type: 'deviceRevoked'; device: DeviceId }
    | { type: 'rosterChangeProposed'; proposal: RosterProposal }
    | { type: 'rosterChangeConfirmed'; proposal: string; on: Day }
    | { type: 'rosterChangeDeclined'; proposal: string; word: string }
  )

/** The directory after one more event; the old one is left as it was. */
export function foldDirectory(directory: Directory, event: DirectoryEvent): Directory {
  const { units, people, devices } = directory
  switch (event.type) {
    case 'communeFounded':
    case 'cellCreated':
      return touched({ ...directory, units: new Map(units).set(event.unit.id, event.unit) }, [event.unit.id])
    case 'unitRenamed': {
      const unit = units.get(event.unit)
      if (!unit) return directory
      const below = [...units.values()]
        .filter((u) => u.kind === 'cell' && u.parent === event.unit)
        .map((u) => u.id)
      const renamed = new Map(units).set(event.unit, { ...unit, name: event.name })
      return touched({ ...directory, units: renamed }, [event.unit, ...below])
    }
    case 'cellKindSet': {
      const unit = units.get(event.cell)
      if (unit?.kind !== 'cell') return directory
      const changed = { ...unit, cellKind: event.cellKind }
      return touched({ ...directory, units: new Map(units).set(unit.id, changed) }, [unit.id])
    }
    case 'superiorAssigned': {
      const assigned = new Map(directory.assigned)
      if (event.person === null) assigned.delete(event.cell)
      else assigned.set(event.cell, event.person)
      return touched({ ...directory, assigned }, [event.cell])
    }
    case 'peopleAdded': {
      const added = new Map(people)
      for (const { id, name, birthYear, status, duties, probationFrom } of event.people) {
        const since = probationFrom === undefined ? {} : { probationFrom }
        const memberships = new Map([[event.unit, membershipOf({ status, duties, ...since })]])
        added.set(id, { id, name, memberships, ...(birthYear === undefined ? {} : { birthYear }) })
      }
      return touched({ ...directory, people: added }, [event.unit])
    }
    case 'membershipAdded':
      return withMembership(directory, event.person, event.unit, membershipOf(event))
    case 'personChanged': {
      const person = people.get(event.person)
      const membership = person?.memberships.get(event.unit)
      if (!person || !membership) return directory
      const { birthYear: _, ...rest } = person
      const named = {
        ...rest,
        name: event.name,
        ...(event.birthYear === undefined ? {} : { birthYear: event.birthYear }),
      }
      const changed = { ...directory, people: new Map(people).set(person.id, named) }
      const { status, probationFrom } = event
      const since = probationFrom === undefined ? {} : { probationFrom }
      const next = membershipOf({ ...membership, status, ...since })
      const after = withMembership(changed, person.id, event.unit, next)
      return event.status === 'suspended' ? withoutSuperior(after, event.unit, person.id) : after
    }
    case 'memberRemoved': {
      const person = people.get(event.person)
      if (!person) return directory
      const memberships = new Map(person.memberships)
      memberships.delete(event.unit)
      const left = { ...directory, people: new Map(people).set(person.id, { ...person, memberships }) }
      return touched(withoutSuperior(left, event.unit, person.id), [event.unit])
    }
    case 'dutiesSet': {
      const changed = new Map(people)
      for (const { person: id, duties } of event.duties) {
        const person = changed.get(id)
        const membership = person?.memberships.get(event.unit)
        if (person && membership)
          changed.set(id, membershipSet(person, event.unit, { ...membership, duties }))
      }
      return touched({ ...directory, people: changed }, [event.unit])
    }
    case 'deviceEnrolled': {
      const { device: id, person, signKey, agreeKey, label, at } = event
      return {
        ...directory,
        devices: new Map(devices).set(id, { id, person, signKey, agreeKey, label, enrolledAt: at }),
      }
    }
    case 'deviceRevoked': {
      const device = devices.get(event.device)
      return device
        ? { ...directory, devices: new Map(devices).set(device.id, { ...device, revokedAt: event.at }) }
        : directory
    }
    case 'rosterChangeProposed':
      return withProposal(directory, event.proposal)
    case 'rosterChangeConfirmed': {
      const { proposal, on, by, at } = event
      return decided(directory, proposal, { is: 'confirmed', on, by, at })
    }
    case 'rosterChangeDeclined': {
      const { proposal, word, by, at } = event
      return decided(directory, proposal, { is: 'declined', word, by, at })
    }
    default:
      return event satisfies never
  }
}

const withProposal = (directory: Directory, proposal: RosterProposal): Directory => ({
  ...directory,
  proposals: new Map(directory.proposals).set(proposal.id, proposal),
})

function decided(directory: Directory, id: string, answer: RosterProposal['answer']): Directory {
  const proposal = directory.proposals.get(id)
  return proposal && answer ? withProposal(directory, { ...proposal, answer }) : directory
}

function withMembership(directory: Directory, id: PersonId, unit: UnitId, membership: Membership): Directory {
  const person = directory.people.get(id)
  if (!person) return directory
  const people = new Map(directory.people).set(id, membershipSet(person, unit, membership))
  const supervised = [...directory.assigned].filter(([, superior]) => superior === id).map(([cell]) => cell)
  return touched({ ...directory, people }, [...people.get(id)!.memberships.keys(), ...supervised])
}

/** [D15] Whoever leaves the commune committee, or is suspended there, is in charge of none of its cells any more. */
function withoutSuperior(directory: Directory, commune: UnitId, person: PersonId): Directory {
  const theirs = [...directory.assigned].filter(([cell, superior]) => {
    const unit = directory.units.get(cell)
    return superior === person && unit?.kind === 'cell' && unit.parent === commune
  })
  if (theirs.length === 0) return directory
  const assigned = new Map(directory.assigned)
  for (const [cell] of theirs) assigned.delete(cell)
  return touched(
    { ...directory, assigned },
    theirs.map(([cell]) => cell),
  )
}

function membershipSet(person: DirectoryPerson, unit: UnitId, membership: Membership): DirectoryPerson {
  return { ...person, memberships: new Map(person.memberships).set(unit, membership) }
}

function touched(directory: Directory, units: readonly UnitId[]): Directory {
  const rosterVersions = new Map(directory.rosterVersions)
  for (const unit of units) rosterVersions.set(unit, (rosterVersions.get(unit) ?? 0) + 1)
  return { ...directory, rosterVersions }
}
