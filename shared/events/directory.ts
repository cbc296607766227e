import * as v from 'valibot'
import { idSchema, type Instant, type PersonId } from '#shared/records/ids.ts'
import { daySchema } from '#shared/records/local-time.ts'
import {
  birthYearSchema,
  dutySchema,
  personNameSchema,
  rosterPersonSchema,
  statusSchema,
} from '#shared/records/person.ts'
import type { Duty } from '#shared/records/person.ts'
import { cellKindSchema, unitNameSchema } from '#shared/records/unit.ts'
import { may } from '#shared/rules/permissions.ts'
import { checked, no, yes, type DirectoryDecision, type DirectoryQuestion } from './directory-decision.ts'
import { activeDevicesOf, standingOf, type Directory } from './directory-state.ts'
import { decideImport, importRostersSchema } from './import-rosters.ts'
import { decideProposal, rosterProposalCommands } from './roster-proposals.ts'

const keySchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{87}$/))

/** Directory commands are given online only; ids are made by whoever asks, so that asking twice changes nothing. */
export const directoryCommandSchema = v.variant('do', [
  v.object({
    do: v.literal('createCell'),
    cell: idSchema,
    commune: idSchema,
    name: unitNameSchema,
    cellKind: cellKindSchema,
  }),
  v.object({ do: v.literal('renameUnit'), unit: idSchema, name: unitNameSchema }),
  v.object({ do: v.literal('setCellKind'), cell: idSchema, cellKind: cellKindSchema }),
  /** The member of the commune committee in charge of a cell; null: nobody for now. */
  v.object({ do: v.literal('assignSuperior'), cell: idSchema, person: v.nullable(idSchema) }),
  v.object({
    do: v.literal('addPeople'),
    unit: idSchema,
    people: v.pipe(v.array(rosterPersonSchema), v.minLength(1), v.maxLength(200)),
  }),
  /** Somebody already known, with a duty or membership in another unit as well: one enrolment serves all. */
  v.object({
    do: v.literal('addMembership'),
    unit: idSchema,
    person: idSchema,
    status: statusSchema,
    duties: v.array(dutySchema),
  }),
  v.object({
    do: v.literal('changePerson'),
    unit: idSchema,
    person: idSchema,
    name: personNameSchema,
    birthYear: v.optional(birthYearSchema),
    status: statusSchema,
    /** Since when he is on probation; absent: as it was. */
    probationFrom: v.optional(daySchema),
  }),
  v.object({ do: v.literal('removeMember'), unit: idSchema, person: idSchema }),
  v.object({
    do: v.literal('setDuties'),
    unit: idSchema,
    duties: v.array(v.object({ person: idSchema, duties: v.array(dutySchema) })),
  }),
  v.object({
    do: v.literal('enrolDevice'),
    device: idSchema,
    person: idSchema,
    signKey: keySchema,
    agreeKey: keySchema,
    label: v.pipe(v.string(), v.maxLength(60)),
  }),
  v.object({ do: v.literal('revokeDevice'), device: idSchema }),
  importRostersSchema,
  ...rosterProposalCommands,
])
export type DirectoryCommand = v.InferOutput<typeof directoryCommandSchema>

/** Made once, by the printed set-up link. */
export const foundingSchema = v.object({
  commune: idSchema,
  communeName: unitNameSchema,
  officer: idSchema,
  officerName: personNameSchema,
  device: idSchema,
  signKey: keySchema,
  agreeKey: keySchema,
  label: v.pipe(v.string(), v.maxLength(60)),
})
export type Founding = v.InferOutput<typeof foundingSchema>

/** Judges a directory command. @returns events, or a refusal from SPEC section D and the permission table */
export function decideDirectory(
  directory: Directory,
  command: DirectoryCommand,
  asked: DirectoryQuestion,
): DirectoryDecision {
  const { actor, at, ruleset } = asked
  const standing = (unit: string) => standingOf(directory, unit, actor)
  switch (command.do) {
    case 'createCell': {
      if (!may('createCell', standing(command.commune))) return no('notAllowed')
      if (directory.units.get(command.commune)?.kind !== 'commune') return no('notFound')
      if (directory.units.has(command.cell)) return yes()
      const { cell, commune, name, cellKind } = command
      return yes({
        type: 'cellCreated',
        at,
        by: actor,
        unit: { kind: 'cell', id: cell, parent: commune, name, cellKind },
      })
    }
    case 'renameUnit':
      if (!may('createCell', standing(command.unit))) return no('notAllowed')
      return yes({ type: 'unitRenamed', at, by: actor, unit: command.unit, name: command.name })
    case 'setCellKind': {
      const { cell, cellKind } = command
      if (!may('createCell', standing(cell))) return no('notAllowed')
      const unit = directory.units.get(cell)
      if (unit?.kind !== 'cell') return no('notFound')
      return unit.cellKind === cellKind ? yes() : yes({ type: 'cellKindSet', at, by: actor, cell, cellKind })
    }
    case 'assignSuperior': {
      const { cell, person } = command
      if (!may('assignSuperior', standing(cell))) return no('notAllowed')
      if (!maySuperviseCell(directory, cell, person)) return no('notFound')
      if ((directory.assigned.get(cell) ?? null) === person) return yes()
      return yes({ type: 'superiorAssigned', at, by: actor, cell, person })
    }
    case 'importRosters':
      return decideImport(directory, command, asked)
    case 'addPeople': {
      const dutiful = command.people.some((p) => p.duties.length > 0)
      if (!may(dutiful ? 'nameDuties' : 'editRoster', standing(command.unit))) return no('notAllowed')
      const fresh = command.people.filter((p) => !directory.people.has(p.id))
      if (fresh.length === 0) return yes()
      return checked(directory, command.unit, ruleset, {
        type: 'peopleAdded',
        at,
        by: actor,
        unit: command.unit,
        people: fresh,
      })
    }
    case 'addMembership': {
      const { unit, person, status, duties } = command
      if (!may(duties.length > 0 ? 'nameDuties' : 'editRoster', standing(unit))) return no('notAllowed')
      if (!knownInSameCommune(directory, unit, person)) return no('notFound')
      if (directory.people.get(person)?.memberships.has(unit)) return no('duplicatePerson')
      return checked(directory, unit, ruleset, {
        type: 'membershipAdded',
        at,
        by: actor,
        unit,
        person,
        status,
        duties,
      })
    }
    case 'changePerson': {
      const { unit, person, name, birthYear, status, probationFrom } = command
      if (!may('editRoster', standing(unit))) return no('notAllowed')
      const membership = directory.people.get(person)?.memberships.get(unit)
      if (!membership) return no('notFound')
      const suspends = status === 'suspended' && membership.status !== 'suspended'
      if (suspends && membership.duties.length > 0 && !may('nameDuties', standing(unit)))
        return no('notAllowed')
      const optional = {
        ...(birthYear === undefined ? {} : { birthYear }),
        ...(probationFrom === undefined ? {} : { probationFrom }),
      }
      return checked(directory, unit, ruleset, {
        type: 'personChanged',
        at,
        by: actor,
        unit,
        person,
        name,
        status,
        ...optional,
      })
    }
    case 'removeMember': {
      const { unit, person } = command
      if (!may('editRoster', standing(unit))) return no('notAllowed')
      const membership = directory.people.get(person)?.memberships.get(unit)
      if (!membership) return yes()
      if (membership.duties.length > 0 && !may('nameDuties', standing(unit))) return no('notAllowed')
      return checked(directory, unit, ruleset, { type: 'memberRemoved', at, by: actor, unit, person })
    }
    case 'setDuties': {
      if (!may('nameDuties', standing(command.unit))) return no('notAllowed')
      const here = command.duties.every((d) => directory.people.get(d.person)?.memberships.has(command.unit))
      if (!here) return no('notFound')
      return checked(directory, command.unit, ruleset, {
        type: 'dutiesSet',
        at,
        by: actor,
        unit: command.unit,
        duties: command.duties,
      })
    }
    case 'proposeRosterChange':
    case 'confirmRosterChange':
    case 'declineRosterChange':
      return decideProposal(directory, command, asked)
    case 'enrolDevice': {
      const { device, person, signKey, agreeKey, label } = command
      if (!mayInvite(directory, actor, person)) return no('notAllowed')
      if (directory.devices.has(device)) return no('alreadyExists')
      if (activeDevicesOf(directory, person).length >= ruleset.devicesPerPerson.value)
        return no('tooManyDevices')
      return yes({ type: 'deviceEnrolled', at, by: actor, device, person, signKey, agreeKey, label })
    }
    case 'revokeDevice': {
      const device = directory.devices.get(command.device)
      if (!device || !mayRevoke(directory, actor, device.person)) return no('notFound')
      return device.revokedAt === undefined
        ? yes({ type: 'deviceRevoked', at, by: actor, device: device.id })
        : yes()
    }
    default:
      return command satisfies never
  }
}

/** [D1] The set-up link founds the commune with its first officer and his phone, once. */
export function decideFounding(directory: Directory, founding: Founding, at: Instant): DirectoryDecision {
  if (directory.units.size > 0) return no('alreadyExists')
  const { commune, communeName, officer, officerName, device, signKey, agreeKey, label } = founding
  const duties: Duty[] = ['officer']
  const person = { id: officer, name: officerName, status: 'official' as const, duties }
  return yes(
    { type: 'communeFounded', at, by: officer, unit: { kind: 'commune', id: commune, name: communeName } },
    { type: 'peopleAdded', at, by: officer, unit: commune, people: [person] },
    { type: 'deviceEnrolled', at, by: officer, device, person: officer, signKey, agreeKey, label },
  )
}

/** [P16] Whether somebody may let this person's phone in: officer above, secretary or deputy of a cell of his, or he himself. */
export function mayInvite(directory: Directory, actor: PersonId, person: PersonId): boolean {
  return unitsOf(directory, person).some((unit) =>
    may('invite', standingOf(directory, unit, actor), actor === person ? ['self'] : []),
  )
}

/** [P18] */
export function mayRevoke(directory: Directory, actor: PersonId, person: PersonId): boolean {
  if (actor === person) return true
  return unitsOf(directory, person).some((unit) => may('revokeDevice', standingOf(directory, unit, actor)))
}

/** [P17] */
export function maySeeDevices(directory: Directory, actor: PersonId, person: PersonId): boolean {
  if (actor === person) return true
  return unitsOf(directory, person).some((unit) => may('seeDevices', standingOf(directory, unit, actor)))
}

function unitsOf(directory: Directory, person: PersonId): string[] {
  return [...(directory.people.get(person)?.memberships.keys() ?? [])]
}

/** [D15] Only a member of the commune committee above a cell is put in charge of it; nobody at all may be. */
function maySuperviseCell(directory: Directory, cell: string, person: PersonId | null): boolean {
  const unit = directory.units.get(cell)
  if (unit?.kind !== 'cell') return false
  const membership = person === null ? null : directory.people.get(person)?.memberships.get(unit.parent)
  return person === null || (membership !== undefined && membership?.status !== 'suspended')
}

function knownInSameCommune(directory: Directory, unit: string, person: PersonId): boolean {
  const communeOf = (id: string) => {
    const u = directory.units.get(id)
    return u?.kind === 'cell' ? u.parent : u?.id
  }
  return unitsOf(directory, person).some((u) => communeOf(u) === communeOf(unit))
}
