import type { Sheet } from '#client/data/list-file.ts'

/** What a column of a list is. Everything but these is left in the file. */
export const FIELDS = [
  'name',
  'familyName',
  'givenName',
  'status',
  'officialDate',
  'probationaryMark',
  'exemptMark',
  'duty',
  'birth',
  'cell',
  'leave',
] as const
export type Field = (typeof FIELDS)[number]

/** How a sheet tells to which cell a person belongs. `one`: it does not; a person says which cell it is. */
export type CellSource = 'column' | 'sections' | 'title' | 'sheetName' | 'one'

/** How a sheet is to be read; proposed by the app, corrected by a person. */
export type Mapping = { columns: readonly Field[]; cellFrom: CellSource }

export const cellAt = (rows: Sheet['rows'], row: number, column: number): string => rows[row]?.[column] ?? ''

/** As a spreadsheet names its columns: A, B … Z, AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

export const isFilled = (cell: string): boolean => cell.trim() !== ''
export const filledIn = (row: readonly string[]): string[] => row.filter(isFilled)
