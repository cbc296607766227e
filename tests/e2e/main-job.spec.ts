import { chromium, expect, test } from '@playwright/test'
import { App } from './app.ts'
import { findBrowser } from './browser.ts'
import { everythingSent, typeAtEnd } from './cell.ts'
import { House } from './house.ts'
import { trustOnly, trustedHouse } from './trusted-house.ts'

const ROSTER = [
  'Nguyễn Thị Phương Lan, chính thức, bí thư',
  'Trần Văn Hòa, chính thức, phó bí thư',
  ...['Lê Thị Mai', 'Phạm Quốc Hùng', 'Hoàng Đức Tâm', 'Vũ Thị Ngọc Ánh', 'Đặng Văn Sơn'].map(
    (n) => `${n}, chính thức`,
  ),
  ...['Bùi Thị Hạnh', 'Đỗ Minh Khôi', 'Ngô Thị Thu'].map((n) => `${n}, chính thức`),
  'Lý A Páo, dự bị',
].join('\n')

test('the main job: from the printed link to a merged text and a public page', async () => {
  await mainJob(await House.open())
})

test('the main job over https, with a certificate authority made on the spot', async () => {
  const { house, authority } = await trustedHouse()
  await mainJob(house, trustOnly(authority))
})

/** @param flags what a browser needs to believe the house's certificate */
async function mainJob(house: House, flags: readonly string[] = []): Promise<void> {
  const officer = await App.open(flags)
  const secretary = await App.open(flags)
  const member = await App.open(flags)
  const third = await App.open(flags)
  try {
    await test.step('the officer sets up the commune through the printed link and makes a cell', async () => {
      await officer.visit(house.setUpLink)
      await officer.fill('Tên xã, phường', 'xã Thanh Ba')
      await officer.fill('Họ và tên đồng chí', 'Phạm Thị Yến')
      await officer.press('Lập sổ')
      await officer.press('Mở danh sách chi bộ')
      await officer.press('Lập chi bộ')
      await officer.fill('Tên chi bộ', 'Chi bộ khu Đồng Mạ')
      await officer.page.getByRole('button', { name: 'Lập chi bộ' }).last().click()
      await officer.press('Thêm người')
      await officer.page.getByText('Dán danh sách').click()
      await officer.fill('Danh sách, mỗi dòng một người', ROSTER)
      await officer.press('Xem lại trước khi thêm')
      await officer.press(/Thêm 11 người/u)
      await officer.sees('Đã thêm 11 người.')
    })
    await test.step('secretary and a member enrol by link, and so does a third phone', async () => {
      await enrol(officer, secretary, house, 'Nguyễn Thị Phương Lan')
      await enrol(officer, member, house, 'Lê Thị Mai')
      await enrol(officer, third, house, 'Trần Văn Hòa')
    })
    await test.step('the secretary starts the resolution of the month; all members may write', async () => {
      await secretary.press('Nghị quyết')
      await secretary.press('Soạn nghị quyết mới')
      await secretary.press('Bắt đầu soạn')
      await expect(secretary.sheet()).toBeVisible()
      await secretary.press('Thay đổi')
      await secretary.page.getByRole('radio', { name: /Tất cả đảng viên/u }).check()
      await secretary.press('Lưu')
      await everythingSent(secretary)
    })
    await test.step('the member opens the same draft', async () => {
      await openDraft(member)
    })
    await test.step('the server process is stopped; both write', async () => {
      for (const phone of [secretary, member]) await phone.canOpenOffline()
      await house.stop()
      await typeAtEnd(secretary, 'II- NHIỆM VỤ THÁNG NÀY', ' Vận động nhân dân hiến đất làm đường nội đồng')
      await typeAtEnd(member, 'Biểu dương, nhắc nhở', ' Biểu dương đồng chí Hòa')
      await secretary.sees('Đã lưu')
    })
    await test.step('one browser is killed in the middle of a sentence and opened again', async () => {
      await member.page.keyboard.type(' và đồng chí Ánh đã')
      // What is promised: what was typed up to 200 ms before the end is there.
      await member.page.waitForFunction((until) => Date.now() >= until, Date.now() + 200)
      await member.killAndReopen(`${house.url}/resolutions`)
      await openDraft(member)
      await expect(member.sheet()).toContainText('Biểu dương đồng chí Hòa và đồng chí Ánh đã')
    })
    await test.step('the server is back: both and a third phone show the same text', async () => {
      await house.start()
      for (const phone of [secretary, member]) await everythingSent(phone)
      await openDraft(third)
      const words = [
        'Vận động nhân dân hiến đất làm đường nội đồng',
        'Biểu dương đồng chí Hòa và đồng chí Ánh đã',
      ]
      for (const phone of [secretary, member, third])
        for (const text of words) await expect(phone.sheet()).toContainText(text)
      const texts = await Promise.all([secretary, member, third].map((phone) => phone.sheet().innerText()))
      expect(texts[1]).toBe(texts[0])
      expect(texts[2]).toBe(texts[0])
    })
    await test.step('the secretary publishes; a stranger without JavaScript reads the page', async () => {
      await secretary.visit(`${house.url}/announcements`)
      await secretary.press('Viết thông báo')
      await secretary.fill('Tiêu đề', 'Họp dân khu Đồng Mạ về làm đường')
      await secretary.fill('Nội dung', 'Kính mời bà con đến nhà văn hóa bàn việc làm đường nội đồng.')
      await secretary.fill('Địa điểm', 'Nhà văn hóa khu Đồng Mạ')
      await secretary.press('Xem trước')
      await secretary.press('Công bố')
      await secretary.sees('Đã công bố')
      await everythingSent(secretary)
      await secretary.press('Sao chép liên kết')
      const link = await secretary.page.evaluate(() => navigator.clipboard.readText())
      const stranger = await chromium.launch({
        executablePath: findBrowser(),
        args: ['--no-sandbox', '--disable-gpu', ...flags],
      })
      try {
        const page = await (await stranger.newContext({ javaScriptEnabled: false })).newPage()
        await page.goto(link)
        await expect(page.getByText('Họp dân khu Đồng Mạ về làm đường').first()).toBeVisible()
        await expect(page.getByText('Kính mời bà con')).toBeVisible()
      } finally {
        await stranger.close()
      }
    })
    for (const phone of [officer, secretary, member, third]) expect(phone.complaints).toEqual([])
  } catch (why) {
    for (const [i, app] of [officer, secretary, member, third].entries())
      await app.page.screenshot({ path: `test-results/phone-${i}.png` }).catch(() => undefined)
    console.log([officer, secretary, member, third].map((app) => app.complaints))
    throw why
  } finally {
    for (const app of [officer, secretary, member, third]) await app.close()
    await house.close()
  }
}

async function enrol(inviter: App, phone: App, house: House, name: string): Promise<void> {
  await inviter.visit(`${house.url}/people`)
  await inviter.press(/Chi bộ khu Đồng Mạ/u)
  await inviter.press(new RegExp(`^${name}`, 'u'))
  await inviter.press('Kết nối máy mới')
  await inviter.press('Sao chép liên kết')
  const link = await inviter.page.evaluate(() => navigator.clipboard.readText())
  await phone.visit(link)
  await phone.press('Tôi đã đọc, tiếp tục')
  await phone.sees('Đọc to sáu số này')
  await inviter.press('Giống nhau, cho vào sổ')
  await phone.press('Mở sổ')
}

async function openDraft(phone: App): Promise<void> {
  await phone.press('Nghị quyết')
  await phone.press(/Lãnh đạo thực hiện nhiệm vụ tháng/u)
  await expect(phone.sheet()).toBeVisible()
}
