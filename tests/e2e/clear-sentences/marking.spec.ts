import { expect, test } from '@playwright/test'
import { App } from '#tests/e2e/app.ts'
import { everythingSent, signIn } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'

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

test('[S18] [S19] what bears a marking of secrecy stays on the phone, is said, and can be taken out without losing a word', async () => {
  await everythingSent(secretary)
  await secretary.press('Sinh hoạt')
  await secretary.press('Lên kế hoạch buổi mới')
  await secretary.page.getByLabel(/^Sinh hoạt bất thường/u).check()
  await secretary.page.getByLabel('Giờ bắt đầu').fill('19:30')
  await secretary.fill('Nơi họp', 'Nhà văn hóa khu')
  await secretary.fill('Chuyên đề hoặc việc cần bàn', '[TỐI MẬT] Phương án bảo vệ')
  await secretary.press('Lưu kế hoạch')
  await secretary.sees('[TỐI MẬT] Phương án bảo vệ')

  await secretary.visit(house.url)
  await secretary.sees('Có dấu chỉ độ mật: chưa gửi')
  await secretary.press('Xem phần đang giữ lại')
  await secretary.sees('có dấu chỉ độ mật, không gửi')
  await secretary.sees('Chờ gửi: 1')
  await member.visit(`${house.url}/meetings`)
  await member.sees('Sắp tới')
  await member.doesNotSee(/Phương án bảo vệ/u)

  await secretary.press('Đưa ra khỏi phần chờ gửi, giữ lời')
  await everythingSent(secretary)
  await secretary.visit(`${house.url}/kept`)
  await secretary.sees(/\[TỐI MẬT\] Phương án bảo vệ/u)
  expect([...secretary.complaints, ...member.complaints]).toEqual([])
})
