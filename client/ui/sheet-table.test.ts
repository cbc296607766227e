import { expect, it } from 'vitest'
import { headOf, narrowColumns, type SheetTablePart } from './sheet-table.ts'

const cell = (text: string, bold: boolean) => [
  { part: 'block' as const, kind: null, depth: 0, runs: [bold ? { text, bold: true as const } : { text }] },
]
const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  bold = true,
): SheetTablePart => ({
  part: 'table',
  rows: [head.map((text) => cell(text, bold)), ...rows.map((row) => row.map((text) => cell(text, false)))],
})

it('a bold first row is the head; without one, or with an empty name in it, there is none', () => {
  const rows = [['1', 'Sửa đường']]
  expect(headOf(table(['TT', 'Nhiệm vụ'], rows))).toEqual(['TT', 'Nhiệm vụ'])
  expect(headOf(table(['TT', 'Nhiệm vụ'], rows, false))).toBeNull()
  expect(headOf(table(['TT', ''], rows))).toBeNull()
  expect(headOf(table(['TT', 'Nhiệm vụ'], []))).toBeNull()
})

it('a column is narrow when none of its cells is longer than a number', () => {
  expect(narrowColumns(table(['TT', 'Việc'], [['1', 'Sửa đường xóm Chùa']]))).toEqual([true, false])
  expect(
    narrowColumns(
      table(
        ['TT', 'Hạn'],
        [
          ['1', '5/12'],
          ['12345', ''],
        ],
      ),
    ),
  ).toEqual([false, true])
  expect(narrowColumns(table(['TT', 'Hạn'], [['1']]))).toEqual([true, true])
})
