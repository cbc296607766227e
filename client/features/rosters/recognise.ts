import type { Sheet } from '#client/data/list-file.ts'
import { plain } from '#client/i18n/names.ts'
import { areDates, areMarks, fieldByContents, looksLikeAName } from './contents.ts'
import { headingOf, type Kept } from './headings.ts'
import { cellNameIn, kindOfRow } from './list-rows.ts'
import { cellAt, filledIn, isFilled, type CellSource, type Field, type Mapping } from './sheet.ts'

/** How sure the app is: heading and contents agree, one of them says so, nothing does. */
export type Sureness = 'both' | 'heading' | 'contents' | 'nothing'
export type Column = {
  heading: string
  field: Field
  sure: Sureness
  kept?: Kept
  samples: readonly string[]
}
export type Recognised = {
  sheet: Sheet
  /** First row below the header. */
  first: number
  columns: readonly Column[]
  cellFrom: CellSource
  /** The cell that the lines above the header name. */
  title: string | null
  /** Whether people stand in it at all: a file has other sheets too. */
  isList: boolean
  /** Equal for lists of the same form, so that a correction is made once. */
  signature: string
}

const HEADER_WITHIN = 40
const SAMPLES = 3
const NAMES: readonly (Field | undefined)[] = ['name', 'familyName', 'givenName']

/** Proposes how a sheet is to be read: where its header is, and what each column holds by heading and by contents. */
export function recognise(sheet: Sheet): Recognised {
  const { rows } = sheet
  const top = headerRow(rows)
  const isTwoRows = top !== null && isSubHeader(rows, top)
  const first = top === null ? firstPerson(rows) : top + (isTwoRows ? 2 : 1)
  const data = peopleRows(rows, first)
  const width = Math.max(0, ...rows.slice(0, first + 50).map((row) => row.length))
  const columns = settled(
    Array.from({ length: width }, (_, column) => {
      const values = data.map((row) => row[column] ?? '')
      const heading = top === null ? '' : headingAt(rows, top, { column, isTwoRows })
      return { ...columnFrom(heading, values), samples: values.filter(isFilled).slice(0, SAMPLES), values }
    }),
  )
  const title = rows
    .slice(0, top ?? first)
    .flatMap((row) => filledIn(row).flatMap((c) => cellNameIn(c) ?? []))
  const names = columns.some((c) => NAMES.includes(c.field))
  return {
    ...{ sheet, first, columns, isList: names && data.length > 0, title: title.at(-1) ?? null },
    cellFrom: cellSource(sheet, columns, { first, title: title.at(-1) ?? null }),
    signature: signatureOf(columns),
  }
}

/** A correction of the same form of list, remembered, goes before what the app would propose. */
export function mapped(recognised: Recognised, mapping: Mapping | null): Recognised {
  if (!mapping || mapping.columns.length !== recognised.columns.length) return recognised
  const columns = recognised.columns.map((column, i) => ({
    ...column,
    field: mapping.columns[i] ?? column.field,
  }))
  return { ...recognised, columns, cellFrom: mapping.cellFrom }
}

function headerRow(rows: Sheet['rows']): number | null {
  let best: { row: number; hits: number } | null = null
  for (let row = 0; row < Math.min(rows.length, HEADER_WITHIN); row++) {
    const known = filledIn(rows[row] ?? []).map((cell) => headingOf(cell)?.field)
    const hits = known.filter((field) => field !== undefined).length
    const isHeader = known.some((field) => NAMES.includes(field)) && filledIn(rows[row] ?? []).length >= 2
    if (isHeader && hits > (best?.hits ?? 0)) best = { row, hits }
  }
  return best?.row ?? null
}

/** The second row of a header leaves the cells blank that the first one reaches down into. */
function isSubHeader(rows: Sheet['rows'], top: number): boolean {
  const [above = [], below = []] = [rows[top], rows[top + 1]]
  const filled = filledIn(below)
  if (filled.length === 0 || kindOfRow(below).is !== 'person') return false
  const nameColumn = above.findIndex((cell) => NAMES.includes(headingOf(cell)?.field))
  return !isFilled(below[nameColumn] ?? '') && filled.every((cell) => !/\d{2}/.test(cell))
}

/** A heading that stands over several columns is said of each of them. */
function headingAt(
  rows: Sheet['rows'],
  top: number,
  { column, isTwoRows }: { column: number; isTwoRows: boolean },
): string {
  const own = cellAt(rows, top, column).trim()
  const below = isTwoRows ? cellAt(rows, top + 1, column).trim() : ''
  if (own !== '' || below === '') return `${own} ${below}`.trim()
  let left = column
  while (left > 0 && !isFilled(cellAt(rows, top, left))) left--
  return `${cellAt(rows, top, left).trim()} ${below}`.trim()
}

function firstPerson(rows: Sheet['rows']): number {
  const found = rows.findIndex((row) => kindOfRow(row).is === 'person' && row.some(looksLikeAName))
  return found === -1 ? rows.length : found
}

/** The rows of people, up to the signatures. */
function peopleRows(rows: Sheet['rows'], first: number): (readonly string[])[] {
  const people: (readonly string[])[] = []
  for (const row of rows.slice(first)) {
    const { is } = kindOfRow(row)
    if (is === 'end') break
    if (is === 'person') people.push(row)
  }
  return people
}

type Judged = Omit<Column, 'samples'>
function columnFrom(heading: string, values: readonly string[]): Judged {
  const known = headingOf(heading)
  const byContents = fieldByContents(values)
  if (!known) return { heading, field: byContents ?? 'leave', sure: byContents ? 'contents' : 'nothing' }
  const { field, kept } = known
  if (field === 'leave') return { heading, field, sure: 'heading', ...(kept ? { kept } : {}) }
  if (field === 'officialDate' || field === 'probationaryMark' || field === 'exemptMark')
    return { heading, ...statusColumn(field, values, byContents) }
  const agrees = field === byContents || (field === 'birth' && areDates(values))
  return { heading, field, sure: agrees ? 'both' : 'heading' }
}

/** Under “Chính thức” or “Dự bị” stand dates, crosses or words, and each says something else. */
function statusColumn(
  field: Field,
  values: readonly string[],
  byContents: Field | null,
): Pick<Judged, 'field' | 'sure'> {
  if (byContents === 'status') return { field: 'status', sure: 'both' }
  const fits = field === 'officialDate' ? areDates(values) : areMarks(values)
  return fits ? { field, sure: 'both' } : { field: 'leave', sure: 'heading' }
}

/** Each field once, where it is surest; only birth may stand in two columns, for men and women. */
function settled(columns: readonly (Column & { values: readonly string[] })[]): Column[] {
  const split = withSplitName(columns)
  const rank = (column: Column) => ['both', 'heading', 'contents', 'nothing'].indexOf(column.sure)
  const hasBirthHeading = split.some((c) => c.field === 'birth' && c.sure !== 'contents')
  const hasName = split.some((c) => c.field === 'name')
  return split.map(({ values: _, ...column }, i) => {
    const better = split.some(
      (c, j) => c.field === column.field && (rank(c) < rank(column) || (rank(c) === rank(column) && j < i)),
    )
    const isDouble =
      column.field === 'birth'
        ? hasBirthHeading && column.sure === 'contents'
        : better && column.field !== 'leave'
    const isHalf = hasName && (column.field === 'familyName' || column.field === 'givenName')
    return isDouble || isHalf ? { ...column, field: 'leave', sure: 'nothing' } : column
  })
}

/** “Họ và tên” over two columns: the family name is in the first, the given name under no heading beside it. */
function withSplitName<C extends Column & { values: readonly string[] }>(columns: readonly C[]): C[] {
  const at = columns.findIndex((c) => c.field === 'name')
  const beside = columns[at + 1]
  const given = beside?.values.filter(isFilled) ?? []
  const isSplit =
    at !== -1 &&
    beside?.heading === '' &&
    given.length > 0 &&
    given.filter((value) => /^[\p{L}\p{M}]+$/u.test(value.trim())).length / given.length > 0.8
  if (!isSplit) return [...columns]
  return columns.map((column, i) => {
    if (i === at) return { ...column, field: 'familyName', sure: 'both' }
    return i === at + 1 ? { ...column, field: 'givenName', sure: 'both' } : column
  })
}

function cellSource(
  { name, rows }: Sheet,
  columns: readonly Column[],
  { first, title }: { first: number; title: string | null },
): CellSource {
  if (columns.some((c) => c.field === 'cell')) return 'column'
  if (rows.slice(first).some((row) => kindOfRow(row).is === 'section')) return 'sections'
  if (title !== null) return 'title'
  return /^(chi bo|cb|khu|thon|to dan pho|ban|xom|ap|truong|tram)\b/.test(plain(name)) ? 'sheetName' : 'one'
}

function signatureOf(columns: readonly Column[]): string {
  return columns.map(({ heading }) => plain(heading).replace(/[^\p{L}\p{N}]+/gu, '')).join('|')
}
