import { expect, test } from '@playwright/test'
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

const PLACE = 'Nhà văn hóa khu Chùa Thượng, cạnh sân bóng'

test('[M2–M4] [P46] the rule is set without a network, and new plans begin with it', async () => {
  await test.step('the server is stopped; the secretary sets the rule', async () => {
    await secretary.canOpenOffline()
    await secretary.press('Sinh hoạt')
    await secretary.sees('Lên kế hoạch buổi mới')
    await house.stop()
    await secretary.press('Lịch sinh hoạt của chi bộ')
    await secretary.page.getByLabel('Ngày họp hằng tháng').selectOption({ label: 'Ngày 17' })
    await secretary.press('Lưu lịch')
    await secretary.sees('Đồng chí chọn giờ.')
    await secretary.fill('Giờ bắt đầu', '19:15')
    await secretary.fill('Nơi họp', PLACE)
    for (let month = 1; month <= 12; month++)
      await secretary.page.getByLabel(`Tháng ${month}`, { exact: true }).check()
    await secretary.fill('Giờ bắt đầu trong tháng mùa vụ', '20:45')
    await secretary.press('Lưu lịch')
    await secretary.sees('Lên kế hoạch buổi mới')
  })

  await test.step('a new plan has day, place and the hour of harvest; the rule stands as it was set', async () => {
    await secretary.press('Lên kế hoạch buổi mới')
    await expect(secretary.page.getByLabel('Ngày', { exact: true })).toHaveValue(/-17$/u)
    await expect(secretary.page.getByLabel('Giờ bắt đầu')).toHaveValue('20:45')
    await expect(secretary.page.getByLabel('Nơi họp')).toHaveValue(PLACE)
    await secretary.page.goBack()
    await secretary.press('Lịch sinh hoạt của chi bộ')
    await expect(secretary.page.getByLabel('Ngày họp hằng tháng')).toHaveValue('17')
    await expect(secretary.page.getByLabel('Tháng 12', { exact: true })).toBeChecked()
  })

  await test.step('the server is back and takes it; a member is not offered to set one', async () => {
    await house.start()
    await everythingSent(secretary)
    await member.press('Sinh hoạt')
    await expect(member.button('Nhận từ máy khác')).toBeVisible()
    await expect(member.button('Lịch sinh hoạt của chi bộ')).toHaveCount(0)
  })
  expect([...secretary.complaints, ...member.complaints]).toEqual([])
})
