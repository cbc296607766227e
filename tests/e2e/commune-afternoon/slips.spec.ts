import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { App } from '#tests/e2e/app.ts'
import { findBrowser } from '#tests/e2e/browser.ts'
import { House } from '#tests/e2e/house.ts'
import { foundCommune, importCell, makeSlips } from './commune.ts'

const NAMES =
  `Nguyễn Thị Phương Lan|Trần Văn Hòa|Lê Thị Mai|Hà Văn Tâm|Đinh Công Hùng|Nguyễn Thị Hồng Nhung|Phạm Ngọc Ánh|Hoàng Thị Bích Ngọc|Đỗ Văn Minh|Bùi Thị Kim Oanh|Vũ Đình Quyết|Nguyễn Hữu Thắng|Trịnh Thị Thanh Huyền|Lý A Páo`.split(
    '|',
  )
const CELL = 'Chi bộ Khu 1'

test('a training afternoon: slips are printed, twelve phones come at once, and many are let in together', async () => {
  const house = await House.open()
  const officer = await App.open()
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    await foundCommune(officer, house)
    await importCell(officer, house, CELL, NAMES)
    const slips = await test.step('fourteen slips stand on two sheets, eight on the first', async () => {
      const made = await makeSlips(officer, house, NAMES)
      expect([...made.keys()].sort()).toEqual([...NAMES].sort())
      await officer.sees(/14 phiếu, dùng đến hết ngày/u)
      const pdf = (await officer.page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(2)
      return (name: string) => made.get(name) ?? ''
    })

    const phones =
      await test.step('eleven use slips at once, by link or by digits; one more comes by an ordinary link', async () => {
        const [byLink, byDigits] = [NAMES.slice(0, 6), NAMES.slice(6, 11)]
        const linked = byLink.map((name) =>
          phoneWith(browser, `${house.url}/enrol#${slips(name).replaceAll(' ', '')}`),
        )
        const typed = byDigits.map((name) => phoneTyping(browser, `${house.url}/enrol`, slips(name)))
        const invited = invite(officer, house, NAMES[11] ?? '').then((link) => phoneWith(browser, link))
        const waiting = await Promise.all([...linked, ...typed])
        const twelfth = await invited
        await officer.press('Giống nhau, cho vào sổ')
        await expect(twelfth.getByText('Máy này đã vào sổ')).toBeVisible()
        for (const page of waiting)
          await expect(page.getByText('Phiếu đã nhận, chờ bí thư duyệt')).toBeVisible()
        return waiting
      })

    await test.step('a photographed slip: the second phone is told, and gets nowhere', async () => {
      const thief = await phoneWith(
        browser,
        `${house.url}/enrol#${slips(NAMES[0] ?? '').replaceAll(' ', '')}`,
      )
      await expect(thief.getByText(/Phiếu này đã dùng trên một máy khác/u)).toBeVisible()
      await thief.close()
    })
    await test.step('wrong digits are told and can be typed again', async () => {
      const page = await phoneTyping(browser, `${house.url}/enrol`, '1111 2222 3333 4444')
      await expect(page.getByText(/Mã số này không đúng/u)).toBeVisible()
      await page.getByRole('button', { name: 'Nhập mã số khác' }).click()
      await page.getByLabel(/Mã số trên phiếu/u).fill('12 34')
      await page.getByRole('button', { name: 'Tiếp tục' }).click()
      await expect(page.getByText(/đúng 16 chữ số/u)).toBeVisible()
      await page.close()
    })
    await test.step('somebody closes the page, opens the book again and still waits', async () => {
      const context = phones[1]!.context()
      const digits = await digitsOn(phones[1]!)
      await phones[1]!.close()
      phones[1] = await context.newPage()
      await phones[1].goto(house.url)
      await expect(phones[1].getByText('Phiếu đã nhận, chờ bí thư duyệt')).toBeVisible()
      expect(await digitsOn(phones[1])).toBe(digits)
    })
    await test.step('the officer compares digits, turns one away and lets ten in at once', async () => {
      await officer.visit(house.url)
      await officer.sees('11 máy chờ đồng chí duyệt')
      await officer.press('Xem và duyệt')
      await officer.sees('11 máy chờ')
      for (const [i, phone] of phones.entries()) {
        const name = new RegExp(`${NAMES[i]}.*${await digitsOn(phone)}`, 'su')
        await expect(officer.page.getByRole('checkbox', { name })).toBeVisible()
      }
      await officer.page.getByRole('checkbox', { name: new RegExp(NAMES[2] ?? '', 'u') }).check()
      await officer.press('Từ chối 1 máy')
      await officer.page.getByRole('dialog').getByRole('button', { name: 'Từ chối 1 máy' }).click()
      await officer.sees('Đã từ chối 1 máy.')
      await expect(phones[2]!.getByText(/chưa cho máy này vào sổ/u)).toBeVisible()
      await officer.press('Chọn tất cả')
      await officer.press('Cho 10 máy vào sổ')
      await officer.sees('Đã cho 10 máy vào sổ.')
      await officer.sees('Không có máy nào chờ')
    })
    await test.step('all ten are in and read their cell’s book', async () => {
      for (const page of phones.filter((_, i) => i !== 2)) {
        await page.getByRole('button', { name: 'Mở sổ' }).click()
        await expect(page.getByText('Sinh hoạt thường kỳ').first()).toBeVisible()
      }
    })
    expect(officer.complaints).toEqual([])
  } catch (why) {
    await officer.page.screenshot({ path: 'test-results/officer.png', fullPage: true }).catch(() => undefined)
    throw why
  } finally {
    await officer.close()
    await browser.close()
    await house.close()
  }
})

/** A phone of its own: a storage nobody else has. */
async function newPhone(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(address)
  return page
}
async function phoneWith(browser: Browser, link: string): Promise<Page> {
  const page = await newPhone(browser, link)
  await page.getByRole('button', { name: 'Tôi đã đọc, tiếp tục' }).click()
  return page
}
async function phoneTyping(browser: Browser, address: string, code: string): Promise<Page> {
  const page = await newPhone(browser, address)
  await page.getByLabel(/Mã số trên phiếu/u).fill(code)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('button', { name: 'Tôi đã đọc, tiếp tục' }).click()
  return page
}

/** @returns the link of an ordinary invitation; the officer's screen then waits for the digits */
async function invite(officer: App, house: House, name: string): Promise<string> {
  await officer.visit(`${house.url}/people`)
  await officer.press(new RegExp(CELL, 'u'))
  await officer.press(new RegExp(name, 'u'))
  await officer.press('Kết nối máy mới')
  await officer.press('Sao chép liên kết')
  return officer.page.evaluate(() => navigator.clipboard.readText())
}

/** The six digits as two groups, as people read them. */
async function digitsOn(page: Page): Promise<string> {
  const text = await page.getByText('Số trên máy này').locator('xpath=..').innerText()
  const digits = text.replace(/\D/gu, '').slice(-6)
  return `${digits.slice(0, 3)} ${digits.slice(3)}`
}
