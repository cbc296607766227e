import { expect, test } from '@playwright/test'
import { App } from '#tests/e2e/app.ts'
import { everythingSent, invite, signIn, startDraft, typeAtEnd } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'

const DAY = 24 * 60 * 60_000

let house: House
let ahead: App
let behind: App

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  ahead = await App.open()
  behind = await App.open()
  await ahead.clockOffBy(3 * DAY + 60_000)
  await behind.clockOffBy(-365 * DAY - 60_000)
})

test.afterAll(async () => {
  await ahead.close()
  await behind.close()
  await house.close()
})

test('phones three days ahead and a year behind: let in, told in words, and their work is one text in order', async () => {
  await test.step('both are let in, and told what is wrong', async () => {
    await signIn(ahead, house, { who: 'secretary' })
    await signIn(behind, house, { who: 'member' })
    await ahead.sees('Đồng hồ máy này nhanh 3 ngày')
    await behind.sees('Đồng hồ máy này chậm 365 ngày')
    await behind.sees('Sổ vẫn chạy đúng')
  })
  await test.step('a link made on the phone that is ahead is good for its ten minutes', async () => {
    await invite(ahead, house)
    await ahead.sees(/^Còn (9:\d\d|10:00)$/u)
  })
  await test.step('both write in one draft, one after the other', async () => {
    const draft = await startDraft(ahead)
    await ahead.press('Thay đổi')
    await ahead.page.getByRole('radio', { name: /Tất cả đảng viên/u }).check()
    await ahead.press('Lưu')
    await typeAtEnd(ahead, 'Biểu dương, nhắc nhở', ' Một,')
    await behind.visit(draft)
    await expect(behind.sheet()).toContainText('Biểu dương, nhắc nhở Một,')
    await typeAtEnd(behind, 'Biểu dương, nhắc nhở', ' hai,')
    await expect(ahead.sheet()).toContainText('Một, hai,')
    await typeAtEnd(ahead, 'Biểu dương, nhắc nhở', ' ba.')
    for (const phone of [ahead, behind])
      await expect(phone.sheet()).toContainText('Biểu dương, nhắc nhở Một, hai, ba.')
    await everythingSent(ahead)
    await everythingSent(behind)
  })
  expect([...ahead.complaints, ...behind.complaints]).toEqual([])
})
