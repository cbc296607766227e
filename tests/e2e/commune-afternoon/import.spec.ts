import { expect, test } from '@playwright/test'
import { truncateSync, writeFileSync } from 'node:fs'
import { App } from '#tests/e2e/app.ts'
import { House } from '#tests/e2e/house.ts'
import { chooseList, foundCommune, listFile } from './commune.ts'

const HEADER = ['TT', 'Họ và tên', 'Ngày sinh', 'Số thẻ đảng', 'Diện', 'Chức vụ', 'SĐT']
const member = (n: number, name: string, year: number, status: string, duty: string | null = null) => [
  ...[n, name, `${String(n).padStart(2, '0')}/03/${year}`, `042.0${n}`, status, duty, `091234567${n}`],
]
const ofKhu1 = (duty2: string | null) => [
  ['ĐẢNG BỘ XÃ THANH BA'],
  ['DANH SÁCH ĐẢNG VIÊN CHI BỘ KHU 1'],
  HEADER,
  member(1, 'NGUYỄN THỊ PHƯƠNG LAN', 1971, 'Chính thức', 'Bí thư'),
  member(2, 'TRẦN VĂN HOÀ', 1968, 'Chính thức', duty2),
  member(3, 'Lê Thị Mai', 1980, 'Dự bị'),
]
const ofKhu2 = (name3: string) => [
  ['DANH SÁCH ĐẢNG VIÊN CHI BỘ KHU 2'],
  HEADER,
  member(1, 'Hà Văn Tâm', 1962, 'Chính thức', 'BT, trưởng khu'),
  member(2, 'Bùi Thị Hạnh', 1955, 'Miễn SHĐ'),
  member(3, name3, 1990, 'Chính thức'),
]
const ofSchool = (status2: string) => [
  ['DANH SÁCH ĐẢNG VIÊN CHI BỘ TRƯỜNG THCS THANH BA'],
  HEADER,
  member(1, 'Đinh Công Hùng', 1979, 'Chính thức', 'Bí thư kiêm Hiệu trưởng'),
  member(2, 'Lê Thị Mai', 1991, status2),
]
const threeCells = (of: { duty2: string | null; name3: string; status2: string }) => [
  { sheet: 'Khu 1', rows: ofKhu1(of.duty2) },
  { sheet: 'Khu 2', rows: ofKhu2(of.name3) },
  { sheet: 'Trường', rows: ofSchool(of.status2) },
]

test('an officer takes over a faulty list, then the corrected one, then the same once more', async () => {
  const house = await House.open()
  const officer = await App.open()
  try {
    await foundCommune(officer, house)
    await test.step('what is no list is told in a sentence, and nothing happens', async () => {
      const big = await listFile('to.xlsx', [{ sheet: 'DS', rows: [['x']] }])
      truncateSync(big, 60 * 1024 * 1024)
      await chooseList(officer, house, big)
      await officer.sees(/lớn hơn 10 MB/u)
      const other = await listFile('chi-tieu.xlsx', [
        {
          sheet: 'Thu chi',
          rows: [
            ['Ngày', 'Số tiền'],
            ['01/11', 50000],
          ],
        },
      ])
      await chooseList(officer, house, other)
      await officer.sees(/Không thấy cột họ tên/u)
      writeFileSync(other, 'không phải bảng tính\u0000')
      await chooseList(officer, house, other)
      await officer.sees(/không phải bảng tính Excel/u)
    })
    await test.step('a faulty list: each bad row and column is named, two secretaries keep it out', async () => {
      const faulty = threeCells({ duty2: 'Bí thư', name3: 'Thắng', status2: 'nghỉ hưu' })
      await chooseList(officer, house, await listFile('loi.xlsx', faulty))
      await officer.sees('Bước 1: mỗi cột là gì')
      await officer.doesNotSee('042.01')
      await officer.press('Xem trước')
      await officer.sees('Trang “Khu 2”, dòng 5, cột B')
      await officer.sees('“Thắng” chưa đủ họ và tên')
      await officer.sees('Trang “Trường”, dòng 4, cột E')
      await officer.sees(/không hiểu diện “nghỉ hưu”/u)
      await officer.sees(/Chi bộ Khu 1: Mỗi chi bộ chỉ có một bí thư/u)
      await expect(officer.page.getByRole('button', { name: /Ghi \d+ thay đổi/u })).toBeDisabled()
      expect(await cellsOf(officer, house)).toEqual([])
    })
    const corrected = await listFile(
      'dung.xlsx',
      threeCells({ duty2: 'Phó Bí thư', name3: 'Nguyễn Hữu Thắng', status2: 'Chính thức' }),
    )
    await test.step('the corrected list is written whole', async () => {
      await chooseList(officer, house, corrected)
      await officer.press('Xem trước')
      await officer.sees('Thêm mới: 8')
      await officer.page.getByRole('button', { name: /Ghi 11 thay đổi/u }).click()
      await officer.page
        .getByRole('dialog')
        .getByRole('button', { name: /Ghi 11 thay đổi/u })
        .click()
      await officer.sees('Đã ghi vào sổ')
      await expect
        .poll(() => cellsOf(officer, house))
        .toEqual(['Chi bộ Khu 1', 'Chi bộ Khu 2', 'Chi bộ Trường THCS Thanh Ba'])
      await officer.press(/Chi bộ Khu 1/u)
      await officer.sees('Nguyễn Thị Phương Lan')
      await officer.sees('Trần Văn Hoà')
      await officer.doesNotSee(/091234567|042\./u)
    })
    await test.step('a correction of a column is remembered for lists of that form', async () => {
      await chooseList(officer, house, corrected)
      await officer.page.getByLabel(/^Cột F: Chức vụ/u).selectOption('Không lấy')
      await officer.press('Xem trước')
      await officer.sees('Giữ nguyên: 8')
      await chooseList(officer, house, corrected)
      await officer.page.getByText(/cột để lại trong tệp/u).click()
      await expect(officer.page.getByLabel(/^Cột F: Chức vụ/u)).toHaveValue('leave')
      await officer.page.getByLabel(/^Cột F: Chức vụ/u).selectOption('Chức vụ')
    })
    await test.step('the same list again has nothing to do', async () => {
      await officer.press('Xem trước')
      await officer.sees('Giữ nguyên: 8')
      await officer.sees('Sổ đã đúng như tệp')
    })
    await test.step('who moved and who left is shown, and happens when ticked', async () => {
      const later = threeCells({ duty2: 'Phó Bí thư', name3: 'Nguyễn Hữu Thắng', status2: 'Chính thức' })
      const [khu1, khu2, school] = later.map((s) => ({ ...s, rows: [...s.rows] }))
      khu1!.rows.pop()
      school!.rows.push(member(3, 'Bùi Thị Hạnh', 1955, 'Miễn SHĐ'))
      khu2!.rows.splice(3, 1)
      await chooseList(officer, house, await listFile('sau.xlsx', [khu1!, khu2!, school!]))
      await officer.press('Xem trước')
      await officer.sees('Có thể đã chuyển: 1')
      await officer.sees('Không còn trong danh sách: 1')
      await officer.page.getByLabel('Đúng người này, chuyển').check()
      await officer.page.getByLabel('Lê Thị Mai, Chi bộ Khu 1').check()
      await officer.page.getByRole('button', { name: /Ghi 2 thay đổi/u }).click()
      await officer.page
        .getByRole('dialog')
        .getByRole('button', { name: /Ghi 2 thay đổi/u })
        .click()
      await officer.sees('Đã ghi vào sổ')
    })
    expect(officer.complaints).toEqual([])
  } catch (why) {
    await officer.page.screenshot({ path: 'test-results/officer.png', fullPage: true }).catch(() => undefined)
    throw why
  } finally {
    await officer.close()
    await house.close()
  }
})

/** Names of the cells in the book. */
async function cellsOf(officer: App, house: House): Promise<string[]> {
  await officer.visit(`${house.url}/people`)
  await officer.sees('Nhập từ tệp Excel')
  const links = await officer.page.getByRole('link', { name: /^Chi bộ (?!, đảng)/u }).all()
  const names = await Promise.all(links.map((link) => link.innerText()))
  return names.map((name) => name.split('\n')[0] ?? '').filter((name) => name !== 'Chi bộ, đảng viên')
}
