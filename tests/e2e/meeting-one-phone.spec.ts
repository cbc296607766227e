import { expect, test } from '@playwright/test'
import { App } from './app.ts'
import { everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'

const SAID = 'Đường vào xóm Chùa mưa là lầy, học sinh đi lại khó; đề nghị sửa trước mùa mưa.'
const RESULT = 'Đã dọn xong ngày 20 tháng 11.'
const OWN = 'tôi còn nể nang, chậm nhắc nhở hội viên.'

let house: House
let phone: App
test.beforeAll(async () => {
  house = await House.open({ demo: true })
  phone = await App.open()
})
test.afterAll(async () => {
  await phone.close()
  await house.stop()
})

/** Opens the demo's meeting that is still to come. */
async function openPlannedMeeting(): Promise<void> {
  await phone.press('Sinh hoạt')
  await phone.page
    .getByRole('link', { name: /Có kế hoạch/u })
    .first()
    .click()
  await phone.press('Mở màn hình sinh hoạt')
  await phone.sees('Khai mạc buổi sinh hoạt')
}
async function nextItem(title: RegExp): Promise<void> {
  await phone.press(/^(Sang mục|Vào mục đầu)/u)
  await expect(phone.page.getByRole('heading', { name: title }).first()).toBeVisible()
}
const tab = (name: RegExp) => phone.choose(name)
const agree = (name: string) =>
  phone.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

test('a whole meeting on one phone, the server stopped from the opening to the signed minutes', async () => {
  test.slow()
  await signIn(phone, house, { who: 'secretary' })
  await phone.canOpenOffline()
  await everythingSent(phone)
  await phone.hasPart('papers')
  await house.stop()

  await test.step('opened, with a minute-taker', async () => {
    await openPlannedMeeting()
    await phone.page.getByLabel('Thư ký').selectOption({ index: 2 })
    await phone.press('Khai mạc')
    await phone.sees('Chưa vào mục nào')
    await nextItem(/Tuyên bố lý do/u)
  })

  await test.step('roll call: one excused with a reason, one late, the others present', async () => {
    await nextItem(/Điểm danh/u)
    const rows = phone.page
      .getByRole('listitem')
      .filter({ has: phone.page.getByRole('button', { name: /^Ghi khác/u }) })
    await expect(rows).toHaveCount(21)
    await rows
      .nth(2)
      .getByRole('button', { name: /^Ghi khác/u })
      .click()
    await phone.page.getByRole('radio', { name: 'Vắng có lý do' }).check()
    await phone.fill('Lý do vắng', 'Đi viện huyện')
    await agree('Ghi')
    await expect(rows.nth(2)).toContainText('Vắng có lý do')
    await rows
      .nth(5)
      .getByRole('button', { name: /^Ghi khác/u })
      .click()
    await phone.page.getByRole('radio', { name: 'Đến muộn' }).check()
    await agree('Ghi')
    await phone.press('Các đồng chí còn lại: có mặt')
    await phone.sees('20 / 21 đảng viên có mặt')
    await phone.doesNotSee('Đi viện huyện')
  })

  await test.step('fees, report, what is said, with the speaker’s name', async () => {
    await nextItem(/đảng phí/u)
    await phone.fill('Số đồng chí đã đóng', '19')
    await phone.press('Ghi đảng phí')
    await phone.sees('Đảng phí: 19/21')
    await nextItem(/Báo cáo kết quả/u)
    await phone.press('Nhập việc đã giao từ trước')
    await phone.fill('Việc đã giao', 'Dọn vệ sinh nhà văn hóa khu')
    await phone.page.getByLabel('Người làm').selectOption({ index: 5 })
    await phone.press('Ghi việc này')
    await phone.press('Đóng')
    const task = phone.page.getByRole('listitem').filter({ hasText: 'Dọn vệ sinh nhà văn hóa khu' })
    await task.getByRole('button', { name: 'Ghi kết quả' }).click()
    await phone.page.getByRole('dialog').getByLabel('Kết quả').fill(RESULT)
    await agree('Ghi')
    await task.getByRole('button', { name: 'Xác nhận hoàn thành' }).click()
    await expect(task.getByText('Hoàn thành', { exact: true })).toBeVisible()
    await nextItem(/Thông tin văn bản/u)
    await nextItem(/Thảo luận/u)
    await phone.page.getByLabel('Ai phát biểu').selectOption({ index: 4 })
    await phone.fill('Nội dung', SAID)
    await phone.press('Ghi phát biểu')
    await phone.sees(SAID)
    await phone.sees('1 đồng chí đã phát biểu')
  })

  await test.step('the phone dies and is there again where it was', async () => {
    await phone.killAndReopen(phone.page.url())
    await phone.sees(SAID)
  })

  await test.step('self-criticism: a summary, read back to its speaker, who agrees', async () => {
    await phone.page.getByLabel('Ai phát biểu').selectOption({ index: 6 })
    await phone.page.getByText(/^Là: /u).click()
    await phone.page.getByRole('radio', { name: /^Tự phê bình/u }).check()
    await phone.fill('Nội dung', OWN)
    await phone.press('Ghi phát biểu')
    await phone.sees('Chờ người nói xác nhận')
    await phone.press('Đọc lại cho đồng chí ấy')
    await agree('Đúng, xác nhận')
    await phone.sees('Đã đọc lại, người nói đồng ý')
  })

  await test.step('the resolution is voted, counted against those who may vote, and adopted as it was read', async () => {
    await nextItem(/Phân công/u)
    await nextItem(/Biểu quyết nghị quyết/u)
    await phone.press('Đưa ra biểu quyết')
    await phone.sees('I- ĐÁNH GIÁ KẾT QUẢ')
    await phone.sees(RESULT)
    await phone.press('Bắt đầu biểu quyết')
    await phone.fill('Tán thành', '30')
    await phone.sees(/nhiều hơn số đồng chí có quyền biểu quyết/u)
    await phone.fill('Tán thành', '15')
    await phone.press('Ghi kết quả kiểm đếm')
    await phone.sees('Đã thông qua')
    await phone.sees(/15 trên \d+ đồng chí/u)
    await phone.press('Ghi nhận: văn bản đã thông qua')
    await phone.sees('Đã biểu quyết, chờ ký')
  })

  await test.step('a task in the closing', async () => {
    await tab(/Giao việc/u)
    await phone.press('Giao việc khác')
    await phone.page.getByRole('textbox', { name: 'Việc' }).fill('Vận động 5 hộ hiến đất làm đường')
    await phone.page.getByLabel('Giao cho').selectOption({ index: 3 })
    await phone.press('Giao việc')
    await phone.sees(/Đã giao: /u)
  })

  await test.step('signed, numbered, provisional until the server is back', async () => {
    await tab(/Biểu quyết/u)
    await phone.press('Ký và in')
    await phone.press('Ký, chốt văn bản')
    await agree('Ký, chốt văn bản')
    await phone.sees('Đã chốt')
    await phone.sees('Tạm ghi, chờ xác nhận')
    await phone.press('Lấy số này')
    await phone.sees(/Số 04-NQ\/CB/u)
  })

  await test.step('minutes: begun, read back, voted, adopted, signed by two', async () => {
    await openMeetingAgain()
    await nextItem(/Tự chấm điểm/u)
    await nextItem(/Thông qua biên bản/u)
    await phone.press('Mở biên bản')
    await phone.press('Lập biên bản')
    await expect(phone.sheet()).toBeVisible()
    await phone.sheet().click()
    await phone.page.keyboard.type('Chi bộ nhất trí với báo cáo. ', { delay: 5 })
    await phone.press('Đọc lại cả biên bản')
    await phone.sees('Chi bộ nhất trí với báo cáo.')
    await phone.sees(`tự phê bình trước chi bộ: ${OWN}`)
    await phone.press('Đưa biên bản ra biểu quyết')
    await tab(/Biểu quyết/u)
    await phone.press('Đưa ra biểu quyết')
    await phone.page.getByRole('radio', { name: 'Thông qua biên bản' }).check()
    await phone.press('Bắt đầu biểu quyết')
    await phone.fill('Tán thành', '17')
    await phone.press('Ghi kết quả kiểm đếm')
    await phone.press('Biên bản')
    await phone.press('Đọc lại cả biên bản')
    await phone.press('Ghi nhận: biên bản đã thông qua')
    await phone.press('Ký, chốt văn bản')
    await agree('Ký, chốt văn bản')
    await phone.sees('Đã chốt')
    await phone.sees('Chi bộ nhất trí với báo cáo.')
  })

  await test.step('closed, and the server takes all of it as it was', async () => {
    await openMeetingAgain()
    await tab(/Diễn biến/u)
    await phone.press('Bế mạc')
    await agree('Bế mạc')
    await phone.sees('Đã bế mạc')
    await house.start()
    await everythingSent(phone)
    await phone.press('Biên bản')
    await phone.sees('Đã chốt')
    await phone.doesNotSee('Tạm ghi, chờ xác nhận')
    await openMeetingAgain()
    await phone.visit(phone.page.url().replace(/\/now$/u, '/papers'))
    await phone.page.getByLabel('Văn bản').selectOption({ label: 'Biên bản' })
    await phone.sees(`tự phê bình trước chi bộ: ${OWN}`)
    const code = await phone.page.locator('.paper-seal p').textContent()
    const answer = await phone.page.request.get(/https?:\S+$/u.exec(code ?? '')?.[0] ?? '')
    expect(await answer.text()).toContain('Văn bản này có trong sổ của chi bộ')
    await phone.visit(`${house.url}/sync`)
    await phone.sees('Máy chủ còn đủ và đúng từng văn bản mà máy này đã thấy.')
    await phone.visit(`${house.url}/kept`)
    await phone.sees(/Không có phần nào/u)
  })

  await test.step('what was signed is corrected by another text, or withdrawn, and its code says so', async () => {
    await phone.page.goBack()
    await phone.page.goBack()
    await phone.page.getByLabel('Văn bản').selectOption({ label: 'Nghị quyết, kết luận' })
    const code = await phone.page.locator('.paper-seal p').textContent()
    const answer = async () =>
      (await phone.page.request.get(/https?:\S+$/u.exec(code ?? '')?.[0] ?? '')).text()
    expect(await answer()).toContain('hiện chưa có bản nào đính chính')
    await openMeetingAgain()
    await tab(/Biểu quyết/u)
    await phone.press('Ký và in')
    const signed = phone.page.url()
    await phone.page.getByText('Đính chính hoặc thu hồi').click()
    await phone.press('Soạn văn bản đính chính')
    await agree('Bắt đầu soạn')
    await expect(phone.sheet()).toContainText('ĐÁNH GIÁ KẾT QUẢ')
    await phone.visit(signed)
    await phone.sees('Đã có văn bản đính chính')
    await phone.page.getByText('Đính chính hoặc thu hồi').click()
    await phone.press('Thu hồi văn bản')
    await phone.fill('Lý do thu hồi', 'Ghi nhầm số hộ.')
    await agree('Thu hồi văn bản')
    await phone.sees('Văn bản này đã được thu hồi')
    await everythingSent(phone)
    expect(await answer()).toContain('Văn bản này đã được thu hồi')
    await phone.visit(signed.replace(/meetings\/([^/]+)\/[^/]+\/sign/u, 'resolutions/$1'))
    await phone.sees('Văn bản đã ký')
    await phone.sees(RESULT)
  })
  expect(phone.complaints).toEqual([])
})

/** Back to the screen of the running meeting. */
async function openMeetingAgain(): Promise<void> {
  const record = /meetings\/([^/]+\/[^/]+)/u.exec(phone.page.url())?.[1] ?? ''
  await phone.visit(`${house.url}/meetings/${record}/now`)
}
