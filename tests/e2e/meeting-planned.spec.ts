import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { App } from './app.ts'
import { everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'

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
})

const items = () =>
  secretary.page
    .getByRole('listitem')
    .filter({ has: secretary.page.getByRole('button', { name: /^(?:Lên|Sửa): /u }) })
const titleAt = (place: number) => items().nth(place).locator('strong')

test('[F11–F14] [M10] [M40–M46] a meeting is planned without a network, put in order, called and answered', async () => {
  const when = inDays(2)
  let address = ''

  await test.step('the server is stopped; the secretary plans from the template', async () => {
    await secretary.canOpenOffline()
    await secretary.press('Sinh hoạt')
    await secretary.sees('Lên kế hoạch buổi mới')
    await house.stop()
    await secretary.press('Lên kế hoạch buổi mới')
    await secretary.page.getByLabel(/^Sinh hoạt chuyên đề/u).check()
    await secretary.page.getByLabel('Ngày', { exact: true }).fill(when)
    await expect(secretary.page.getByLabel('Giờ bắt đầu')).toHaveValue('19:30')
    await expect(secretary.page.getByLabel('Nơi họp')).toHaveValue('Nhà văn hóa khu')
    await secretary.page.getByLabel('Giờ bắt đầu').fill('')
    await secretary.press('Lưu kế hoạch')
    await secretary.sees('Đồng chí chọn cả ngày và giờ.')
    await secretary.page.getByLabel('Giờ bắt đầu').fill('19:30')
    await secretary.fill('Nơi họp', 'Nhà văn hóa khu Chùa Thượng')
    await secretary.fill('Chuyên đề hoặc việc cần bàn', 'Chuyển đổi số ở nông thôn')
    await secretary.press('Lưu kế hoạch')
    await secretary.sees('Tuyên bố lý do, giới thiệu đại biểu')
    address = secretary.page.url()
  })

  await test.step('somebody else presents an item, and another goes up by the keyboard', async () => {
    await secretary.press('Sắp xếp')
    const second = await titleAt(1).textContent()
    const first = await titleAt(0).textContent()
    await secretary.page.getByRole('button', { name: `Lên: ${second}` }).focus()
    await secretary.page.keyboard.press('Enter')
    await expect(titleAt(0)).toHaveText(second ?? '')
    await expect(titleAt(1)).toHaveText(first ?? '')
    await expect(secretary.page.getByRole('button', { name: `Xuống: ${second}` })).toBeFocused()
    await secretary.press('Xong sắp xếp')
    await secretary.press('Sửa: Trình bày dự thảo chuyên đề')
    const presenter = secretary.page.getByLabel('Người trình bày')
    await presenter.selectOption({ index: 2 })
    const name = await presenter.locator('option:checked').textContent()
    await secretary.fill('Số phút', '20')
    await attach('../Đề cương.pdf', Buffer.from(`%PDF-1.7\n${'x'.repeat(3000)}`))
    await secretary.sees('Mở Đề cương.pdf')
    await attach('luong.exe', Buffer.from('MZ'))
    await secretary.sees(/Chỉ nhận PDF/u)
    await secretary.press('Lưu')
    await expect(
      items().filter({ hasText: 'Trình bày dự thảo chuyên đề' }).getByText(`20 phút · ${name}`),
    ).toBeVisible()
  })

  await test.step('the call is copied, with time and place only', async () => {
    await secretary.page.getByText('Cho Zalo').click()
    await secretary.press('Sao chép: Cho Zalo')
    const copied = await secretary.page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('Địa điểm: Nhà văn hóa khu Chùa Thượng')
    expect(copied).not.toContain('Chuyển đổi số')
    await secretary.page.getByLabel('Đã báo đảng viên và cấp trên').click()
    await secretary.sees('1/6 việc xong')
  })

  await test.step('[M90–M92] it goes into the phone’s calendar, with hour and place only', async () => {
    const coming = secretary.page.waitForEvent('download')
    await secretary.press('Thêm vào lịch máy')
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^sinh-hoat-\d{4}-\d\d-\d\d\.ics$/u)
    const file = readFileSync(await download.path(), 'utf8').replaceAll('\r\n ', '')
    expect(file).toContain('LOCATION:Nhà văn hóa khu Chùa Thượng')
    expect(file).not.toContain('Chuyển đổi số')
  })

  await test.step('one without a phone was told in person', async () => {
    await secretary.page.getByText('Xem từng đồng chí').click()
    await secretary.page
      .getByRole('button', { name: /^Ghi là đã báo… / })
      .last()
      .click()
    await secretary.press('Đã báo trực tiếp')
    await secretary.sees('báo trực tiếp')
  })

  await test.step('the server is back: a member finds the meeting and answers, and the secretary sees it', async () => {
    await house.start()
    await secretary.page.reload()
    await everythingSent(secretary)
    await member.visit(address)
    await member.sees('Chuyển đổi số ở nông thôn')
    await expect(member.button(/^Sửa: /u)).toHaveCount(0)
    await member.press(/^Tải về máy/u)
    const download = member.page.waitForEvent('download')
    await member.press('Mở Đề cương.pdf')
    expect((await download).suggestedFilename()).toBe('Đề cương.pdf')
    await member.press('Tôi sẽ dự')
    await member.sees('Đồng chí đã trả lời: sẽ dự.')
    await everythingSent(member)
    await secretary.sees(/^1 dự, 0 không dự/u)
    await member.visit(house.url)
    await member.sees(/^Sinh hoạt chuyên đề tháng/u)
    await member.sees('Đồng chí đã báo: sẽ dự.')
    await member.press('Xem buổi này')
    await member.press('Tôi không dự được')
    await everythingSent(member)
    await secretary.sees(/^0 dự, 1 không dự/u)
  })

  await test.step('[Z10] [Z11] his reason goes to the office, and back to him from the server', async () => {
    await member.fill('Lý do không dự được', 'Con ốm, phải trông')
    await member.press('Gửi lý do cho chi ủy')
    await member.sees('Lý do đã ghi: Con ốm, phải trông')
    await everythingSent(member)
    await member.page.reload()
    await member.sees('Lý do đã ghi: Con ốm, phải trông')
    await secretary.page.getByText('Xem từng đồng chí').click()
    await secretary.sees('Lý do: Con ốm, phải trông')
    await member.page.getByText('Xem từng đồng chí').click()
    await member.doesNotSee('Lý do: Con ốm, phải trông')
  })
  expect([...secretary.complaints, ...member.complaints]).toEqual([])
})

async function attach(name: string, buffer: Buffer): Promise<void> {
  await secretary.page
    .getByLabel('Đính kèm PDF, Word hoặc ảnh')
    .setInputFiles({ name, mimeType: 'text/html', buffer })
}

/** So many days from now, as the date field writes it. */
function inDays(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000)
  return [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-')
}
const two = (n: number) => String(n).padStart(2, '0')
