import type { ImportRosters } from '#shared/events/import-rosters.ts'
import type { PersonId, UnitId } from '#shared/records/ids.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { CellKind } from '#shared/records/unit.ts'
import type { Comparison, Listed } from '#shared/rules/compare-rosters.ts'
import { dutiesRefusal } from '#shared/rules/duties.ts'
import { cellKey } from '#shared/rules/name-key.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'
import { kindFromName } from './cell-kind.ts'
import type { ReadPerson } from './read-list.ts'

/** A cell as the list calls it, and which it is: one of the book, or a new one with an id of its own. */
export type ListedCell = {
  key: string
  name: string
  people: number
  known: UnitId | null
  fresh: { id: UnitId; name: string; cellKind: CellKind }
}
/** What a person said yes to. `other`: not moved, another person of that name. */
export type Yes = { moved: ReadonlyMap<PersonId, 'move' | 'other'>; left: ReadonlySet<PersonId> }

/** The cells a list names, each with the cell of the book that is called alike. */
export function cellsOf(
  people: readonly ReadPerson[],
  rosters: readonly Roster[],
  newId: () => UnitId,
): ListedCell[] {
  const cells = new Map<string, ListedCell>()
  for (const { cellName } of people) {
    if (cellName === null) continue
    const key = cellKey(cellName)
    const there = cells.get(key)
    if (there) there.people += 1
    else {
      const known = rosters.find((r) => cellKey(r.unit.name) === key)?.unit.id ?? null
      const name = /^chi bộ/iu.test(cellName) ? cellName : `Chi bộ ${cellName}`
      const fresh = { id: newId(), name, cellKind: kindFromName(name) }
      cells.set(key, { key, name: cellName, people: 1, known, fresh })
    }
  }
  return [...cells.values()]
}

/** The book's cells and, empty, the list's new ones. */
export function rostersWith(
  cells: readonly ListedCell[],
  rosters: readonly Roster[],
  commune: UnitId,
): Roster[] {
  const fresh = cells
    .filter((c) => c.known === null)
    .map(({ fresh: { id, name, cellKind } }): Roster => ({
      ...{ lineage: rosters[0]?.lineage ?? '', version: 1, issuedAt: 0, people: [] },
      unit: { kind: 'cell', id, parent: commune, name, cellKind },
    }))
  return [...rosters, ...fresh]
}

/** People under the ids of their cells, as they are compared with the book. */
export function listedIn(people: readonly ReadPerson[], cells: readonly ListedCell[]): Listed[] {
  const ids = new Map(cells.map(({ key, known, fresh }) => [key, known ?? fresh.id]))
  return people.flatMap(({ cellName, ...person }) => {
    const cell = cellName === null ? undefined : ids.get(cellKey(cellName))
    return cell === undefined ? [] : [{ ...person, cell }]
  })
}

/** What the server is asked to do, whole: what the list adds and changes, and what a person said yes to besides. */
export function commandFrom(
  comparison: Comparison,
  {
    commune,
    cells,
    yes,
    newId,
  }: { commune: UnitId; cells: readonly ListedCell[]; yes: Yes; newId: () => PersonId },
): ImportRosters {
  const { moved, others } = sorted(comparison, yes)
  const added = [...comparison.added, ...others.map((m) => ({ cell: m.to, person: m.stranger }))]
  return {
    do: 'importRosters',
    commune,
    cells: cells.filter((c) => c.known === null).map((c) => c.fresh),
    added: added.map(({ cell, person }) => ({ cell, person: { id: newId(), ...person } })),
    changed: comparison.changed
      .filter((c) => !yes.left.has(c.person.id))
      .map(({ cell, person, status, duties }) => ({ cell, person: person.id, status, duties: [...duties] })),
    moved: moved.map(({ from, to, person, status, duties }) => ({
      ...{ from, to, person: person.id, status, duties: [...duties] },
    })),
    left: comparison.left
      .filter((l) => yes.left.has(l.person.id))
      .map(({ cell, person }) => ({ cell, person: person.id })),
  }
}

/** How many things a command does; 0: nothing to do. */
export const countOf = ({ cells, added, changed, moved, left }: ImportRosters): number =>
  cells.length + added.length + changed.length + moved.length + left.length

/** Which cells would break a rule about duties, as the rosters would stand. */
export function refusalsOf(
  command: ImportRosters,
  rosters: readonly Roster[],
  ruleset: Ruleset,
): { cell: UnitId; refusal: Refusal }[] {
  return rosters.flatMap((roster) => {
    const refusal = dutiesRefusal({ ...roster, people: peopleAfter(command, roster, rosters) }, ruleset)
    return refusal ? [{ cell: roster.unit.id, refusal }] : []
  })
}

function peopleAfter(
  command: ImportRosters,
  { unit, people }: Roster,
  rosters: readonly Roster[],
): RosterPerson[] {
  const everybody = new Map(rosters.flatMap((r) => r.people.map((p) => [p.id, p] as const)))
  const gone = new Set([
    ...command.left.filter((l) => l.cell === unit.id).map((l) => l.person),
    ...command.moved.filter((m) => m.from === unit.id).map((m) => m.person),
  ])
  const changes = new Map(command.changed.filter((c) => c.cell === unit.id).map((c) => [c.person, c]))
  const stay = people.filter((p) => !gone.has(p.id)).map((p) => ({ ...p, ...pick(changes.get(p.id)) }))
  const come = command.moved.flatMap((m) => {
    const person = m.to === unit.id ? everybody.get(m.person) : undefined
    return person ? [{ ...person, status: m.status, duties: m.duties }] : []
  })
  return [...stay, ...come, ...command.added.filter((a) => a.cell === unit.id).map((a) => a.person)]
}

const pick = (change: ImportRosters['changed'][number] | undefined) =>
  change ? { status: change.status, duties: change.duties } : {}

function sorted({ moved }: Comparison, yes: Yes) {
  return {
    moved: moved.filter((m) => yes.moved.get(m.person.id) === 'move'),
    others: moved.filter((m) => yes.moved.get(m.person.id) === 'other'),
  }
}
