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

/** Opens the import and chooses a file. */
export async function chooseList(officer: App, house: House, file: string): Promise<void> {
  await officer.visit(`${house.url}/people/import`)
  await officer.page.getByLabel('Chọn tệp').setInputFiles(file)
}
