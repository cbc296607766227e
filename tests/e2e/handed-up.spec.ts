import { expect, test } from '@playwright/test'
import { App } from './app.ts'
import { everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'

let house: House
let secretary: App
let officer: App
let member: App

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  secretary = await App.open()
  officer = await App.open()
  member = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
  await signIn(member, house, { who: 'member' })
  await officer.visit(house.demoLinks[0] ?? '')
  await officer.press('Tôi đã đọc, tiếp tục')
  await officer.press('Mở sổ')
  await officer.sees('Chi bộ đồng chí phụ trách')
})
test.afterAll(async () => {
  for (const app of [secretary, officer, member]) await app.close()
  await house.close()
})

const PLACE = 'Sân đình làng Chùa'
const WORD = 'Tôi đến sớm 15 phút để gặp bí thư.'
const tab = (name: RegExp) => secretary.choose(name)
const agree = (name: string) =>
  secretary.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const openDetails = (app: App, text: string | RegExp) =>
  app.page.locator('summary').filter({ hasText: text, visible: true }).first().click()

test('[Z2] [Z6] [Z7] what a cell hands up is read and answered above, and its signed paper follows', async () => {
  let meeting = ''

  await test.step('without a network the secretary adds a paper, looks over what goes up, and hands it up', async () => {
    await secretary.canOpenOffline()
    await everythingSent(secretary)
    await secretary.press('Sinh hoạt')
    await secretary.page
      .getByRole('link', { name: /Có kế hoạch/u })
      .first()
      .click()
    await secretary.sees('Chưa gửi gì của buổi này lên Đảng ủy xã.')
    meeting = secretary.page.url()
    await house.stop()
    await secretary.press('Sửa: Thông tin văn bản mới của cấp trên')
    await secretary.page.getByLabel('Đính kèm PDF, Word hoặc ảnh').setInputFiles({
      ...{ name: 'Hướng dẫn mới.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from(`%PDF-1.7\n${'x'.repeat(3000)}`),
    })
    await secretary.sees('Mở Hướng dẫn mới.pdf')
    await secretary.fill('Câu hỏi gợi mở', 'Chỉ nói trong chi bộ')
    await secretary.press('Lưu')
    await secretary.press('Gửi lên cấp trên')
    await secretary.sees('Đồng chí xem lại trước khi gửi.')
    await expect(secretary.page.getByLabel('Hướng dẫn mới.pdf')).toBeChecked()
    await secretary.doesNotSee('Chỉ nói trong chi bộ')
    await openDetails(secretary, /^Đọc dự thảo/u)
    await secretary.press('Gửi lên Đảng ủy xã')
    await secretary.sees(/^Đã gửi lên lần 1/u)
    await secretary.sees('Cấp trên chưa xem lần gửi này.')
  })

  await test.step('the server is back: who is in charge has notice, agenda, paper and draft, and answers', async () => {
    await house.start()
    await everythingSent(secretary)
    await officer.visit(`${house.url}/meetings`)
    await officer.sees('Mới, chưa xem')
    await officer.press(/^Chi bộ khu Đồng Mít/u)
    await officer.press(/^Sinh hoạt thường kỳ/u)
    await officer.sees('Thông tin văn bản mới của cấp trên')
    await officer.doesNotSee('Chỉ nói trong chi bộ')
    await officer.press(/^Tải về máy/u)
    const download = officer.page.waitForEvent('download')
    await officer.press('Mở Hướng dẫn mới.pdf')
    expect((await download).suggestedFilename()).toBe('Hướng dẫn mới.pdf')
    await openDetails(officer, /^Đọc dự thảo/u)
    await officer.sees('I- ĐÁNH GIÁ KẾT QUẢ')
    await officer.fill('Lời nhắn cho chi bộ', WORD)
    await officer.press('Tôi sẽ dự')
    await officer.sees('Đồng chí đã trả lời: sẽ dự.')
    await everythingSent(officer)
  })

  await test.step('the cell sees the answer, the word and the look; a member too', async () => {
    await secretary.sees(/^Đ\/c Đinh Thị Phương Nhung \(Đảng ủy xã\) sẽ dự/u)
    await secretary.sees(/Nhung \(Đảng ủy xã\) đã xem lúc/u)
    await secretary.sees(`“${WORD}”`)
    await member.visit(meeting)
    await member.sees(`“${WORD}”`)
    await member.press('Xem phần đã gửi lên')
    await member.sees(/đã xem lần gửi 1 lúc/u)
    await expect(member.button('Tôi sẽ dự')).toHaveCount(0)
  })

  await test.step('something changed: it is handed up again, the earlier one stays', async () => {
    await secretary.press('Sửa ngày giờ, nơi họp')
    await secretary.fill('Nơi họp', PLACE)
    await secretary.press('Lưu thay đổi')
    await secretary.sees('Kế hoạch hoặc dự thảo đã đổi sau lần gửi này.')
    await secretary.press('Gửi lại phần mới')
    await secretary.press('Gửi lên Đảng ủy xã')
    await secretary.sees(/^Đã gửi lên lần 2/u)
    await everythingSent(secretary)
    await officer.sees(PLACE)
    await officer.sees(/^Lần gửi 2/u)
    await officer.sees('Các lần gửi trước (1)')
    await secretary.sees(/Nhung \(Đảng ủy xã\) đã xem lúc/u)
  })

  await test.step('in the room he is noted with one tap', async () => {
    await secretary.press('Mở màn hình sinh hoạt')
    await secretary.press('Khai mạc')
    await secretary.sees('Chưa vào mục nào')
    await tab(/Điểm danh/u)
    await secretary.press('Các đồng chí còn lại: có mặt')
    await secretary.sees('21 / 21 đảng viên có mặt')
    await openDetails(secretary, /sẽ dự/u)
    await secretary.press('Đ/c Đinh Thị Phương Nhung (Đảng ủy xã) có mặt')
    await secretary.sees('· Đảng ủy xã')
  })

  await test.step('the resolution is adopted, signed and numbered, and goes up', async () => {
    await tab(/Biểu quyết/u)
    await secretary.press('Đưa ra biểu quyết')
    await secretary.press('Bắt đầu biểu quyết')
    await secretary.fill('Tán thành', '16')
    await secretary.press('Ghi kết quả kiểm đếm')
    await secretary.press('Ghi nhận: văn bản đã thông qua')
    await secretary.sees('Đã biểu quyết, chờ ký')
    await secretary.press('Ký và in')
    await secretary.press('Ký, chốt văn bản')
    await agree('Ký, chốt văn bản')
    await secretary.press('Lấy số này')
    await secretary.sees(/Số 04-NQ\/CB/u)
    await secretary.visit(meeting)
    await secretary.sees('1 văn bản đã ký chưa gửi lên.')
    await secretary.press('Gửi lại phần mới')
    await secretary.sees('Số 04-NQ/CB')
    await secretary.press('Gửi lên Đảng ủy xã')
    await everythingSent(secretary)
    await officer.sees(/Số 04-NQ\/CB/u)
    await openDetails(officer, /^Đọc “Lãnh đạo/u)
    await officer.sees(/Mã của văn bản: [0-9a-f]{16}/u)
    await everythingSent(officer)
    await secretary.press('Xem phần đã gửi lên')
    await secretary.sees(/đã xem “Lãnh đạo/u)
  })
  expect([...secretary.complaints, ...officer.complaints, ...member.complaints]).toEqual([])
})
