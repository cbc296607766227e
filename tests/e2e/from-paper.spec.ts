import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from './app.ts'
import { everythingSent, signIn } from './cell.ts'
import { fileOf, photo } from './commune-afternoon/photo.ts'
import { House } from './house.ts'

const TEXT = 'Chi bộ nhất trí sửa đường xóm Chùa trước mùa mưa.'
const folder = mkdtempSync(join(tmpdir(), 'so-giay-'))
let house: House
let secretary: App
let member: App
test.beforeAll(async () => {
  house = await House.open({ demo: true })
  secretary = await App.open()
  member = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
  await signIn(member, house, { who: 'member' })
})
test.afterAll(async () => {
  await secretary.close()
  await member.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const choose = (label: string, index: number) =>
  secretary.page.getByLabel(label, { exact: true }).selectOption({ index })

test('[M60–M64] [G20] a meeting held on paper is entered without a network, and read on another phone', async () => {
  const page = fileOf(folder, 'trang-1.jpg', await photo(secretary.page, { width: 900, height: 1200 }))
  await secretary.visit(house.url)
  await secretary.canOpenOffline()
  await everythingSent(secretary)
  await house.stop()

  await test.step('when, who, what: everybody is here until somebody is tapped', async () => {
    await secretary.press('Sinh hoạt')
    await secretary.press('Nhập buổi đã họp từ sổ giấy')
    await secretary.press('Lưu buổi họp')
    await secretary.sees('Đồng chí chọn cả ngày và giờ.')
    await secretary.sees('Đồng chí chọn người chủ trì.')
    await secretary.page.getByLabel('Ngày họp', { exact: true }).fill('2026-11-10')
    await secretary.page.getByLabel('Giờ bắt đầu').fill('19:30')
    await secretary.page.getByLabel('Giờ kết thúc').fill('19:00')
    await secretary.sees('Giờ kết thúc phải sau giờ bắt đầu.')
    await secretary.page.getByLabel('Giờ kết thúc').fill('21:10')
    const chairs = secretary.page.getByLabel('Chủ trì', { exact: true }).locator('option')
    const [, ordinary = ''] = /member, (.+):/u.exec(house.printed) ?? []
    await expect(chairs.filter({ hasText: ordinary })).toHaveCount(0)
    await choose('Chủ trì', 1)
    await choose('Thư ký', 2)
    await secretary.page
      .getByRole('button', { name: /: Có mặt$/u })
      .nth(3)
      .click()
    await secretary.sees('Vắng có lý do')
    await secretary.page.getByRole('checkbox', { name: 'Định hướng của đảng ủy xã' }).uncheck()
    await secretary.fill('Mục khác trong sổ', 'Bàn việc làm cống xóm Đồi')
    await secretary.press('Thêm mục')
    await secretary.fill('Số đồng chí đã đóng đảng phí', '18')
  })

  await test.step('a reload loses nothing of it; then it is saved for good', async () => {
    await secretary.page.reload()
    await expect(secretary.page.getByLabel('Giờ kết thúc')).toHaveValue('21:10')
    await secretary.press('Lưu buổi họp')
    await secretary.sees('Buổi này luôn mang dấu “Nhập sau từ sổ giấy”.')
    await secretary.page.getByRole('dialog').getByRole('button', { name: 'Lưu buổi họp' }).click()
    await secretary.sees(/Từ 19:30 đến 21:10, 100 phút/u)
  })

  await test.step('a page of the book, the text, the votes', async () => {
    const chooser = secretary.page.waitForEvent('filechooser')
    await secretary.page.getByText('Chụp hoặc chọn ảnh trang sổ').click()
    await (await chooser).setFiles(page)
    await secretary.sees(/Mở trang-1/u)
    const here = secretary.page.url()
    await secretary.fill('Tên văn bản', 'Nghị quyết về đường xóm Chùa')
    await secretary.page.getByRole('button', { name: 'Chép văn bản mới' }).click()
    await secretary.sheet().click()
    await secretary.page.keyboard.type(TEXT, { delay: 5 })
    await secretary.sees('Đã lưu')
    await secretary.visit(here)
    await secretary.press('Đưa ra biểu quyết')
    await secretary.page.getByRole('radio', { name: 'Nghị quyết về đường xóm Chùa' }).check()
    await secretary.sees(TEXT)
    await secretary.press('Bắt đầu biểu quyết')
    await secretary.fill('Tán thành', '16')
    await secretary.press('Ghi kết quả kiểm đếm')
    await secretary.press('Ghi nhận: văn bản đã thông qua')
    await secretary.sees('Đã biểu quyết, chờ ký')
  })

  await test.step('what no phone measured is scored by hand, with a reason', async () => {
    await secretary.page.getByText('1. Thời gian, thời lượng').click()
    await secretary.press('Cho điểm: Đủ thời lượng')
    await secretary.sees('Nhập từ sổ giấy: máy không đo được giờ, đồng chí ghi căn cứ.')
    await expect(secretary.button('Ghi điểm')).toBeDisabled()
    await secretary.fill('Lý do trừ điểm', 'Sổ giấy ghi 19 giờ 30 đến 21 giờ 10.')
    await secretary.page.getByLabel('Điểm', { exact: true }).selectOption({ index: 1 })
    await secretary.press('Ghi điểm')
    await secretary.sees(/Sổ giấy ghi 19 giờ 30/u)
  })

  await test.step('[M64] an hour copied wrongly is stated again', async () => {
    await secretary.press('Sửa giờ')
    const dialog = secretary.page.getByRole('dialog')
    await dialog.getByLabel('Giờ kết thúc').fill('19:10')
    await dialog.getByRole('button', { name: 'Lưu giờ đã sửa' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByLabel('Giờ kết thúc').fill('21:00')
    await dialog.getByRole('button', { name: 'Lưu giờ đã sửa' }).click()
    await secretary.sees(/Từ 19:30 đến 21:00, 90 phút/u)
  })

  await test.step('the minutes write themselves and say where they come from', async () => {
    const here = secretary.page.url()
    await secretary.press('Lập biên bản từ các phần đã nhập')
    await secretary.press('Lập biên bản')
    await secretary.press('Đọc lại cả biên bản')
    await secretary.sees(/^\(Nhập sau từ sổ giấy, ngày \d\d\/\d\d\/2026\.\)$/u)
    await secretary.sees(/kết thúc hồi 21 giờ/u)
    await secretary.visit(here)
  })

  await test.step('the server is back: a member reads it, marked as from the paper book', async () => {
    await house.start()
    await secretary.page.reload()
    await everythingSent(secretary)
    await member.visit(`${house.url}/meetings`)
    await member.sees('Nhập sau từ sổ giấy')
    await member.page
      .getByRole('link', { name: /Nhập sau từ sổ giấy/u })
      .first()
      .click()
    await member.press('Trang sổ giấy, biểu quyết, điểm')
    await member.sees(/Từ 19:30 đến 21:00/u)
    await member.press(/^Tải về máy/u)
    await member.sees(/Mở trang-1/u)
    await member.doesNotSee('Chụp hoặc chọn ảnh trang sổ')
  })
  expect([...secretary.complaints, ...member.complaints]).toEqual([])
})
