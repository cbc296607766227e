import { birthYearIn, dutiesIn, statusIn } from '#client/i18n/list-words.ts'
import type { Duty, Status } from '#shared/records/person.ts'
import type { Place } from '#shared/rules/compare-rosters.ts'
import { isInOldFont, looksLikeAName } from './contents.ts'
import { cellNameIn, kindOfRow, withoutShouting } from './list-rows.ts'
import type { Recognised } from './recognise.ts'
import { columnName, isFilled, type Field } from './sheet.ts'

/** A row as it was understood; `cellName` is what the list calls the cell, null when a person has to say which it is. */
export type ReadPerson = {
  at: Place
  cellName: string | null
  name: string
  birthYear?: number
  status?: Status
  duties?: readonly Duty[]
}
/** What is wrong with one cell of the sheet: the row is not taken over, or (`badYear`) without its year. */
export type BadCell = {
  at: Place
  column: string
  why: 'noName' | 'oldFont' | 'badStatus' | 'noCell' | 'badYear'
  text: string
}
export type ReadList = {
  people: readonly ReadPerson[]
  bad: readonly BadCell[]
  /** Duties the book does not keep, and how many have them. */
  otherDuties: ReadonlyMap<string, number>
}

/**
 * Reads the people of a sheet, from each row only the fields a roster has.
 * @param oneCell the cell a person said it is, for lists that do not tell
 */
export function readList(
  { sheet, first, columns, cellFrom, title }: Recognised,
  oneCell: string | null = null,
): ReadList {
  const people: ReadPerson[] = []
  const bad: BadCell[] = []
  const otherDuties = new Map<string, number>()
  const isIn = (field: Field) => columns.flatMap((c, i) => (c.field === field ? [i] : []))
  const cellColumn = isIn('cell')[0]
  let cell: string | null = {
    ...{ column: null, sections: null, title, one: oneCell },
    sheetName: cellOfSheet(sheet.name),
  }[cellFrom]

  for (const [index, row] of sheet.rows.entries()) {
    if (index < first) continue
    const kind = kindOfRow(row)
    if (kind.is === 'end') break
    if (kind.is === 'section' && cellFrom === 'sections') cell = kind.cell
    if (kind.is !== 'person') continue
    const at = { sheet: sheet.name, row: index + 1 }
    const text = (field: Field) =>
      isIn(field)
        .map((c) => row[c]?.trim() ?? '')
        .find(isFilled) ?? ''
    // A cell that reaches down over several rows stands in the first of them.
    if (cellFrom === 'column' && cellColumn !== undefined && isFilled(row[cellColumn] ?? ''))
      cell = tidyCell(row[cellColumn] ?? '')
    const read = readRow({ text, has: (field) => isIn(field).length > 0 }, (field, why) => {
      const column = isIn(field)[0]
      bad.push({ at, column: column === undefined ? '' : columnName(column), why, text: text(field) })
    })
    if (!read) continue
    if (cellFrom !== 'one' && cell === null) {
      bad.push({
        at,
        column: cellColumn === undefined ? '' : columnName(cellColumn),
        why: 'noCell',
        text: read.name,
      })
      continue
    }
    for (const duty of read.others) otherDuties.set(duty, (otherDuties.get(duty) ?? 0) + 1)
    const { others: _, ...person } = read
    people.push({ at, cellName: cell, ...person })
  }
  return { people, bad, otherDuties }
}

type ReadRow = Omit<ReadPerson, 'at' | 'cellName'> & { others: string[] }

function readRow(
  { text, has }: { text: (field: Field) => string; has: (field: Field) => boolean },
  isBad: (field: Field, why: BadCell['why']) => void,
): ReadRow | null {
  const [family, given] = [text('familyName'), text('givenName')]
  const written = text('name') || `${family} ${given}`.trim()
  if (written === '' && ['status', 'duty', 'birth'].every((field) => text(field as Field) === '')) return null
  const nameField = text('name') || !family ? 'name' : 'familyName'
  if (isInOldFont(written)) return (isBad(nameField, 'oldFont'), null)
  const name = tidyName(written)
  if (!looksLikeAName(name)) return (isBad(nameField, 'noName'), null)

  const status = statusIn(text('status'))
  if (text('status') !== '' && status === null) return (isBad('status', 'badStatus'), null)
  const birthYear = birthYearIn(text('birth'))
  if (text('birth') !== '' && birthYear === null) isBad('birth', 'badYear')
  const { duties, others } = dutiesIn(text('duty'))
  const said = status ?? statusByMarks(text, has)
  return {
    ...{ name, others },
    ...(birthYear === null ? {} : { birthYear }),
    ...(said === null ? {} : { status: said }),
    ...(duties.length > 0 ? { duties } : {}),
  }
}

/** Where official members have the day they became one, the others have none yet. */
function statusByMarks(text: (field: Field) => string, has: (field: Field) => boolean): Status | null {
  if (text('exemptMark') !== '') return 'exempt'
  if (text('probationaryMark') !== '') return 'probationary'
  if (text('officialDate') !== '') return 'official'
  return has('officialDate') ? 'probationary' : null
}

/** Without a number before it and a remark behind it. */
function tidyName(written: string): string {
  const name = written
    .normalize('NFC')
    .replace(/^\d{1,4}\s*[.):-]?\s*/u, '')
    .replace(/\s*\(.*\)\s*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return withoutShouting(name)
}

const tidyCell = (text: string): string =>
  cellNameIn(text) ?? withoutShouting(text.normalize('NFC').replace(/\s+/gu, ' ').trim())

const cellOfSheet = (name: string): string => tidyCell(name.replace(/^\d+\s*[.)-]\s*/u, ''))
