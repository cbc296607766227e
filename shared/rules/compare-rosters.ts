import type { PersonId, UnitId } from '#shared/records/ids.ts'
import type { Duty, RosterPerson, Status } from '#shared/records/person.ts'
import type { Roster } from '#shared/records/roster.ts'
import { dutiesAfter } from './listed-duties.ts'
import { nameKey } from './name-key.ts'

/** Where a person stands in a list, for people to find it again: the sheet, and the row as the sheet counts. */
export type Place = { sheet: string; row: number }
/** One person as a list has him. What the list is silent about is missing. */
export type Listed = {
  at: Place
  cell: UnitId
  name: string
  birthYear?: number
  status?: Status
  duties?: readonly Duty[]
}

export type Doubt =
  /** The same name again in the same cell, and nothing tells the two apart. */
  | { at: Place; name: string; why: 'twice' | 'twoCells'; other: Place }
  /** Two of this name here, and this one without a birth year; or the book has several, or one without a year. */
  | { at: Place; name: string; why: 'needsYear' | 'severalInBook' | 'needsYearInBook' }

export type NewPerson = Omit<RosterPerson, 'id'>
export type Change = { cell: UnitId; person: RosterPerson; status: Status; duties: readonly Duty[] }
/** `isSure`: name and birth year are equal. `stranger`: who he is if he is another person. */
export type Move = { at: Place; from: UnitId; to: UnitId; isSure: boolean; stranger: NewPerson } & Omit<
  Change,
  'cell'
>
export type Comparison = {
  /** How many of the list are in the book just as they are. */
  same: number
  added: readonly { at: Place; cell: UnitId; person: NewPerson }[]
  changed: readonly Change[]
  /** Somebody of that name is in another cell: he moved, or it is another person. */
  moved: readonly Move[]
  /** In the book of a cell the list has, and not in the list. */
  left: readonly { cell: UnitId; person: RosterPerson }[]
  doubtful: readonly Doubt[]
}

type Found = { listed: Listed; person: RosterPerson }
type InBook = { cell: UnitId; person: RosterPerson }
/** List and book by name, so that two thousand people are compared with their namesakes only. */
type Names = { inList: (of: Named) => readonly Listed[]; inBook: (of: Named) => readonly InBook[] }
type Named = { name: string; birthYear?: number | undefined }

/**
 * Compares a list with the book, person by person. Nothing is decided here: moves and leavers happen only when a person
 * says so, and what the list is silent about stays as it is. The same list again finds nothing to do.
 * @param rosters of all cells of the commune, new ones empty
 */
export function compareRosters(list: readonly Listed[], rosters: readonly Roster[]): Comparison {
  const names = namesOf(list, rosters)
  const doubtful: Doubt[] = []
  const taken = new Set<PersonId>()
  const found: Found[] = []
  const strangers: Listed[] = []
  const clear = withoutDoubles(list, names, doubtful)
  const ofCell = (listed: Listed) => names.inList(listed).filter((l) => l.cell === listed.cell)
  for (const listed of yearsFirst(clear)) {
    const here = names
      .inBook(listed)
      .filter(({ cell, person }) => cell === listed.cell && isAlike(listed, person) && !taken.has(person.id))
      .map(({ person }) => person)
    const person = theOne(listed, here)
    if (here.length === 0) strangers.push(listed)
    else if (!person) doubtful.push({ ...placeOf(listed), why: 'severalInBook' })
    else if (isClaimedTwice(listed, person, ofCell(listed)))
      doubtful.push({ ...placeOf(listed), why: 'needsYearInBook' })
    else {
      taken.add(person.id)
      found.push({ listed, person })
    }
  }
  const unclear = inDoubt(doubtful, list, names)
  const { added, moved } = comeFrom(strangers, { names, taken, unclear, doubtful })
  const changed = changesOf(found, { rosters, list: clear })
  const matched = new Set(found.map((f) => f.person.id))
  const mentioned = new Set([...taken, ...inDoubt(doubtful, list, names)])
  return {
    same: found.length - changed.filter((c) => matched.has(c.person.id)).length,
    added,
    changed,
    moved,
    left: leaversOf(list, rosters, mentioned),
    doubtful,
  }
}

/** Who is in the list twice is named, and only the first of them goes on. */
function withoutDoubles(list: readonly Listed[], names: Names, doubtful: Doubt[]): Listed[] {
  const places = new Map(list.map((listed, i) => [listed, i]))
  const isEarlier = (a: Listed, b: Listed) => (places.get(a) ?? 0) < (places.get(b) ?? 0)
  return list.filter((listed) => {
    const others = names.inList(listed).filter((other) => other !== listed)
    const here = others.filter((other) => other.cell === listed.cell)
    const sameYear = (other: Listed) => other.birthYear === listed.birthYear && isEarlier(other, listed)
    const twice = here.find(sameYear)
    const elsewhere = listed.birthYear === undefined ? undefined : others.find(sameYear)
    if (twice) doubtful.push({ ...placeOf(listed), why: 'twice', other: twice.at })
    else if (elsewhere) doubtful.push({ ...placeOf(listed), why: 'twoCells', other: elsewhere.at })
    else if (listed.birthYear === undefined && here.some((o) => o.birthYear !== undefined))
      doubtful.push({ ...placeOf(listed), why: 'needsYear' })
    else return true
    return false
  })
}

/** `unclear`: whom a doubtful row may mean. Nobody takes them away to another cell. */
type Around = { names: Names; taken: Set<PersonId>; unclear: ReadonlySet<PersonId>; doubtful: Doubt[] }

/** Who has no namesake in his cell came from another, or is new. */
function comeFrom(
  strangers: readonly Listed[],
  { names, taken, unclear, doubtful }: Around,
): Pick<Comparison, 'added' | 'moved'> {
  const added: Comparison['added'][number][] = []
  const moved: Move[] = []
  for (const listed of strangers) {
    const elsewhere = names
      .inBook(listed)
      .filter(({ cell, person }) => cell !== listed.cell && isAlike(listed, person) && !taken.has(person.id))
    const { at, cell: to } = listed
    const [one, ...more] = elsewhere
    if (!one) added.push({ at, cell: to, person: newPerson(listed, names) })
    else if (more.length > 0 || unclear.has(one.person.id))
      doubtful.push({ ...placeOf(listed), why: 'severalInBook' })
    else if (isClaimedTwice(listed, one.person, names.inList(listed)))
      doubtful.push({ ...placeOf(listed), why: 'needsYearInBook' })
    else {
      const { person, cell: from } = one
      taken.add(person.id)
      const isSure = listed.birthYear !== undefined && listed.birthYear === person.birthYear
      const status = listed.status ?? person.status
      const stranger = newPerson(listed, names)
      moved.push({ at, from, to, person, isSure, status, duties: listed.duties ?? [], stranger })
    }
  }
  return { added, moved }
}

/** A new person as the roster will have him. Of birth years only those are kept that tell two people apart. */
function newPerson(listed: Listed, names: Names): NewPerson {
  const { name, birthYear, status = 'official', duties = [] } = listed
  const isNeeded = names.inList(listed).length > 1 || names.inBook(listed).length > 0
  const year = isNeeded && birthYear !== undefined ? { birthYear } : {}
  return { name, status, duties: [...duties], ...year }
}

/** Also of people the list does not name: a lead that goes to another leaves them. */
function changesOf(
  found: readonly Found[],
  { rosters, list }: { rosters: readonly Roster[]; list: readonly Listed[] },
): Change[] {
  const listedAs = new Map(found.map((f) => [f.person.id, f.listed]))
  return coveredBy(list, rosters).flatMap(({ cell, person }) => {
    const ofCell = list.filter((l) => l.cell === cell)
    const listed = listedAs.get(person.id)
    const duties = dutiesAfter(person.duties, listed ?? {}, ofCell)
    const status = listed?.status ?? person.status
    const isSame = status === person.status && sameDuties(duties, person.duties)
    return isSame ? [] : [{ cell, person, status, duties }]
  })
}

const leaversOf = (list: readonly Listed[], rosters: readonly Roster[], mentioned: ReadonlySet<PersonId>) =>
  coveredBy(list, rosters).filter(({ person }) => !mentioned.has(person.id))

/** Everybody in the book of the cells a list has. */
function coveredBy(list: readonly Listed[], rosters: readonly Roster[]): InBook[] {
  const cells = new Set(list.map((l) => l.cell))
  return allOf(rosters).filter(({ cell }) => cells.has(cell))
}

/** Whom a doubtful row may mean has not left. */
function inDoubt(doubtful: readonly Doubt[], list: readonly Listed[], names: Names): Set<PersonId> {
  const places = new Set(doubtful.map((d) => d.at))
  const meant = list
    .filter(({ at }) => places.has(at))
    .flatMap((listed) => names.inBook(listed).filter(({ person }) => isAlike(listed, person)))
  return new Set(meant.map(({ person }) => person.id))
}

/** Rows whose year tells them apart choose first; the others take what is left. */
const yearsFirst = (list: readonly Listed[]): Listed[] => [
  ...list.filter((l) => l.birthYear !== undefined),
  ...list.filter((l) => l.birthYear === undefined),
]

function theOne(listed: Listed, alike: readonly RosterPerson[]): RosterPerson | null {
  const exact = alike.filter((p) => p.birthYear === listed.birthYear)
  const [one = null, ...more] = exact.length > 0 ? exact : alike
  return more.length === 0 ? one : null
}

/** The book has one without a year, and the list two of this name whom only the year tells apart. */
function isClaimedTwice(listed: Listed, person: RosterPerson, namesakes: readonly Listed[]): boolean {
  if (person.birthYear === listed.birthYear) return false
  return namesakes.some((l) => l !== listed && l.birthYear !== listed.birthYear && isAlike(l, person))
}

function namesOf(list: readonly Listed[], rosters: readonly Roster[]): Names {
  const [inList, inBook] = [new Map<string, Listed[]>(), new Map<string, InBook[]>()]
  for (const listed of list) put(inList, nameKey(listed.name), listed)
  for (const known of allOf(rosters)) put(inBook, nameKey(known.person.name), known)
  return {
    inList: ({ name }) => inList.get(nameKey(name)) ?? [],
    inBook: ({ name }) => inBook.get(nameKey(name)) ?? [],
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key)
  if (there) there.push(value)
  else map.set(key, [value])
}

const allOf = (rosters: readonly Roster[]): InBook[] =>
  rosters.flatMap((r) => r.people.map((person) => ({ cell: r.unit.id, person })))
const placeOf = ({ at, name }: Listed) => ({ at, name })
/** Names are alike already; years that are both known must be equal. */
const isAlike = (a: Named, b: Named): boolean =>
  a.birthYear === undefined || b.birthYear === undefined || a.birthYear === b.birthYear
const sameDuties = (a: readonly Duty[], b: readonly Duty[]): boolean =>
  a.length === b.length && a.every((duty) => b.includes(duty))
