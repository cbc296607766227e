import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import type { App } from '#tests/e2e/app.ts'
import type { House } from '#tests/e2e/house.ts'

/** A spreadsheet on the officer's disk, as its office keeps it. */
export async function listFile(
  name: string,
  sheets: readonly { sheet: string; rows: readonly (readonly (string | number | null)[])[] }[],
): Promise<string> {
  const written = sheets.map(({ sheet, rows }) => ({ sheet, data: rows.map((row) => [...row]) }))
  const file = join(mkdtempSync(join(tmpdir(), 'list-')), name)
  writeFileSync(file, new Uint8Array(await writeXlsxFile(written).toBuffer()))
  return file
}

/** The officer founds the commune by the printed link and goes to its cells. */
export async function foundCommune(officer: App, house: House): Promise<void> {
  await officer.visit(house.setUpLink)
  await officer.fill('Tên xã, phường', 'Đảng ủy xã Thanh Ba')
  await officer.fill('Họ và tên đồng chí', 'Phạm Thị Yến')
  await officer.press('Lập sổ')
  await officer.press('Mở danh sách chi bộ')
}

/** The officer takes over one cell by a list; its first person is the secretary. */
export async function importCell(
  officer: App,
  house: House,
  cell: string,
  names: readonly string[],
): Promise<void> {
  const rows = [
    ['Họ và tên', 'Chức vụ', 'Chi bộ'],
    ...names.map((name, i) => [name, i === 0 ? 'Bí thư' : null, cell]),
  ]
  await chooseList(officer, house, await listFile('ds.xlsx', [{ sheet: 'DS', rows }]))
  await officer.press('Xem trước')
  const write = new RegExp(`Ghi ${names.length + 1} thay đổi`, 'u')
  await officer.page.getByRole('button', { name: write }).click()
  await officer.page.getByRole('dialog').getByRole('button', { name: write }).click()
  await officer.sees('Đã ghi vào sổ')
}

/** The officer makes slips for everybody who has no phone. @returns each person's digits */
export async function makeSlips(
  officer: App,
  house: House,
  names: readonly string[],
): Promise<Map<string, string>> {
  await officer.visit(`${house.url}/people/slips`)
  await officer.press('Tạo phiếu')
  await officer.sees(/phiếu, dùng đến hết ngày/u)
  await officer.page.emulateMedia({ media: 'print' })
  const printed = await officer.page.getByRole('article').allInnerTexts()
  await officer.page.emulateMedia({ media: null })
  // Whoever leaves this page is asked: the codes are shown once.
  officer.page.once('dialog', (dialog) => void dialog.accept())
  const digits = (text: string) => /\d{4} \d{4} \d{4} \d{4}/u.exec(text)?.[0] ?? ''
  return new Map(printed.map((text) => [names.find((name) => text.includes(name)) ?? '', digits(text)]))
}

/** Opens the import and chooses a file. */
export async function chooseList(officer: App, house: House, file: string): Promise<void> {
  await officer.visit(`${house.url}/people/import`)
  await officer.page.getByLabel('Chọn tệp').setInputFiles(file)
}
