import { expect, test } from '@playwright/test'
import { App } from '#tests/e2e/app.ts'
import { everythingSent, signIn, startDraft, typeAtEnd } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'

const LINE = 'Sau khi thảo luận'
const ROAD = 'Làm xong đường trước 20/12.'

let house: House
let secretary: App
let member: App

test.beforeEach(async () => {
  house = await House.open({ demo: true })
  secretary = await App.open()
  member = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
  await signIn(member, house, { who: 'member' })
})

test.afterEach(async () => {
  for (const app of [secretary, member]) {
    if (test.info().status !== test.info().expectedStatus)
      await app.page.screenshot({ path: test.info().outputPath(`${apps(app)}.png`), fullPage: true })
    await app.close()
  }
  await house.close()
})
const apps = (app: App) => (app === secretary ? 'secretary' : 'member')

/** A draft with one task in it that was put to the cell, open on both phones. */
async function shownDraft(): Promise<string> {
  const address = await startDraft(secretary)
  await typeAtEnd(secretary, 'II- NHIỆM VỤ THÁNG NÀY', '')
  await secretary.page.keyboard.press('ArrowDown')
  await secretary.page.keyboard.type(ROAD, { delay: 5 })
  await secretary.press('Đưa ra lấy ý kiến')
  await secretary.sees('Đang lấy ý kiến')
  await everythingSent(secretary)
  await member.visit(address)
  await member.sees(ROAD)
  return address
}

/** The sheet of somebody who reads. */
const read = (phone: App) => phone.page.getByRole('article').filter({ visible: true }).first()

/** Proposes another wording for a paragraph, as a finger does. */
async function propose(phone: App, paragraph: string, wanted: string): Promise<void> {
  await read(phone).getByText(paragraph).first().click()
  await phone.press('Đề nghị sửa')
  await phone.fill('Đoạn này nên viết là', wanted)
  await phone.press('Gửi đề nghị')
  await expect(phone.page.getByLabel('Đoạn này nên viết là')).toHaveCount(0)
}

test('a proposal made offline is accepted with one tap, while its drafter writes elsewhere', async () => {
  await shownDraft()
  for (const phone of [secretary, member]) await phone.canOpenOffline()
  await house.stop()
  await propose(member, ROAD, ROAD.replace('20/12', '25/12'))
  await member.sees('đề nghị sửa')
  await typeAtEnd(secretary, LINE, ' Khách mời: không.')
  await house.start()
  await everythingSent(member)
  await secretary.sees('1 góp ý')
  await secretary.press('Nhận')
  await expect(secretary.sheet()).toContainText(ROAD.replace('20/12', '25/12'))
  await expect(secretary.sheet()).toContainText('Khách mời: không.')
  await everythingSent(secretary)
  await member.sees(ROAD.replace('20/12', '25/12'))
  await member.sees('Khách mời: không.')
  for (const phone of [secretary, member]) expect(phone.complaints).toEqual([])
})

test('a proposal for words that have changed shows what was, what is and what is proposed', async () => {
  await shownDraft()
  for (const phone of [secretary, member]) await phone.canOpenOffline()
  await house.stop()
  await propose(member, ROAD, ROAD.replace('20/12', '25/12'))
  await typeAtEnd(secretary, ROAD, '')
  for (let i = 0; i < '20/12.'.length; i++) await secretary.page.keyboard.press('Backspace')
  await secretary.page.keyboard.type('31/12. ', { delay: 5 })
  await house.start()
  await everythingSent(member)
  await secretary.sees('Đoạn này đã thay đổi sau khi có đề nghị')
  await secretary.press('So với văn bản hiện nay')
  for (const heading of ['Lúc đề nghị', 'Hiện nay', 'Lời đề nghị'])
    await expect(secretary.page.getByRole('heading', { name: heading })).toBeVisible()
  await secretary.press('Lấy lời đề nghị')
  await expect(secretary.sheet()).toContainText(ROAD.replace('20/12', '25/12'))
  await expect(secretary.sheet()).not.toContainText('31/12')
  await everythingSent(secretary)
  await member.sees(ROAD.replace('20/12', '25/12'))
})

test('words that were not taken are sent as a proposal from where they are kept', async () => {
  const address = await shownDraft()
  await letWrite(secretary, /Tất cả đảng viên/u)
  await everythingSent(secretary)
  await expect(member.sheet()).toBeVisible()
  await member.canOpenOffline()
  await house.stop()
  await typeAtEnd(member, ROAD, ' Đ/c Hùng chủ trì.')
  await member.visit('about:blank') // the app is closed: it is the other one who is heard first
  await letWrite(secretary, /^Chi ủy/u)
  await house.start()
  await everythingSent(secretary)
  await member.visit(`${house.url}/kept`)
  await member.sees('Đ/c Hùng chủ trì.')
  await member.press('Gửi thành đề nghị')
  await member.sees('Không có phần nào bị giữ lại')
  await everythingSent(member)
  await secretary.visit(address)
  await secretary.sees('đề nghị thêm đoạn')
  await secretary.press('Nhận')
  await expect(secretary.sheet()).toContainText('Đ/c Hùng chủ trì.')
  await everythingSent(secretary)
  await member.visit(house.url)
  await member.sees('Đề nghị của đồng chí đã được nhận')
})

test('a version is kept before the meeting and compared with what came after; an unclear task is pointed out', async () => {
  const address = await shownDraft()
  await secretary.press('Trình buổi sinh hoạt')
  await secretary.press('Giữ bản này')
  await secretary.sees(/đặt tên lúc/u)
  await typeAtEnd(secretary, ROAD, ' Báo cáo kết quả.')
  await typeAtEnd(secretary, LINE, ' Khách mời: không.')
  await everythingSent(secretary)
  await secretary.press('Chưa rõ')
  await secretary.sees('Chưa rõ: ai làm')
  await secretary.press(/Bản trước buổi sinh hoạt/u)
  await secretary.sees('2 đoạn khác nhau')
  await expect(secretary.page.locator('ins').filter({ hasText: 'Báo cáo kết quả.' }).first()).toBeAttached()
  await member.visit(address)
  await member.press(/Bản trước buổi sinh hoạt/u)
  await member.sees('2 đoạn khác nhau')
  for (const phone of [secretary, member]) expect(phone.complaints).toEqual([])
})

async function letWrite(phone: App, group: RegExp): Promise<void> {
  await phone.press('Thay đổi')
  await phone.page.getByRole('radio', { name: group }).check()
  await phone.press('Lưu')
  await expect(phone.page.getByRole('radio', { name: group })).toHaveCount(0)
}
