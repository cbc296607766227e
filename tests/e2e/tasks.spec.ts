import { expect, test } from '@playwright/test'
import { App } from './app.ts'
import { everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'
import { photo } from './commune-afternoon/photo.ts'

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
  for (const app of [secretary, member]) await app.close()
  await house.close()
})

const WORK = 'Vận động 5 hộ ở đầu khu hiến đất mở đường'
const agree = (app: App, name: string) =>
  app.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const openDetails = (app: App, text: string) =>
  app.page.locator('summary').filter({ hasText: text, visible: true }).first().click()
const view = (app: App, name: string) => app.choose(name)
const openTask = (app: App) =>
  app.page
    .getByRole('link', { name: new RegExp(WORK, 'u') })
    .filter({ visible: true })
    .first()
    .click()

test('[T12] [T14] [T15] [T18] a task is given, reported on with a picture, handed over, done and confirmed', async () => {
  const [, memberName = ''] = /member, (.+):/u.exec(house.printed) ?? []
  let third = ''

  await test.step('without a network the secretary gives it; what is not clear is said and stops nothing', async () => {
    for (const phone of [secretary, member]) {
      await phone.canOpenOffline()
      await everythingSent(phone)
    }
    await secretary.press('Việc')
    await house.stop()
    await secretary.press('Giao việc mới')
    await secretary.sees(/Còn chưa rõ: ai làm, làm việc gì, khi nào xong/u)
    await secretary.fill('Công việc', WORK)
    const owner = secretary.page.getByLabel('Người làm')
    await owner.selectOption({ label: memberName })
    const names = await owner.locator('option').allTextContents()
    third = names.findLast((name) => name !== memberName) ?? ''
    await secretary.fill('Hạn cuối', '2026-12-28')
    await secretary.sees(/Còn chưa rõ: trách nhiệm, thẩm quyền/u)
    await secretary.press('Giao việc này')
    await secretary.sees('Đã giao, chưa nhận')
    await secretary.sees(`Đồng chí ${memberName} nhận việc`)
  })

  await test.step('its owner has it, takes it, and reports with a picture, without a network too', async () => {
    await house.start()
    await everythingSent(secretary)
    await member.visit(house.url)
    await member.sees('Việc của tôi')
    await member.sees('Hạn 28/12/2026 · đồng chí nhận việc')
    await member.press('Xem tất cả việc')
    await member.sees(WORK)
    await house.stop()
    await openTask(member)
    await member.sees('Đồng chí nhận việc này')
    await member.press('Nhận việc')
    await member.sees('Đang làm')
    await member.press('Báo tiến độ')
    await member.fill('Đã làm được gì', 'Đã gặp 3 hộ, cả 3 đồng ý.')
    await member.page.locator('input[type=file]').setInputFiles({
      ...{ name: 'duong.jpg', mimeType: 'image/jpeg' },
      buffer: await photo(member.page, { width: 2000, height: 1200 }),
    })
    await expect(member.page.getByAltText('Ảnh kèm báo cáo')).toBeVisible()
    await member.press('Ghi báo cáo')
    await member.sees('Đã gặp 3 hộ, cả 3 đồng ý.')
    const picture = member.page.getByAltText('Ảnh kèm báo cáo')
    await expect(picture).toHaveAttribute('height', '1024')
    await openDetails(member, 'Việc khác có thể làm')
    await member.press('Báo vướng mắc')
    await member.fill('Vướng ở đâu', 'Hộ ông Tâm đi vắng')
    await agree(member, 'Báo vướng mắc')
    await member.sees('Hộ ông Tâm đi vắng')
  })

  await test.step('whoever gave it sees word and block, fetches the picture, and clears the way', async () => {
    await house.start()
    await everythingSent(member)
    await secretary.sees('Đã gặp 3 hộ, cả 3 đồng ý.')
    await secretary.press(/^Tải ảnh/u)
    await expect(secretary.page.getByAltText('Ảnh kèm báo cáo')).toBeVisible()
    await secretary.sees('Đồng chí giúp tháo gỡ vướng mắc')
    await secretary.press('Đã hết vướng')
    await everythingSent(secretary)
    await member.sees('Đồng chí báo tiến độ')
  })

  await test.step('its owner hands it over: the new one, without a phone, has it anew, and nothing is lost', async () => {
    await member.press('Chuyển cho đồng chí khác')
    await member.page.getByLabel('Chuyển cho', { exact: true }).selectOption({ label: third })
    await member.fill('Lý do', 'Tôi đi viện')
    await agree(member, 'Chuyển cho đồng chí khác')
    await member.sees(`Chuyển từ đồng chí ${memberName} sang đồng chí ${third}: Tôi đi viện`)
    await expect(member.button('Báo đã xong')).toHaveCount(0)
    await everythingSent(member)
    await secretary.sees(`Đồng chí ${third} nhận việc`)
    await secretary.sees(`Ghi thay đồng chí ${third}; đồng chí ấy thấy và có thể báo không đúng ý mình.`)
    await secretary.press('Nhận việc')
    await secretary.sees('Đang làm')
    await secretary.press('Báo đã xong')
    await secretary.fill('Kết quả', 'Đủ 5 hộ đã ký.')
    await agree(secretary, 'Báo đã xong')
    await secretary.sees('Báo đã xong, chờ xác nhận')
  })

  await test.step('it is described together, confirmed, and its history tells the whole way', async () => {
    await secretary.press('Viết mô tả')
    await secretary.sheet().click()
    await secretary.page.keyboard.type('Năm hộ từ nhà ông Tâm đến cầu.')
    await secretary.press('Xong, xem lại')
    await secretary.sees('Năm hộ từ nhà ông Tâm đến cầu.')
    await secretary.press('Xác nhận hoàn thành')
    await agree(secretary, 'Xác nhận hoàn thành')
    await secretary.sees('Hoàn thành')
    await everythingSent(secretary)
    for (const told of [
      'Đã gặp 3 hộ, cả 3 đồng ý.',
      'Báo vướng: Hộ ông Tâm đi vắng',
      'Đã hết vướng',
      'Báo đã xong: Đủ 5 hộ đã ký.',
    ])
      await member.sees(told)
    await member.sees('Năm hộ từ nhà ông Tâm đến cầu.')
  })

  await test.step('a list counts what is left; what is finished is shown when somebody wants it', async () => {
    await secretary.visit(`${house.url}/tasks`)
    await view(secretary, 'Theo người')
    await secretary.sees(/^Còn \d+ việc$/u)
    await secretary.doesNotSee(WORK)
    await secretary.page.getByLabel(/^Xem cả việc đã hoàn thành/u).check()
    await secretary.fill('Tìm', 'van dong dau khu')
    await secretary.sees(WORK)
    await secretary.doesNotSee(/%/u)
  })
  expect([...secretary.complaints, ...member.complaints]).toEqual([])
})

test('[P92] [T21] [T22] what is overdue comes to the next meeting by itself, and goes on to the one after', async () => {
  await secretary.visit(`${house.url}/tasks`)
  await view(secretary, 'Theo hạn')
  const late = secretary.page
    .getByRole('link', { name: /Quá hạn/u })
    .filter({ visible: true })
    .first()
  const title = (await late.locator('strong').textContent()) ?? ''
  const task = new URL((await late.getAttribute('href')) ?? '', house.url).href

  await test.step('whoever plans the meeting finds it there, and takes it among the reports', async () => {
    await secretary.press('Sinh hoạt')
    await secretary.page
      .getByRole('link', { name: /Có kế hoạch/u })
      .first()
      .click()
    await secretary.sees('Chuyển từ buổi trước sang, hoặc đang quá hạn, đang vướng')
    await secretary.sees(title)
    await secretary.press(/^Đưa \d+ việc này vào báo cáo của buổi$/u)
    await secretary.doesNotSee('Chuyển từ buổi trước sang, hoặc đang quá hạn, đang vướng')
    await secretary.sees(title)
  })

  await test.step('the meeting ends and it is still open: it is reported at the next', async () => {
    await secretary.press('Mở màn hình sinh hoạt')
    await secretary.press('Khai mạc')
    await secretary.sees('Chưa vào mục nào')
    await secretary.press('Bế mạc')
    await agree(secretary, 'Bế mạc')
    await expect(secretary.button('Bế mạc')).toHaveCount(0)
    await secretary.visit(task)
    await expect(secretary.page.getByText(/^Chuyển sang buổi sinh hoạt tháng/u)).toHaveCount(2)
    await everythingSent(secretary)
  })

  await test.step('everybody of the cell sees where it went', async () => {
    await member.visit(task)
    await expect(member.page.getByText(/^Chuyển sang buổi sinh hoạt tháng/u)).toHaveCount(2)
  })
  expect([...secretary.complaints, ...member.complaints]).toEqual([])
})
