import AxeBuilder from '@axe-core/playwright'
import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pictureSizeIn } from '#shared/rules/picture-size.ts'
import { mediaTypeOf } from '#shared/rules/attachment-type.ts'
import { App } from '#tests/e2e/app.ts'
import { BadLine } from '#tests/e2e/bad-line.ts'
import { findBrowser } from '#tests/e2e/browser.ts'
import { everythingSent, signIn } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'
import { claimsToBe, fileOf, photo } from './photo.ts'

const DAY = 24 * 60 * 60 * 1000
const TITLE = 'Họp dân khu Đồng Mít về làm đường'
const MB = 1024 * 1024
/** Zalo's own browser: a person, though its name is a messenger's. */
const ANDROID =
  'Mozilla/5.0 (Linux; Android 13; SM-A057F) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36 Zalo'

let folder: string
let house: House
let secretary: App
let stranger: Browser

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  house = await House.open({ demo: true })
  secretary = await App.open()
  stranger = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
})

test.afterEach(async () => {
  await stranger.close()
  await secretary.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

test('an announcement with a picture, from a phone without a network to a stranger without JavaScript', async () => {
  await signIn(secretary, house, { who: 'secretary' })
  const file = fileOf(folder, 'duong.jpg', await photo(secretary.page, { width: 2000, height: 1200 }))
  await secretary.canOpenOffline()
  await secretary.visit(`${house.url}/announcements`)
  await secretary.sees('Viết thông báo')

  await test.step('[F2] [A14] written with the server away: kept on the phone, said so', async () => {
    await house.stop()
    await write(secretary, TITLE)
    await choose(secretary, file)
    await secretary.sees('614 × 1024 điểm ảnh')
    await secretary.fill('Ảnh cho thấy gì', 'Đoạn đường sắp làm')
    await secretary.press('Xem trước')
    await secretary.sees('Gửi qua Zalo, liên kết sẽ hiện thế này')
    await isCleanForAxe(secretary.page)
    await secretary.press('Công bố')
    await secretary.sees('Chờ gửi, chưa công bố')
    await secretary.sees(/Ảnh .+ đang chờ gửi/u)
  })
  await test.step('[F4] the server is back: words first, the picture after them, both by themselves', async () => {
    await house.start()
    await everythingSent(secretary)
    await secretary.sees('Đã công bố')
    await secretary.doesNotSee(/Ảnh .*đang chờ gửi/u)
    await isCleanForAxe(secretary.page)
  })
  const link = await linkOn(secretary)
  await test.step('[A12] [F8] a stranger sees it, upright, small, and nothing the camera wrote into it', async () => {
    const page = await open(link)
    const picture = page.getByRole('img', { name: 'Đoạn đường sắp làm' })
    await expect(picture).toBeVisible()
    const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 }
    expect(height / width).toBeCloseTo(1024 / 614, 1)
    const bytes = await fetched(page, await picture.getAttribute('src'))
    expect(pictureSizeIn(bytes)).toEqual({ width: 614, height: 1024 })
    expect(bytes.length).toBeLessThanOrEqual(200 * 1024)
    for (const trace of ['Exif', 'MAYANH', 'GPS']) expect(bytes.includes(trace)).toBe(false)
    await page.close()
  })
  await test.step('[A13] messengers get a card of 1200 × 630 drawn on the phone', async () => {
    await answers(`${link}/the`, 200)
    const page = await open(link)
    const address = await page.locator('meta[property="og:image"]').getAttribute('content')
    const bytes = await fetched(page, address)
    expect([mediaTypeOf(bytes), pictureSizeIn(bytes)]).toEqual(['image/jpeg', { width: 1200, height: 630 }])
    expect(bytes.length).toBeLessThanOrEqual(100 * 1024)
    await page.close()
  })
  const list =
    await test.step('[A15] the secretary opens the public list; it leads to the page and back', async () => {
      await secretary.visit(`${house.url}/announcements`)
      await secretary.press('Mở trang chung')
      await everythingSent(secretary)
      const address = await linkOn(secretary)
      const page = await open(address)
      await page.getByRole('link', { name: TITLE }).click()
      await expect(page.getByRole('img', { name: 'Đoạn đường sắp làm' })).toBeVisible()
      await page.getByRole('link', { name: 'Các thông báo khác của chi bộ' }).click()
      await expect(page).toHaveURL(address)
      await page.close()
      return address
    })
  await test.step('[A16] the cell is told how often it was opened, and that this follows nobody', async () => {
    await secretary.press(new RegExp(TITLE, 'u'))
    await secretary.sees(/Khoảng 3 lượt mở, tính đến/u)
  })
  await test.step('[F9] pictures make room on the phone and come again when somebody wants them', async () => {
    await secretary.visit(`${house.url}/sync`)
    await secretary.press('Bỏ ảnh cho nhẹ máy')
    await secretary.sees(/Đã bỏ .+ ảnh/u)
    await secretary.visit(`${house.url}/announcements`)
    await secretary.press(new RegExp(TITLE, 'u'))
    await secretary.press(/Tải ảnh/u)
    await secretary.doesNotSee('ảnh chưa có trên máy này')
    await expect(secretary.page.getByRole('img', { name: 'Đoạn đường sắp làm' })).toBeVisible()
  })
  await test.step('[A6] 31 days on it has run out, kindly for who had the link, and its picture with it', async () => {
    await house.order({ moveClockBy: 31 * DAY })
    await isGone(link, 'đã hết hạn')
    const page = await open(list)
    await expect(page.getByRole('link', { name: TITLE })).toHaveCount(0)
    await page.close()
    await house.order({ moveClockBy: -31 * DAY })
  })
  await test.step('[A5] withdrawn it says so, and its picture is gone', async () => {
    await secretary.press('Rút thông báo')
    await secretary.page.getByRole('dialog').getByRole('button', { name: 'Rút thông báo' }).click()
    await secretary.sees('Đã rút')
    await everythingSent(secretary)
    await isGone(link, 'đã được thu lại')
  })
  expect(secretary.complaints).toEqual([])
})

test('[F8] what no phone can open is refused in clear words, and nothing written is lost', async () => {
  await signIn(secretary, house, { who: 'secretary' })
  const small = await photo(secretary.page, { width: 400, height: 300 })
  const files = {
    heavy: fileOf(folder, 'nang.jpg', small, 60 * MB),
    large: fileOf(folder, 'lon.jpg', claimsToBe(small, { width: 12_000, height: 9_000 })),
    heic: fileOf(folder, 'isecretary.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1')),
    text: fileOf(folder, 'chu.jpg', Buffer.from('không phải ảnh')),
    cut: fileOf(folder, 'cut.jpg', small.subarray(0, 200)),
  }
  await secretary.visit(`${house.url}/announcements`)
  await write(secretary, 'Chữ còn nguyên')
  await choose(secretary, files.heavy)
  await secretary.sees('Tệp ảnh nặng 63 MB')
  await choose(secretary, files.large)
  await secretary.sees('Ảnh có 108 triệu điểm ảnh')
  await choose(secretary, files.heic)
  await secretary.sees('dạng HEIC của iPhone')
  for (const file of [files.text, files.cut]) {
    await choose(secretary, file)
    await secretary.sees('không mở được như một bức ảnh')
  }
  await choose(secretary, fileOf(folder, 'nho.jpg', small))
  await secretary.sees('300 × 400 điểm ảnh')
  // What is promised: what was done up to 200 ms before the end is there.
  await secretary.page.waitForFunction((until) => Date.now() >= until, Date.now() + 200)
  await secretary.killAndReopen(`${house.url}/announcements`)
  await secretary.press('Viết tiếp')
  await expect(secretary.page.getByLabel('Tiêu đề')).toHaveValue('Chữ còn nguyên')
  await expect(secretary.page.getByRole('img', { name: 'Ảnh', exact: true })).toBeVisible()
  await secretary.press('Bỏ ảnh')
  await secretary.sees('Chọn ảnh')
  expect(secretary.complaints).toEqual([])
})

test('[F2] a full phone keeps no picture and says so; when there is room it does', async () => {
  await signIn(secretary, house, { who: 'secretary' })
  const file = fileOf(folder, 'anh.jpg', await photo(secretary.page, { width: 800, height: 600 }))
  await secretary.restart()
  await secretary.storageOf(house.url, 1000)
  await secretary.visit(`${house.url}/announcements`)
  await write(secretary, 'Máy đầy')
  await choose(secretary, file)
  await secretary.sees('Bộ nhớ của máy này đã đầy nên chưa làm được việc này')
  await secretary.doesNotSee(/điểm ảnh/u)
  await secretary.storageOf(house.url, null)
  await choose(secretary, file)
  await secretary.sees('600 × 800 điểm ảnh')
  await expect(secretary.page.getByLabel('Tiêu đề')).toHaveValue('Máy đầy')
  expect(secretary.complaints).toEqual([])
})

test('[F4] an upload that is cut in the middle goes on where it was', async () => {
  const line = await BadLine.to(house.url)
  try {
    await signIn(secretary, house, { who: 'secretary', at: line.url })
    const file = fileOf(folder, 'to.jpg', await photo(secretary.page, { width: 1600, height: 1200 }))
    const pieces: string[] = []
    line.manner = async (path, body) => {
      const start = /^\/attachments\/.+&start=(\d+)/u.exec(path)?.[1]
      if (start === undefined) return body
      pieces.push(start)
      return start === '0' ? body : new Promise<Buffer>(() => undefined)
    }
    await secretary.visit(`${line.url}/announcements`)
    await write(secretary, 'Ảnh đi đường xa')
    await choose(secretary, file)
    await secretary.press('Xem trước')
    await secretary.press('Công bố')
    await secretary.sees('Đã công bố')
    await secretary.sees(/Ảnh đang chờ gửi, đã gửi 66 kB/u)
    await expect.poll(() => pieces.filter((start) => start !== '0').length).toBeGreaterThan(0)

    await secretary.restart()
    line.manner = (path, body) => {
      const start = /^\/attachments\/.+&start=(\d+)/u.exec(path)?.[1]
      if (start !== undefined) pieces.push(start)
      return body
    }
    const begun = pieces.length
    await secretary.visit(`${line.url}/announcements`)
    await expect.poll(() => pieces[begun]).toBe('65536')
    await everythingSent(secretary)
    await secretary.press(/Ảnh đi đường xa/u)
    const page = await open((await linkOn(secretary)).replace(line.url, house.url))
    await expect(page.locator('img')).toBeVisible()
    await page.close()
    expect(secretary.complaints).toEqual([])
  } finally {
    await line.close()
  }
})

async function isCleanForAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
}

async function write(phone: App, title: string): Promise<void> {
  await phone.press('Viết thông báo')
  await phone.fill('Tiêu đề', title)
  await phone.fill('Nội dung', 'Kính mời bà con đến nhà văn hóa bàn việc làm đường nội đồng.')
  await phone.fill('Địa điểm', 'Nhà văn hóa khu Đồng Mít')
}

const choose = (phone: App, file: string) => phone.page.locator('input[type=file]').setInputFiles(file)

async function linkOn(phone: App): Promise<string> {
  await phone.press('Sao chép liên kết')
  await phone.sees('Đã sao chép')
  return phone.page.evaluate(() => navigator.clipboard.readText())
}

/** As somebody who never heard of the book: no JavaScript, nothing stored. */
async function open(address: string, status = 200): Promise<Page> {
  const page = await (await stranger.newContext({ javaScriptEnabled: false, userAgent: ANDROID })).newPage()
  await answers(address, status)
  await page.goto(address)
  return page
}

/** Until the server has what was just sent; asked as a robot, which is not counted. */
async function answers(address: string, status: number): Promise<void> {
  const ask = async () => (await fetch(address, { headers: { 'user-agent': 'monitor' } })).status
  await expect.poll(ask).toBe(status)
}

async function fetched(page: Page, address: string | null): Promise<Buffer> {
  const response = await page.request.get(new URL(address ?? '', page.url()).href)
  expect(response.status()).toBe(200)
  return response.body()
}

async function isGone(link: string, words: string): Promise<void> {
  const page = await open(link, 410)
  await expect(page.getByText(words)).toBeVisible()
  await expect(page.getByText(TITLE)).toHaveCount(0)
  for (const file of ['anh', 'the']) expect((await page.request.get(`${link}/${file}`)).status()).toBe(404)
  await page.close()
}
