import { expect, test, type Page } from '@playwright/test'
import { App } from './app.ts'
import { signIn } from './cell.ts'
import { House } from './house.ts'

const WORDS = 24
/** Words of her own: none is the beginning of another. */
const words = Array.from({ length: WORDS }, (_, i) => `việc${String(i + 1).padStart(2, '0')}`)
const HEADING = 'I- ĐÁNH GIÁ'

let house: House
let secretary: App
let member: App

test.beforeAll(async () => {
  house = await House.open({ demo: true })
  secretary = await App.open()
  member = await App.open()
  await signIn(secretary, house, { who: 'secretary' })
  await signIn(member, house, { who: 'member' })
  await secretary.press('Nghị quyết')
  await secretary.press('Soạn nghị quyết mới')
  await secretary.fill('Tên nghị quyết', 'Nghị quyết cùng soạn')
  await secretary.press('Bắt đầu soạn')
  await secretary.press('Thay đổi')
  await secretary.page.getByRole('radio', { name: /Tất cả đảng viên/u }).check()
  await secretary.press('Lưu')
  await member.press('Nghị quyết')
  await member.press(/Nghị quyết cùng soạn/u)
  await expect(member.sheet()).toBeVisible()
})

test.afterAll(async () => {
  await secretary.close()
  await member.close()
  await house.close()
})

test('[S14] two in one text see each other by name, and each other’s words while they are typed', async () => {
  await secretary.sees(writes('Đảng viên'))
  await member.sees(writes('Bí thư'))
  await putCaret(secretary, HEADING)
  await member.sees(new RegExp(`${givenName('Bí thư')} ở đoạn “${HEADING}`, 'u'))

  await watchWords(secretary.page, words)
  await watchWords(member.page, words)
  for (const word of words) await secretary.page.keyboard.type(` ${word}`, { delay: 20 })
  await secretary.page.keyboard.type(' ')
  await expect(member.sheet()).toContainText(words.join(' '))
  const [typed, seen] = [await whenSeen(secretary.page), await whenSeen(member.page)]
  // Not because she paused: a writer alone is saved every five seconds, and these came a few words at a time.
  expect(new Set(Object.values(seen)).size).toBeGreaterThan(WORDS / 4)
  const late = words.map((word) => (seen[word] ?? Infinity) - (typed[word] ?? 0)).sort((a, b) => a - b)
  const shown = words.filter((word) => (seen[word] ?? Infinity) < (typed[words.at(-1) ?? ''] ?? 0)).length
  console.log(
    `live words: from a typed word to the other screen ${late[WORDS / 2]} ms (median), ${late.at(-1)} ms (slowest); ` +
      `${shown} of ${WORDS} there before the last was typed`,
  )
})

test('[S14] the unfinished word stays where it is until it is finished, or its writer pauses', async () => {
  await secretary.sheet().click()
  await press(secretary.page, 'Control+End', 'Enter')
  await watchLastLine(member.page)
  await secretary.page.keyboard.type('xong dởda', { delay: 15 })
  await expect(member.sheet()).toContainText('xong dởda') // after the pause
  const came = (await lastLinesSeen(member.page)).filter((line) => line.startsWith('xong'))
  expect(came).toEqual(['xong ', 'xong dởda'])
})

test('[S14] a word that is being composed is not disturbed by what others write meanwhile', async () => {
  await putCaret(member, 'II- NHIỆM VỤ')
  await member.page.keyboard.type(' ')
  const ime = await member.page.context().newCDPSession(member.page)
  const compose = (text: string) =>
    ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await compose('đô')
  await putCaret(secretary, HEADING)
  for (const word of ['trong', 'khi', 'ấy', 'cứ', 'viết', 'đều']) {
    await secretary.page.keyboard.type(` ${word}`, { delay: 40 })
    await compose('đôn')
    await compose('đông')
  }
  await secretary.page.keyboard.type(' ')
  await expect(member.sheet()).toContainText('trong khi ấy cứ viết đều')
  expect(await lineAtCaret(member.page)).toMatch(/^II- NHIỆM VỤ.* đông$/u)
  await compose('đồng')
  await ime.send('Input.insertText', { text: 'đồng' })
  await member.page.keyboard.type(' chí')
  expect(await lineAtCaret(member.page)).toMatch(/^II- NHIỆM VỤ.* đồng chí$/u)
  await expect(secretary.sheet()).toContainText(/II- NHIỆM VỤ.* đồng chí/u)
  expect(await secretary.sheet().innerText()).not.toContain('đông')
})

test('[H8] whoever closes the text, or whose browser is gone, is not shown any more', async () => {
  await member.press('Quay lại')
  await secretary.doesNotSee(/đang cùng soạn/u)
  await member.press(/Nghị quyết cùng soạn/u)
  await secretary.sees(writes('Đảng viên'))
  await member.sees(writes('Bí thư'))
  expect([...secretary.complaints, ...member.complaints]).toEqual([])
  await secretary.page.close()
  await member.doesNotSee(/đang cùng soạn/u)
})

/** Given name of one of the demo's people, from what the server printed. */
function givenName(who: string): string {
  const name = new RegExp(`^${who}.*, (.+):$`, 'mu').exec(house.printed)?.[1] ?? ''
  return name.split(' ').at(-1) ?? ''
}

const writes = (who: string): RegExp => new RegExp(`^Đ/c .*${givenName(who)} đang cùng soạn$`, 'u')

async function putCaret(app: App, line: string): Promise<void> {
  await app.sheet().getByText(line).first().click()
  await press(app.page, 'End')
}

/** A browser tells of a moved caret only with the next frame; nobody presses two keys within one. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
}

function lineAtCaret(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.focusNode?.parentElement?.closest('p')?.textContent ?? '')
}

/** From now on the page notes when each of these words is first on its screen. */
function watchWords(page: Page, wanted: readonly string[]): Promise<void> {
  return page.evaluate((all) => {
    const sheet = document.querySelector('[contenteditable="true"]')
    const seen: Record<string, number> = {}
    Object.assign(window, { seen })
    const look = () => {
      for (const word of all) if (sheet?.textContent.includes(word)) seen[word] ??= Date.now()
    }
    if (sheet)
      new MutationObserver(look).observe(sheet, { childList: true, characterData: true, subtree: true })
  }, wanted)
}

function whenSeen(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen)
}

/** From now on the page notes what its last line becomes, each text once. */
function watchLastLine(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = document.querySelector('[contenteditable="true"]')
    const lines: string[] = []
    Object.assign(window, { lines })
    const look = () => {
      const line = sheet?.lastElementChild?.textContent ?? ''
      if (line !== lines.at(-1)) lines.push(line)
    }
    if (sheet)
      new MutationObserver(look).observe(sheet, { childList: true, characterData: true, subtree: true })
  })
}

function lastLinesSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { lines: string[] }).lines)
}
