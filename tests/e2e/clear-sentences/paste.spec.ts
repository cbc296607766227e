import { expect, test } from '@playwright/test'
import { App } from '#tests/e2e/app.ts'
import { everythingSent, signIn, startDraft } from '#tests/e2e/cell.ts'
import { randomFrom, words } from '#tests/e2e/editor/telex.ts'
import { House } from '#tests/e2e/house.ts'

const KILOBYTE = 1024
const random = randomFrom(20261203)
const bytesOf = (text: string): number => Buffer.byteLength(text)

let house: House
let secretary: App
let member: App
let draft: string

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  secretary = await App.open()
  member = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
  await signIn(member, house, { who: 'member' })
  draft = await startDraft(secretary)
})

test.afterAll(async () => {
  await secretary.close()
  await member.close()
  await house.close()
})

test.afterEach(() => expect([...secretary.complaints, ...member.complaints]).toEqual([]))

test('50 KB of Vietnamese text, in lines and without a line break, arrive whole on a second phone', async () => {
  const page = linesOf(50 * KILOBYTE)
  const endless = `Không xuống dòng: ${linesOf(50 * KILOBYTE).join(' ')}`
  await pasteAt('Công tác chính trị, tư tưởng', ` ${page.join('\n')}`)
  await pasteAt('Thực hiện nhiệm vụ chính trị', ` ${endless}`)
  await member.visit(draft)
  const missing = async () => {
    const arrived = await member.page.locator('main').evaluate((main) => (main as HTMLElement).innerText)
    return [...page, endless].filter((line) => !arrived.includes(line)).map((line) => line.slice(0, 40))
  }
  await expect.poll(missing).toEqual([])
  await everythingSent(secretary)
})

for (const [what, text] of [
  ['260 KB without a line break', linesOf(260 * KILOBYTE).join(' ')],
  ['a book', linesOf(300 * KILOBYTE).join('\n')],
] as const)
  test(`${what} is not pasted: a sentence says so, and nothing is lost`, async () => {
    const before = await secretary.sheet().innerText()
    await pasteAt('Biểu dương, nhắc nhở', text)
    await secretary.sees('Phần dán dài quá nên chưa dán. Mỗi lần nhiều nhất 200.000 ký tự')
    expect(await secretary.sheet().innerText()).toBe(before)
    expect(await secretary.page.evaluate(() => navigator.clipboard.readText())).toBe(text)
    await secretary.page.keyboard.type(' đồng chí')
    await secretary.doesNotSee('Phần dán dài quá')
  })

/** Lines of made-up words, together at least so many bytes of UTF-8. */
function linesOf(bytes: number): string[] {
  const lines: string[] = []
  for (let length = 0; length < bytes; length += bytesOf(lines.at(-1) ?? '') + 1)
    lines.push(words(random, 40).join(' '))
  return lines
}

async function pasteAt(line: string, text: string): Promise<void> {
  await secretary.sheet().getByText(line).first().click()
  await secretary.page.keyboard.press('End')
  await secretary.paste(text)
}
