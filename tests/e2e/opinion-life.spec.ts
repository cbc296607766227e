import { expect, test } from '@playwright/test'
import { App } from './app.ts'
import { everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'
import { bookOf } from './phone-book.ts'

let house: House
let member: App
let secretary: App
let officer: App

test.beforeAll(async () => {
  test.setTimeout(120_000)
  house = await House.open({ demo: true })
  member = await App.open()
  secretary = await App.open()
  officer = await App.open()
  await signIn(member, house, { who: 'member' })
  await signIn(secretary, house, { who: 'secretary' })
  await officer.visit(house.demoLinks[0] ?? '')
  await officer.press('Tôi đã đọc, tiếp tục')
  await officer.press('Mở sổ')
  await officer.sees('Chi bộ đồng chí phụ trách')
})
test.afterAll(async () => {
  for (const app of [member, secretary, officer]) await app.close()
  await house.close()
})

const DAY = 24 * 60 * 60 * 1000
const WORDS = 'Rác ở chợ Chùa ba tuần nay chưa ai dọn.'
const ANSWER = 'Từ thứ Hai tới có xe gom rác, tuần ba lần.'
const WHY = 'Ai trực cổng chợ hôm xe vào?'
const LAST = 'Đồng chí trưởng thôn mở cổng lúc 5 giờ.'
const rung = (app: App, name: string) => app.page.getByRole('listitem').filter({ hasText: name }).first()
const reached = (app: App, name: string) => expect(rung(app, name)).toContainText(/\d\d:\d\d/u)
const notYet = (app: App, name: string) => expect(rung(app, name)).toContainText('chưa')
/** Opened anew it asks the server at once, however long it has waited for one that was away. */
const open = async (app: App) => {
  await app.visit(`${house.url}/opinions`)
  await app.press(/Rác ở chợ Chùa/u)
}
/** The phone's and the server's clock go on together. */
async function daysPass(app: App, days: number): Promise<void> {
  await house.order({ moveClockBy: days * DAY })
  await app.clockOffBy(days * DAY)
}

test('[I2] [I6] [I12] [I15] an opinion’s life: every hand-over with the network cut, and the asker told each step', async () => {
  test.setTimeout(300_000)

  await test.step('without a network a member writes it; what is typed outlives the page', async () => {
    await member.canOpenOffline()
    await secretary.canOpenOffline()
    await officer.canOpenOffline()
    await everythingSent(member)
    await house.stop()
    await member.press('Khác')
    await member.press('Ý kiến, kiến nghị')
    await member.press('Gửi ý kiến')
    await member.sees(/Đảng ủy xã đọc nội dung, không thấy tên người hỏi/u)
    await member.page.getByRole('radio', { name: 'Phản ánh việc phục vụ' }).check({ force: true })
    await member.fill('Nội dung', WORDS)
    await expect.poll(async () => JSON.stringify((await bookOf(member))['forms'])).toContain(WORDS)
    await member.killAndReopen(`${house.url}/opinions`)
    await member.press('Viết tiếp')
    await expect(member.page.getByLabel('Nội dung')).toHaveValue(WORDS)
    await member.press('Gửi')
    await member.sees('Ý kiến đã đến đâu')
    await reached(member, 'Đã viết trên máy')
    await notYet(member, 'Máy chủ đã có')
  })

  await test.step('the server has it; the secretary takes it up and forwards it, without a network', async () => {
    await house.start()
    await everythingSent(member)
    await reached(member, 'Máy chủ đã có')
    await notYet(member, 'Chi bộ đã tiếp nhận')
    await open(secretary)
    await secretary.sees('Chờ tiếp nhận')
    await house.stop()
    await secretary.press('Tiếp nhận')
    await secretary.sees('Đã tiếp nhận')
    await secretary.press('Chuyển lên Đảng ủy xã')
    await secretary.fill('Lời của chi bộ', 'Chợ do xã quản lý.')
    await secretary.page.locator('form').getByRole('button', { name: 'Chuyển lên Đảng ủy xã' }).click()
    await secretary.sees('Ở Đảng ủy xã')
    await house.start()
    await everythingSent(secretary)
    await open(member)
    await reached(member, 'Chi bộ đã tiếp nhận')
    await reached(member, 'Đã chuyển lên Đảng ủy xã')
    await notYet(member, 'Đảng ủy xã đã tiếp nhận')
    await member.sees('Đang ở: Đảng ủy xã')
  })

  await test.step('nobody above takes it up: it is raised on the right day', async () => {
    await officer.visit(house.url)
    await officer.sees('1 ý kiến chờ tiếp nhận.')
    await officer.visit(`${house.url}/opinions`)
    await officer.sees('Mới, chờ tiếp nhận')
    await officer.doesNotSee(/Quá hạn/u)
    await daysPass(officer, 2)
    await officer.visit(house.url)
    await officer.sees('1 ý kiến chờ tiếp nhận.')
    await daysPass(officer, 1)
    await officer.visit(house.url)
    await officer.sees('1 ý kiến quá hạn, báo đến đồng chí.')
    await daysPass(officer, 6)
    await officer.visit(`${house.url}/opinions`)
    await officer.sees('Quá hạn 7 ngày')
    await daysPass(officer, 1)
    await open(officer)
    await officer.sees(/Quá hạn 8 ngày · đã 10 ngày/u)
    await officer.sees('Đã báo đến: phó bí thư, bí thư, Đảng ủy xã.')
    await officer.sees('Chợ do xã quản lý.')
    await officer.doesNotSee(/Của tôi|Đ\/c .* tiếp nhận/u)
    await daysPass(officer, -10)
    await everythingSent(officer)
  })

  await test.step('it is taken up above and given to somebody; the asker sees who has it', async () => {
    await open(officer)
    await officer.sees('Chi bộ thấy đồng chí đã xem ý kiến này.')
    await house.stop()
    await officer.press('Tiếp nhận')
    await officer.press('Giao người, bộ phận trả lời')
    await officer.fill('Tên người hoặc bộ phận', 'Ban quản lý chợ')
    await officer.page.locator('form').getByRole('button', { name: 'Giao người, bộ phận trả lời' }).click()
    await officer.sees('Đang ở: Ban quản lý chợ (Đảng ủy xã)')
    await house.start()
    await everythingSent(officer)
    await open(member)
    await reached(member, 'Đảng ủy xã đã tiếp nhận')
    await member.sees('Đang ở: Ban quản lý chợ (Đảng ủy xã)')
    await member.page.locator('summary').filter({ hasText: 'Từng bước' }).click()
    await member.sees(/Nhung \(Đảng ủy xã\), \d\d:\d\d/u)
  })

  await test.step('it is answered above; cell and asker have the answer with the question', async () => {
    await house.stop()
    await officer.press('Trả lời')
    await officer.fill('Trả lời của đồng chí', ANSWER)
    await officer.press('Gửi trả lời')
    await officer.sees('Đã trả lời')
    await house.start()
    await everythingSent(officer)
    await open(member)
    await member.sees(ANSWER)
    await reached(member, 'Đã trả lời')
    await member.visit(house.url)
    await member.sees('1 ý kiến của đồng chí đã có trả lời.')
    await member.press('Xem các ý kiến')
    await member.press(/Rác ở chợ Chùa/u)
    await open(secretary)
    await secretary.sees(ANSWER)
    await secretary.page.locator('summary').filter({ hasText: 'Trả lời cho' }).click()
    await expect(secretary.page.getByText(WORDS).nth(1)).toBeVisible()
  })

  await test.step('the asker is not content and asks again; the office answers, he reads it and ends it', async () => {
    await house.stop()
    await member.press('Chưa rõ, hỏi lại')
    await member.fill('Còn chưa rõ điều gì', WHY)
    await member.press('Gửi câu hỏi lại')
    await notYet(member, 'Đã trả lời')
    await house.start()
    await everythingSent(member)
    await open(secretary)
    await secretary.sees(WHY)
    await house.stop()
    await secretary.press('Trả lời')
    await secretary.fill('Trả lời của đồng chí', LAST)
    await secretary.press('Gửi trả lời')
    await house.start()
    await everythingSent(secretary)
    await open(member)
    await member.sees(LAST)
    await house.stop()
    await member.press('Tôi đã đọc trả lời')
    await member.sees('Đã báo người hỏi')
    await member.press('Rõ rồi, xong')
    await member.sees('Đã xong')
    await house.start()
    await everythingSent(member)
    await open(secretary)
    await secretary.sees('Đã xong')
  })
  expect([...member.complaints, ...secretary.complaints, ...officer.complaints]).toEqual([])
})

test('[I16] an idea is put on the agenda with one tap, and its author is told', async () => {
  test.setTimeout(120_000)
  await member.visit(`${house.url}/opinions`)
  await member.press('Gửi ý kiến')
  await member.page.getByRole('radio', { name: 'Hiến kế' }).check({ force: true })
  await member.fill('Nội dung', 'Lập tủ sách ở nhà văn hóa.')
  await member.press('Gửi')
  await member.sees('Ý kiến đã đến đâu')
  await everythingSent(member)
  await secretary.visit(`${house.url}/opinions`)
  await secretary.press(/Lập tủ sách/u)
  await secretary.press(/^Đưa vào chương trình buổi/u)
  await secretary.sees('Đã đưa vào chương trình sinh hoạt.')
  await everythingSent(secretary)
  await member.sees('Đã đưa vào chương trình sinh hoạt.')
  await member.press('Xem buổi sinh hoạt')
  await member.sees('Hiến kế: Lập tủ sách ở nhà văn hóa.')
})
