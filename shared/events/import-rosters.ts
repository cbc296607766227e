import * as v from 'valibot'
import { idSchema, type Instant, type PersonId, type UnitId } from '#shared/records/ids.ts'
import { dutySchema, rosterPersonSchema, statusSchema } from '#shared/records/person.ts'
import { cellKindSchema, unitNameSchema } from '#shared/records/unit.ts'
import { may } from '#shared/rules/permissions.ts'
import {
  no,
  rosterRefusal,
  yes,
  type DirectoryDecision,
  type DirectoryQuestion,
} from './directory-decision.ts'
import { foldDirectory, type DirectoryEvent } from './directory-events.ts'
import { membershipOf, standingOf, type Directory } from './directory-state.ts'

/** Most people one import names; a commune has 1,300. */
export const MOST_IMPORTED = 2000

const dutiesSchema = v.array(dutySchema)
const listOf = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(MOST_IMPORTED))

/**
 * [D16] A list of several cells as one command: all of it or nothing. It says what is to become of each person, so that
 * the same list again changes nothing.
 */
export const importRostersSchema = v.object({
  do: v.literal('importRosters'),
  commune: idSchema,
  cells: listOf(v.object({ id: idSchema, name: unitNameSchema, cellKind: cellKindSchema })),
  added: listOf(v.object({ cell: idSchema, person: rosterPersonSchema })),
  changed: listOf(v.object({ cell: idSchema, person: idSchema, status: statusSchema, duties: dutiesSchema })),
  moved: listOf(
    v.object({
      from: idSchema,
      to: idSchema,
      person: idSchema,
      status: statusSchema,
      duties: dutiesSchema,
    }),
  ),
  left: listOf(v.object({ cell: idSchema, person: idSchema })),
})
export type ImportRosters = v.InferOutput<typeof importRostersSchema>

/** Events stay as small as those of a list typed by hand. */
const PIECE = 200

/** [P21] [D16] Judges a whole import: rules about duties are asked of the rosters as they stand after all of it. */
export function decideImport(
  directory: Directory,
  asked: ImportRosters,
  { actor, at, ruleset }: DirectoryQuestion,
): DirectoryDecision {
  if (!may('importRosters', standingOf(directory, asked.commune, actor))) return no('notAllowed')
  if (directory.units.get(asked.commune)?.kind !== 'commune') return no('notFound')
  const { added, changed, moved, left } = asked
  if (added.length + changed.length + moved.length + left.length > MOST_IMPORTED) return no('tooLarge')

  const course = new Course(directory, { at, by: actor })
  createCells(course, asked)
  if (!allAreCellsOf(course.after, asked)) return no('notFound')
  if (!changed.every(({ cell, person }) => membershipIn(directory, cell, person))) return no('notFound')
  takeOut(course, asked)
  move(course, asked)
  setStatuses(course, asked)
  add(course, asked)
  setDuties(course, asked)
  for (const unit of course.touched) {
    const refusal = rosterRefusal(course.after, unit, ruleset)
    if (refusal) return no(refusal)
  }
  return yes(...course.events)
}

/** What has happened so far, and the directory as it stands after it. */
class Course {
  after: Directory
  readonly by: { at: Instant; by: PersonId }
  readonly events: DirectoryEvent[] = []
  readonly touched = new Set<UnitId>()

  constructor(directory: Directory, by: { at: Instant; by: PersonId }) {
    this.after = directory
    this.by = by
  }

  happens(unit: UnitId, event: DirectoryEvent): void {
    this.after = foldDirectory(this.after, event)
    this.events.push(event)
    this.touched.add(unit)
  }
}

function createCells(course: Course, { cells, commune }: ImportRosters): void {
  for (const { id, name, cellKind } of cells) {
    if (course.after.units.has(id)) continue
    const unit = { kind: 'cell', id, parent: commune, name, cellKind } as const
    course.happens(id, { type: 'cellCreated', ...course.by, unit })
  }
}

function allAreCellsOf(
  directory: Directory,
  { commune, added, changed, moved, left }: ImportRosters,
): boolean {
  const named = [...added, ...changed, ...left].map((p) => p.cell)
  return [...named, ...moved.flatMap((m) => [m.from, m.to])].every((id) => {
    const unit = directory.units.get(id)
    return unit?.kind === 'cell' && unit.parent === commune
  })
}

function takeOut(course: Course, { left }: ImportRosters): void {
  for (const { cell, person } of left)
    if (membershipIn(course.after, cell, person))
      course.happens(cell, { type: 'memberRemoved', ...course.by, unit: cell, person })
}

/** [D17] Entering comes first, so that at no step the person is nobody's. Whoever is there already moved before. */
function move(course: Course, { moved }: ImportRosters): void {
  for (const { from, to, person, status, duties } of moved) {
    if (from === to || !membershipIn(course.after, from, person)) continue
    const since = membershipIn(course.after, from, person)?.probationFrom
    const membership = membershipOf({ status, duties, ...(since ? { probationFrom: since } : {}) })
    if (!membershipIn(course.after, to, person))
      course.happens(to, { type: 'membershipAdded', ...course.by, unit: to, person, ...membership })
    course.happens(from, { type: 'memberRemoved', ...course.by, unit: from, person })
  }
}

function setStatuses(course: Course, { changed }: ImportRosters): void {
  for (const { cell: unit, person: id, status } of changed) {
    const person = course.after.people.get(id)
    if (!person || person.memberships.get(unit)?.status === status) continue
    const { name, birthYear } = person
    const named = birthYear === undefined ? { name } : { name, birthYear }
    course.happens(unit, { type: 'personChanged', ...course.by, unit, person: id, ...named, status })
  }
}

function add(course: Course, { added }: ImportRosters): void {
  const fresh = added.filter(({ person }) => !course.after.people.has(person.id))
  for (const [unit, list] of byCell(fresh))
    for (let i = 0; i < list.length; i += PIECE) {
      const people = list.slice(i, i + PIECE).map(({ person }) => person)
      course.happens(unit, { type: 'peopleAdded', ...course.by, unit, people })
    }
}

function setDuties(course: Course, { changed }: ImportRosters): void {
  for (const [unit, list] of byCell(changed)) {
    const duties = list
      .filter((c) => !sameDuties(membershipIn(course.after, unit, c.person)?.duties ?? [], c.duties))
      .map(({ person, duties }) => ({ person, duties }))
    if (duties.length > 0) course.happens(unit, { type: 'dutiesSet', ...course.by, unit, duties })
  }
}

const membershipIn = (directory: Directory, unit: UnitId, person: string) =>
  directory.people.get(person)?.memberships.get(unit)

const sameDuties = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((duty) => b.includes(duty))

function byCell<T extends { cell: UnitId }>(list: readonly T[]): Map<UnitId, T[]> {
  const cells = new Map<UnitId, T[]>()
  for (const item of list) cells.set(item.cell, [...(cells.get(item.cell) ?? []), item])
  return cells
}
