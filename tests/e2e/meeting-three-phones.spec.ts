import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { App } from './app.ts'
import { enrolPerson, everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'

const SAID = 'Đề nghị sửa đường xóm Chùa trước mùa mưa.'
const SAID_LATER = 'Xin nhận phụ trách ba hộ ở tuyến 2.'

let house: House
let chair: App
let deputy: App
let member: App

test.beforeEach(async () => {
  house = await House.open({ demo: true })
  ;[chair, deputy, member] = await Promise.all([App.open(), App.open(), App.open()])
  await signIn(chair, house, { who: 'secretary' })
  await signIn(member, house, { who: 'member' })
  await enrolPerson({ inviter: chair, phone: deputy, house }, /Phó bí thư/u)
  for (const phone of [chair, deputy, member]) {
    await phone.visit(house.url)
    await phone.canOpenOffline()
    await everythingSent(phone)
  }
})
test.afterEach(async () => {
  for (const phone of [chair, deputy, member]) await phone.close()
  await house.close()
})

const now = () => `${house.url}/meetings/khu-dong-mit/sh-khu-dong-mit-2026-12/now`
const tab = (phone: App, name: RegExp) => phone.choose(name)
const agree = (phone: App, name: string) =>
  phone.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
async function nextItem(phone: App, title: RegExp): Promise<void> {
  await phone.press(/^(Sang mục|Vào mục đầu)/u)
  await expect(phone.page.getByRole('heading', { name: title }).first()).toBeVisible()
}
async function say(phone: App, index: number, text: string): Promise<void> {
  await tab(phone, /Phát biểu/u)
  await phone.page.getByLabel('Ai phát biểu').selectOption({ index })
  await phone.fill('Nội dung', text)
  await phone.press('Ghi phát biểu')
  await phone.sees(text)
}

/** The chair opens, marks who is here, and takes down the first contribution. */
async function firstHalf(): Promise<void> {
  await chair.visit(now())
  await chair.press('Khai mạc')
  await nextItem(chair, /Tuyên bố lý do/u)
  await nextItem(chair, /Điểm danh/u)
  await chair.press('Các đồng chí còn lại: có mặt')
  await chair.sees('21 / 21 đảng viên có mặt')
  await say(chair, 4, SAID)
}

/** The deputy takes the chair, goes on from there, votes, adopts and closes. */
async function secondHalf(): Promise<void> {
  await deputy.visit(now())
  await deputy.press('Tôi chủ trì tiếp')
  await deputy.sees(/Chủ trì: /u)
  await say(deputy, 5, SAID_LATER)
  await deputy.sees(SAID)
  await tab(deputy, /Biểu quyết/u)
  await deputy.press('Đưa ra biểu quyết')
  await deputy.sees('Có mặt lúc biểu quyết: 21 đồng chí')
  await deputy.press('Bắt đầu biểu quyết')
  await deputy.fill('Tán thành', '18')
  await deputy.press('Ghi kết quả kiểm đếm')
  await deputy.press('Ghi nhận: văn bản đã thông qua')
  await deputy.sees('Đã biểu quyết, chờ ký')
  await deputy.press('Ký và in')
  await deputy.press('Ký, chốt văn bản')
  await agree(deputy, 'Ký, chốt văn bản')
  await deputy.sees('Đã chốt')
  await deputy.visit(now())
  await tab(deputy, /Diễn biến/u)
  await deputy.press('Bế mạc')
  await agree(deputy, 'Bế mạc')
  await deputy.sees('Đã bế mạc')
}

/** Every phone shows the same evening, whole, and nothing is left anywhere. */
async function allAgree(): Promise<void> {
  for (const phone of [chair, deputy, member]) {
    await phone.visit(now())
    await phone.sees('Đã bế mạc')
    await tab(phone, /Phát biểu/u)
    await phone.sees(SAID)
    await phone.sees(SAID_LATER)
    await phone.doesNotSee(/Cần chủ trì xác định/u)
    await everythingSent(phone)
    await phone.visit(`${house.url}/kept`)
    await phone.sees(/Không có phần nào/u)
    expect(phone.complaints).toEqual([])
  }
  await member.visit(`${house.url}/resolutions/khu-dong-mit/nq-khu-dong-mit-2026-12`)
  await member.sees('Đã thông qua')
}

test('with the server: the chair’s phone dies, the deputy goes on from the last thing entered', async () => {
  await firstHalf()
  await member.visit(now())
  await tab(member, /Phát biểu/u)
  await nextItem(chair, /Tình hình đóng đảng phí/u)
  await everythingSent(chair)
  await member.sees('Tình hình đóng đảng phí')
  await expect(member.page.getByRole('radio', { name: /Phát biểu/u })).toBeChecked() // he is not taken away
  await chair.restart() // its battery is gone; nothing is open on it
  await secondHalf()
  await everythingSent(deputy)
  await allAgree()
})

test('without any network: the deputy goes on from a file, the dead phone returns later', async () => {
  await house.stop()
  await firstHalf()
  await tab(chair, /Diễn biến/u)
  await chair.press('Chuyển sang máy khác')
  const saved = chair.page.waitForEvent('download')
  await chair.press('Gửi tệp sang máy kia')
  const file = readFileSync(await (await saved).path())
  await chair.restart()

  await deputy.visit(`${house.url}/meetings/take-over`)
  await deputy.page
    .getByLabel('Chọn tệp đã nhận')
    .setInputFiles({ name: 'sinh-hoat.sochibo', mimeType: 'application/octet-stream', buffer: file })
  await deputy.sees('Đã nhận')
  await deputy.sees(/chờ máy chủ/u)
  await secondHalf()

  await house.start()
  await deputy.visit(now())
  await everythingSent(deputy)
  await chair.visit(house.url)
  await everythingSent(chair)
  await allAgree()
})
