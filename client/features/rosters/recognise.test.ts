import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readListFile, type Sheet } from '#client/data/list-file.ts'
import {
  BY_COLUMN,
  CELL_LIST,
  COMMUNE_BY_PARTS,
  CROSSES,
  NO_HEADER,
  SHEET_FOR_EACH,
  xlsx,
} from '#client/data/office-lists.fixture.ts'
import { withoutShouting } from './list-rows.ts'
import { readList } from './read-list.ts'
import { mapped, recognise } from './recognise.ts'
import { FIELDS } from './sheet.ts'

type Made = Parameters<typeof xlsx>[0]
async function sheetsOf(...made: Made[]): Promise<readonly Sheet[]> {
  const file = await readListFile(await xlsx(...made))
  if (!file.ok) throw new Error(file.why)
  return file.sheets
}
const recognised = async (made: Made) => recognise((await sheetsOf(made))[0] as Sheet)
const inShort = (sheet: ReturnType<typeof recognise>) =>
  readList(sheet).people.map((p) =>
    [p.cellName, p.name, p.birthYear, p.status, ...(p.duties ?? [])]
      .filter((w) => w !== undefined)
      .join(' · '),
  )

describe('[D19] lists as offices have them', () => {
  it('titles above, a header of two rows, shouted names, signatures below; card and telephone stay in the file', async () => {
    const list = await recognised(CELL_LIST)
    expect(list.columns.map((c) => c.field)).toEqual([
      ...['leave', 'name', 'birth', 'leave', 'officialDate', 'leave', 'duty', 'leave', 'leave'],
    ])
    expect(list.columns.flatMap((c) => c.kept ?? [])).toEqual(['card', 'contact'])
    expect(inShort(list)).toEqual([
      'Chi bộ Khu Đồng Mạ · Nguyễn Thị Phương Lan · 1971 · official · secretary',
      'Chi bộ Khu Đồng Mạ · Trần Văn Hoà · 1968 · official · deputy',
      'Chi bộ Khu Đồng Mạ · Lê Thị Mai · 1980 · official',
      'Chi bộ Khu Đồng Mạ · Lý A Páo · 1998 · probationary',
    ])
    const read = readList(list)
    expect([...read.otherDuties]).toEqual([['trưởng khu', 1]])
    expect(read.bad).toEqual([])
    expect(JSON.stringify(read)).not.toMatch(/042\.|09\d{8}/)
  })

  it('the whole commune on one sheet, cells as titles of parts, years of men and women in two columns', async () => {
    const list = await recognised(COMMUNE_BY_PARTS)
    expect(list.cellFrom).toBe('sections')
    expect(inShort(list)).toEqual([
      'Chi bộ Khu 1 · Hà Văn Tâm · 1962 · official · secretary',
      'Chi bộ Khu 1 · Bùi Thị Hạnh · 1955 · exempt',
      'Chi bộ Trường THCS Thanh Ba · Đinh Công Hùng · 1979 · official · secretary',
      'Chi bộ Trường THCS Thanh Ba · Hà Văn Tâm · 1990 · probationary',
    ])
    expect([...readList(list).otherDuties.keys()]).toEqual(['Hiệu trưởng', 'Bí thư Đoàn'])
    expect(readList(list).people.map((p) => p.at.row)).toEqual([6, 7, 9, 10])
  })

  it('a sheet for each cell, family and given name in two columns, and a sheet that is no list', async () => {
    const lists = (await sheetsOf(...SHEET_FOR_EACH)).map(recognise)
    expect(lists.map((l) => [l.sheet.name, l.isList])).toEqual([
      ['Bìa', false],
      ['Khu 3', true],
      ['Trạm y tế', true],
    ])
    expect(lists.slice(1).flatMap(inShort)).toEqual([
      'Khu 3 · Nguyễn Thị Hồng Nhung · 1985 · secretary',
      'Khu 3 · Phạm Ngọc Ánh · 1979 · committee',
      'Trạm y tế · Đỗ Văn Minh · 1983 · secretary',
    ])
    expect(lists[1]?.signature).toBe(lists[2]?.signature)
  })

  it('any order and naming; a cell written once for several rows; each bad row and column is named', async () => {
    const list = await recognised(BY_COLUMN)
    expect(list.columns.map((c) => c.field)).toEqual(['cell', 'leave', 'name', 'status', 'birth', 'leave'])
    expect(inShort(list)).toEqual([
      'Chi bộ khu Đồng Mạ · Vũ Đình Quyết · 1960 · official',
      'Chi bộ khu Đồng Mạ · Nguyễn Hữu Thắng · 2001 · probationary',
      'Chi bộ HTX Nông nghiệp · Trịnh Thị Thanh Huyền · 1949 · exempt',
    ])
    expect(readList(list).bad).toEqual([
      { at: { sheet: 'Sheet1', row: 5 }, column: 'D', why: 'badStatus', text: 'nghỉ phép' },
      { at: { sheet: 'Sheet1', row: 6 }, column: 'C', why: 'noName', text: 'Tuyết' },
    ])
  })

  it('crosses say who is on probation and who is exempt; the title names the cell', async () => {
    expect(inShort(await recognised(CROSSES))).toEqual([
      'Chi bộ Công an xã · Ngô Thị Tuyết Trinh',
      'Chi bộ Công an xã · Đặng Văn Sơn · probationary',
      'Chi bộ Công an xã · Tôn Nữ Hoàng Diễm Quỳnh · exempt',
    ])
  })

  it('shouted names are written as names, abbreviations stay', () => {
    expect(withoutShouting('CHI BỘ TRƯỜNG THCS THANH BA')).toBe('Chi Bộ Trường THCS Thanh Ba')
    expect(withoutShouting('Lý A Páo')).toBe('Lý A Páo')
  })

  it('without a header what stands in the columns tells; which cell it is, a person has to say', async () => {
    const list = await recognised(NO_HEADER)
    expect(list.columns.map((c) => [c.field, c.sure])).toEqual([
      ['leave', 'nothing'],
      ['name', 'contents'],
      ['duty', 'contents'],
      ['birth', 'contents'],
    ])
    expect(list.cellFrom).toBe('one')
    expect(inShort(list)[0]).toBe(' · Nguyễn Đức Ân · 1966 · secretary')
  })

  it('a correction is remembered for lists of the same form, and for no other', async () => {
    const list = await recognised(BY_COLUMN)
    const columns = list.columns.map((c) => (c.field === 'birth' ? ('leave' as const) : c.field))
    const corrected = mapped(list, { columns, cellFrom: 'column' })
    expect(readList(corrected).people.every((p) => p.birthYear === undefined)).toBe(true)
    expect(
      mapped(await recognised(CROSSES), { columns: columns.slice(1), cellFrom: 'column' }).cellFrom,
    ).toBe('title')
  })

  it('names in a font of before Unicode are said to be so', async () => {
    const rows = [
      ['Họ và tên', 'Chức vụ'],
      ['NguyÔn V¨n Hßa', 'Bí thư'],
      ['Trần Văn Hòa', ''],
    ]
    const list = await recognised({ name: 'Chi bộ Khu 2', rows })
    expect(readList(list).bad.map((b) => [b.at.row, b.column, b.why])).toEqual([[2, 'A', 'oldFont']])
  })

  const seed = Number(process.env['SIMULATION_SEED'] ?? 20261125)
  it(`any table is read without a throw, only with fields a roster has, and never a long number, seed ${seed}`, () => {
    const words =
      'Họ và tên|Chi bộ|Chức vụ|Năm sinh|Diện|SĐT|STT|Trần Văn Hòa|Chi bộ Khu 1|bí thư|1968|x||0912345678|025071001234|Cộng'
    const cell = fc.oneof(fc.constantFrom(...words.split('|')), fc.string({ maxLength: 12 }))
    const table = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 })
    fc.assert(
      fc.property(table, fc.string({ maxLength: 8 }), (rows, name) => {
        const list = recognise({ name, rows })
        for (const { field } of list.columns) expect(FIELDS).toContain(field)
        const { people } = readList(list)
        for (const person of people) {
          expect(person.name).not.toMatch(/\d/)
          expect(Object.keys(person).sort().join()).toMatch(
            /^at,(birthYear,)?cellName,(duties,)?name(,status)?$/,
          )
        }
      }),
      { seed, numRuns: 1000 },
    )
  })
})
