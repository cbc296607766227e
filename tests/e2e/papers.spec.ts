import { expect, test } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'
import { App } from './app.ts'
import { everythingSent, signIn } from './cell.ts'
import { House } from './house.ts'

const MM = 72 / 25.4
const MARGIN = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 15 * MM }
/** What a letter may reach over its box. */
const SLACK = 2

let house: House
let phone: App
test.beforeAll(async () => {
  house = await House.open({ demo: true })
  phone = await App.open()
  await signIn(phone, house, { who: 'secretary' })
  await phone.canOpenOffline()
  await everythingSent(phone)
  await phone.hasPart('papers')
  await house.stop()
  await phone.press('Sinh hoạt')
  await phone.page
    .getByRole('link', { name: /tháng 11\/2026.*Đã họp/u })
    .first()
    .click()
  await phone.page.waitForURL(/\/meetings\/[^/]+\/[^/]+$/u)
  await phone.visit(`${phone.page.url()}/papers`)
})
test.afterAll(async () => {
  await phone.close()
  await house.close()
})

type Line = { text: string; x: number; right: number; y: number; height: number }

/** Prints what is on the screen as the phone's print dialog does, and reads it back. */
async function printed(
  kind: string,
): Promise<{ width: number; height: number; lines: Line[]; pages: number; text: string }> {
  await phone.page.getByLabel('Văn bản').selectOption({ label: kind })
  await expect(phone.page.locator('.paper, .slips').first()).toBeVisible()
  await phone.page.evaluate(() => document.fonts.ready.then(() => undefined))
  const bytes = await phone.page.pdf({ preferCSSPageSize: true })
  const file = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: true }).promise
  const first = await file.getPage(1)
  const { width, height } = first.getViewport({ scale: 1 })
  const lines: Line[] = []
  for (let n = 1; n <= file.numPages; n++) {
    const { items } = await (await file.getPage(n)).getTextContent()
    for (const item of items as TextItem[]) {
      const [, , , , x = 0, y = 0] = item.transform as number[]
      const last = lines.at(-1)
      // A line comes in pieces, one for each file its letters are drawn from.
      if (last && Math.abs(last.y - y) < 1 && x >= last.x && x - last.right < SLACK) {
        last.text += item.str
        last.right = x + item.width
        last.height = Math.max(last.height, item.height)
      } else if (item.str.trim() !== '')
        lines.push({ text: item.str, x, right: x + item.width, y, height: item.height })
    }
  }
  return {
    width,
    height,
    lines,
    pages: file.numPages,
    text: lines
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/gu, ' '),
  }
}
const found = (lines: readonly Line[], text: string): Line => {
  const line = lines.find((one) => one.text.includes(text))
  if (!line) throw new Error(`not on the paper: ${text}`)
  return line
}

/** [Y16] Page numbers stand above the text, on every page but the first. */
function apart(all: readonly Line[], height: number): { lines: Line[]; numbers: string[] } {
  const isAbove = ({ y }: Line) => y > height - MARGIN.top
  return {
    lines: all.filter((one) => !isAbove(one)),
    numbers: all.filter(isAbove).map(({ text }) => text.trim()),
  }
}
const numbersUpTo = (pages: number): string[] => Array.from({ length: pages - 1 }, (_, i) => String(i + 2))

test('[Y8] [Y9] a signed resolution on A4: margins, headings, number, date, signature, recipients', async () => {
  const { width, height, lines: all, text, pages } = await printed('Nghị quyết, kết luận')
  const { lines, numbers } = apart(all, height)
  expect(numbers).toEqual(numbersUpTo(pages))
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
  for (const { text: words, x, right, y } of lines) {
    expect(x, words).toBeGreaterThanOrEqual(MARGIN.left - SLACK)
    expect(right, words).toBeLessThanOrEqual(width - MARGIN.right + SLACK)
    expect(y, words).toBeGreaterThanOrEqual(MARGIN.bottom - SLACK)
    expect(y, words).toBeLessThanOrEqual(height - MARGIN.top)
  }
  const middle = (MARGIN.left + width - MARGIN.right) / 2
  const [body, motto] = [found(lines, 'CHI BỘ KHU'), found(lines, 'ĐẢNG CỘNG SẢN VIỆT NAM')]
  expect(body.right).toBeLessThan(middle)
  expect(motto.x).toBeGreaterThan(middle)
  expect(text).toMatch(/Số \d\d-NQ\/CB/u)
  expect(text).not.toContain('Số:')
  expect(found(lines, 'ngày 03 tháng 11 năm 2026').text).toMatch(/^Thanh Mộc, ngày/u)
  expect(text).toMatch(/NGHỊ QUYẾT về lãnh đạo .* -----/u)
  expect(found(lines, 'T/M CHI BỘ').x).toBeGreaterThan(middle)
  expect(found(lines, 'Nơi nhận:').right).toBeLessThan(middle)
  expect(text).toMatch(/- Lưu Chi bộ\./u)
  expect(text).not.toMatch(/\.\/\.|CỘNG HÒA XÃ HỘI|Hôm nay Sinh hoạt/u)
  expect(Math.round(found(lines, 'Sau khi thảo luận').height)).toBe(14)
  const indent = found(lines, 'Sau khi thảo luận').x - MARGIN.left
  expect(Math.abs(indent - 10 * MM)).toBeLessThan(SLACK)
})

test('[Y7] [Y10] minutes that wrote themselves, signed left and right, without hyphens', async () => {
  const { width, height, lines: all, text, pages } = await printed('Biên bản')
  const { lines, numbers } = apart(all, height)
  expect(pages).toBeGreaterThan(1)
  expect(numbers).toEqual(numbersUpTo(pages))
  const middle = (MARGIN.left + width - MARGIN.right) / 2
  expect(text).toMatch(/BIÊN BẢN sinh hoạt chi bộ thường kỳ tháng 11 năm 2026/u)
  expect(text).not.toContain('-----')
  expect(text).toContain('Tổng số đảng viên: 20 đồng chí')
  expect(text).toMatch(/tán thành \d+, không tán thành 0/u)
  expect(found(lines, 'THƯ KÝ').right).toBeLessThan(middle)
  expect(found(lines, 'CHỦ TRÌ').x).toBeGreaterThan(middle)
})

test('[Y12] the papers around a meeting print, each alone', async () => {
  expect((await printed('Thông báo họp')).text).toMatch(/THÔNG BÁO .*1\. Thời gian/u)
  const invitations = await printed('Giấy mời, mỗi người một tờ')
  expect(invitations.pages).toBe(11)
  expect((await printed('Danh sách điểm danh để ký')).text).toMatch(/Ký tên/u)
  expect((await printed('Chương trình điều hành một trang')).pages).toBe(1)
  const ballots = await printed('Phiếu biểu quyết để cắt')
  expect(ballots.text.match(/PHIẾU BIỂU QUYẾT/gu)?.length).toBe(18)
  expect(ballots.text).not.toContain('Cao Minh Hòa')
  expect(phone.complaints).toEqual([])
})
