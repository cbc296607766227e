import { expect, test } from '@playwright/test'
import { claimBy, newPhone } from '#server/routes/trial-house.fixture.ts'
import { App } from '#tests/e2e/app.ts'
import { BadLine } from '#tests/e2e/bad-line.ts'
import { invite, signIn } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'

const TEN_MINUTES = 10 * 60_000

let house: House
let secretary: App
let guest: App

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  secretary = await App.open()
  guest = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
})

test.afterAll(async () => {
  await secretary.close()
  await guest.close()
  await house.close()
})

test('somebody in between puts his own phone forward: the digits differ, nobody comes in, both are told', async () => {
  const line = await BadLine.to(house.url)
  line.manner = async (path, body) => {
    if (path !== '/enrolments/claim') return body
    const { secret } = JSON.parse(body.toString()) as { secret: string }
    return Buffer.from(JSON.stringify(await claimBy(await newPhone('Máy của kẻ đứng giữa'), secret)))
  }
  try {
    await open((await newLink()).replace(house.url, line.url))
    await guest.sees('Đọc to sáu số này')
    await secretary.sees('Sáu số trên hai máy có giống nhau không?')
    expect(await digitsOn(guest)).not.toBe(await digitsOn(secretary))
    await secretary.press('Không giống, dừng lại')
    await secretary.sees('Đã dừng, không máy nào vào sổ')
    await guest.sees('Máy này chưa vào sổ')
    await guest.sees('Sáu số trên hai máy không giống nhau')
    await guest.doesNotSee('Đọc to sáu số này')
    await secretary.press('Quay lại')
    await secretary.sees('Chưa có máy nào kết nối.')
  } finally {
    await line.close()
  }
})

test('a link opened by another phone before is told as used, and whom to tell', async () => {
  const link = await newLink()
  const secret = new URL(link).hash.slice(1).split('.')[0] ?? ''
  const body = JSON.stringify(await claimBy(await newPhone('Máy nhanh tay'), secret))
  await fetch(`${house.url}/enrolments/claim`, { method: 'POST', body })
  await open(link)
  await guest.sees('Liên kết này đã có máy khác mở')
  await guest.sees('báo ngay cho người mời')
})

const WHOLE = `${'k'.repeat(22)}.${'f'.repeat(22)}`

for (const [what, hash] of [
  ['that nobody made', WHOLE],
  ['that lost its last letters', WHOLE.slice(0, -5)],
  ['full of signs', '%E0%A4%A%%'],
])
  test(`a link ${what} is told as wrong, and what to do`, async () => {
    await open(`${house.url}/enrol#${hash}`)
    await guest.sees('Liên kết không dùng được')
    await guest.sees('Liên kết này không đúng; có thể đã mất hoặc đổi vài chữ')
    await guest.sees('Nhờ người mời mở lại tên đồng chí')
  })

test('a link without its last part says so before anything is asked', async () => {
  await guest.visit(`${house.url}/enrol`)
  await guest.sees('Liên kết thiếu phần cuối')
})

test('after ten minutes a link has ended, for the guest and for whoever compares', async () => {
  await open(await newLink())
  await secretary.sees('Sáu số trên hai máy có giống nhau không?')
  await house.order({ moveClockBy: TEN_MINUTES })
  await secretary.press('Giống nhau, cho vào sổ')
  await secretary.sees('Liên kết đã hết hạn. Đồng chí tạo liên kết mới.')
  const link = await newLink()
  await house.order({ moveClockBy: TEN_MINUTES })
  await open(link)
  await guest.sees('chỉ dùng được trong 10 phút')
  expect([...secretary.complaints, ...guest.complaints]).toEqual([])
})

test('a set-up link of an earlier start, and one that was used, are told apart', async () => {
  const empty = await House.open()
  try {
    const ofFirstStart = empty.setUpLink
    await empty.stop()
    await empty.start()
    await found(ofFirstStart)
    await guest.sees('mỗi lần máy chủ khởi động lại, liên kết trước hết hiệu lực')
    await found(empty.setUpLink)
    await guest.sees('Đã lập sổ của xã')
    await found(empty.setUpLink)
    await guest.sees('Sổ của xã đã được lập bằng liên kết này')
  } finally {
    await empty.close()
  }
})

/** The secretary makes a link for a member of his cell. */
async function newLink(): Promise<string> {
  await invite(secretary, house)
  await secretary.press('Sao chép liên kết')
  return secretary.page.evaluate(() => navigator.clipboard.readText())
}

async function open(link: string): Promise<void> {
  await guest.visit('about:blank')
  await guest.visit(link)
  await guest.press('Tôi đã đọc, tiếp tục')
}

async function found(link: string): Promise<void> {
  await guest.visit('about:blank')
  await guest.visit(link)
  await guest.fill('Tên xã, phường', 'xã Thanh Ba')
  await guest.fill('Họ và tên đồng chí', 'Phạm Thị Yến')
  await guest.press('Lập sổ')
}

/** As they are read aloud: `4 0 7 9 1 3`. */
async function digitsOn(app: App): Promise<string> {
  return app.page.getByText(/^\d \d \d \d \d \d$/u).innerText()
}
