import type { SheetBlockPart, SheetPart } from './sheet.ts'

export type SheetTablePart = Extract<SheetPart, { part: 'table' }>

/** Most signs of a cell in a column of numbers, its head ("TT", "Số") included. */
const NARROW = 4

/** The words of the first row if all of it is bold: what the columns are called. Null: the table has no head. */
export function headOf({ rows }: SheetTablePart): readonly string[] | null {
  const [first = [], ...more] = rows
  const bold = first.every((cell) => cell.every(({ runs }) => runs.every((run) => run.bold)))
  const named = first.map(textOf)
  return bold && more.length > 0 && named.every(Boolean) ? named : null
}

/** Of each column whether it holds nothing longer than a number. */
export function narrowColumns({ rows }: SheetTablePart): readonly boolean[] {
  const [first = []] = rows
  return first.map((_, c) => rows.every((row) => textOf(row[c] ?? []).length <= NARROW))
}

const textOf = (cell: readonly SheetBlockPart[]): string =>
  cell
    .flatMap(({ runs }) => runs.map(({ text }) => text))
    .join('')
    .trim()
