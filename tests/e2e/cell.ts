import { expect } from '@playwright/test'
import type { App } from './app.ts'
import type { House } from './house.ts'
import { unsentBy } from './phone-book.ts'

/** Whom the demo's links are for, in the order it prints them. */
const [OFFICER, SECRETARY, MEMBER] = [0, 1, 2]
const WHO = { officer: OFFICER, secretary: SECRETARY, member: MEMBER } as const

/** Lets one of the demo's people in on a phone, at an address of the house or of a line to it. */
export async function signIn(
  app: App,
  house: House,
  { who, at = house.url }: { who: keyof typeof WHO; at?: string },
): Promise<void> {
  await app.visit((house.demoLinks[WHO[who]] ?? '').replace(house.url, at))
  await app.press('Tôi đã đọc, tiếp tục')
  await app.press('Mở sổ')
  await app.sees('Sinh hoạt thường kỳ')
}

/** Opens the page on which a member of the cell is invited with a new phone. */
export async function invite(inviter: App, house: House): Promise<void> {
  const [, member = ''] = /member, (.+):/u.exec(house.printed) ?? []
  await inviter.visit(`${house.url}/people`)
  await inviter.press(/Chi bộ khu/u)
  await inviter.press(new RegExp(`^${member}`, 'u'))
  await inviter.press('Kết nối máy mới')
}

/** Starts this month's resolution and leaves its sheet open. @returns its address */
export async function startDraft(app: App): Promise<string> {
  await app.press('Nghị quyết')
  await app.press('Soạn nghị quyết mới')
  await app.press('Bắt đầu soạn')
  await expect(app.sheet()).toBeVisible()
  return app.page.url()
}

/** Puts the caret at the end of the line that holds a text and types like a person. */
export async function typeAtEnd(phone: App, line: string, text: string): Promise<void> {
  await phone.sheet().getByText(line).first().click()
  await phone.page.keyboard.press('End')
  await phone.page.keyboard.type(text, { delay: 5 })
}

/** Until nothing waits on this phone's disk any more, and its header says so: for a moment it may still tell what was before. */
export async function everythingSent(phone: App): Promise<void> {
  await expect.poll(() => unsentBy(phone)).toBe(0)
  await nothingWaits(phone)
}

/** Until the header of the book that is open says so, whatever another book on this phone holds. */
export async function nothingWaits(phone: App): Promise<void> {
  await expect(phone.page.getByText('Chờ gửi: 0').first()).toBeVisible()
}

/** Lets somebody of the demo's first cell in on a new phone, by link and the six digits on both screens. */
export async function enrolPerson(
  { inviter, phone, house }: { inviter: App; phone: App; house: House },
  person: RegExp,
): Promise<void> {
  await inviter.visit(`${house.url}/people`)
  await inviter.press(/Chi bộ khu Đồng Mít/u)
  await inviter.press(person)
  await inviter.press('Kết nối máy mới')
  await inviter.press('Sao chép liên kết')
  const link = await inviter.page.evaluate(() => navigator.clipboard.readText())
  await phone.visit(link)
  await phone.press('Tôi đã đọc, tiếp tục')
  await inviter.press('Giống nhau, cho vào sổ')
  await phone.press('Mở sổ')
  await phone.sees(/Sinh hoạt/u)
}
