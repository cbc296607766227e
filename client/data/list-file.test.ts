import { expect, it } from 'vitest'
import { zipSync } from 'fflate'
import { MOST_BYTES, readListFile } from './list-file.ts'
import { makeTemplate } from './list-template.ts'

const file = (bytes: Uint8Array<ArrayBuffer> | string, name = 'ds.xlsx') => new File([bytes], name)
const why = async (of: File) => {
  const read = await readListFile(of)
  return read.ok ? read.sheets : read.why
}
const LINES = 'Họ và tên;Chức vụ\r\n"Trần Văn Hòa";Bí thư\r\n'

it('[D19] a file of 60 MB is refused before it is read', async () => {
  const big = file('x')
  Object.defineProperty(big, 'size', { value: 60 * 1024 * 1024 })
  Object.defineProperty(big, 'arrayBuffer', { value: () => Promise.reject(new Error('was read')) })
  expect(await why(big)).toBe('tooBig')
  expect(MOST_BYTES).toBeLessThan(60 * 1024 * 1024)
})

it('[D19] a small file that inflates to more than any list has is refused before it is inflated', async () => {
  const huge = zipSync({ 'xl/workbook.xml': new Uint8Array(90 * 1024 * 1024) }, { level: 9 })
  expect(huge.length).toBeLessThan(MOST_BYTES)
  expect(await why(file(new Uint8Array(huge)))).toBe('tooBig')
})

it('[D19] what is no list is told apart', async () => {
  expect(await why(file(''))).toBe('empty')
  expect(await why(file(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'cu.xls'))).toBe('oldExcel')
  expect(await why(file(new Uint8Array(zipSync({ 'word/document.xml': new Uint8Array(9) })), 'a.docx'))).toBe(
    'noList',
  )
  expect(await why(file(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9])))).toBe('damaged')
  const broken = zipSync({ 'xl/workbook.xml': new TextEncoder().encode('<workbook') })
  expect(await why(file(new Uint8Array(broken)))).toBe('damaged')
  expect(await why(file(Uint8Array.from([0x89, 0x50, 0, 0, 1]), 'anh.png'))).toBe('noList')
  expect(await why(file('\n;;\n', 'ds.csv'))).toBe('empty')
  expect(await why(file('a\n'.repeat(20_002), 'ds.csv'))).toBe('tooManyRows')
})

it('[D19] texts of columns are read in the three ways Excel saves them', async () => {
  const rows = [['Họ và tên', 'Chức vụ'], ['Trần Văn Hòa', 'Bí thư'], ['']]
  const utf16 = new Uint8Array(2 + LINES.length * 2)
  utf16.set([0xff, 0xfe])
  for (const [i, letter] of [...LINES].entries())
    new DataView(utf16.buffer).setUint16(2 + i * 2, letter.charCodeAt(0), true)
  for (const bytes of [LINES, `\ufeff${LINES}`, utf16])
    expect(await why(file(bytes, 'ds.csv'))).toEqual([{ name: 'ds', rows }])
  const tabs = LINES.replaceAll(';', '\t')
  expect(await why(file(tabs, 'ds.txt'))).toEqual([{ name: 'ds', rows }])
})

it('[D19] the template comes back as it was written', async () => {
  const template = await makeTemplate({
    sheet: 'Đảng viên',
    headings: ['Họ và tên', 'Chi bộ'],
    examples: [['Trần Văn Hòa', 'Chi bộ Khu 1']],
  })
  expect(await why(file(new Uint8Array(await template.arrayBuffer())))).toEqual([
    {
      name: 'Đảng viên',
      rows: [
        ['Họ và tên', 'Chi bộ'],
        ['Trần Văn Hòa', 'Chi bộ Khu 1'],
      ],
    },
  ])
})
