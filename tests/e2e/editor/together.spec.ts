import { expect, type Browser } from '@playwright/test'
import { test, Writer } from './writer.ts'

/** No sentence wraps here, whatever fonts there are: Home goes to the start of a line on the screen, not of a paragraph. */
const WIDE = { width: 900, height: 844 }

/** Two people at two phones. */
async function two(browser: Browser, url: string, start: string): Promise<[Writer, Writer]> {
  const open = async (person: string): Promise<Writer> => {
    const context = await browser.newContext({ locale: 'vi-VN', viewport: WIDE })
    return new Writer(await context.newPage()).open(url, { start, person })
  }
  return [await open('huong'), await open('lan')]
}

async function exchange(huong: Writer, lan: Writer): Promise<void> {
  await huong.saved()
  await lan.saved()
  await huong.sendTo(lan, 'huong')
  await lan.sendTo(huong, 'lan')
}

test('two type in one paragraph: nothing is lost or doubled, nobody’s caret jumps', async ({
  browser,
  editorUrl,
}) => {
  const [huong, lan] = await two(browser, editorUrl, 'sentence')
  await huong.goTo('Chi bộ')
  await huong.press('Home')
  await huong.type('Sáng nay ')
  await lan.goTo('Chi bộ')
  await lan.type(' Mọi người nhất trí')
  await exchange(huong, lan)
  const both = 'Sáng nay Chi bộ họp bàn nhiệm vụ tháng mười hai. Mọi người nhất trí'
  expect(await huong.says()).toEqual([both])
  expect(await lan.says()).toEqual([both])
  expect(await huong.lines()).toEqual([both])
  expect(await lan.lines()).toEqual([both])
  expect(await huong.beforeCaret()).toBe('Sáng nay ')
  expect(await lan.beforeCaret()).toBe(both)

  // Both go on where they were, at once.
  await huong.type('8 giờ ')
  await lan.type(' cao.')
  await exchange(huong, lan)
  const more = 'Sáng nay 8 giờ Chi bộ họp bàn nhiệm vụ tháng mười hai. Mọi người nhất trí cao.'
  expect(await huong.lines()).toEqual([more])
  expect(await lan.lines()).toEqual([more])
  expect(await huong.beforeCaret()).toBe('Sáng nay 8 giờ ')
})

test('an unfinished word is not torn by what comes in', async ({ browser, editorUrl }) => {
  const [huong, lan] = await two(browser, editorUrl, 'sentence')
  await lan.goTo('Chi bộ')
  await lan.press('Home')
  await lan.type('Tối qua ')
  await lan.saved()
  await huong.goTo('Chi bộ')
  await huong.type(' Đang viế')
  await lan.sendTo(huong)
  await huong.type('t dở')
  // What came waits for the end of the word, or for a moment at most.
  await expect
    .poll(() => huong.lines())
    .toEqual(['Tối qua Chi bộ họp bàn nhiệm vụ tháng mười hai. Đang viết dở'])
})

test('while a word is being composed, others’ changes wait for its end', async ({ browser, editorUrl }) => {
  const [huong, lan] = await two(browser, editorUrl, 'sentence')
  await lan.goTo('Chi bộ')
  await lan.press('Home')
  await lan.type('Tối qua ')
  await lan.saved()
  await huong.goTo('Chi bộ')
  await huong.type(' ')
  const ime = await huong.page.context().newCDPSession(huong.page)
  await ime.send('Input.imeSetComposition', { text: 'đô', selectionStart: 2, selectionEnd: 2 })
  await lan.sendTo(huong)
  expect(await huong.lines()).toEqual(['Chi bộ họp bàn nhiệm vụ tháng mười hai. đô'])
  await ime.send('Input.imeSetComposition', { text: 'đồng', selectionStart: 4, selectionEnd: 4 })
  await ime.send('Input.insertText', { text: 'đồng' })
  await expect.poll(() => huong.lines()).toEqual(['Tối qua Chi bộ họp bàn nhiệm vụ tháng mười hai. đồng'])
})

test('a composition that does not end holds others back for no more than a moment', async ({
  browser,
  editorUrl,
}) => {
  const [huong, lan] = await two(browser, editorUrl, 'three')
  await lan.goTo('Đoạn một')
  await lan.type(' Thêm')
  await lan.saved()
  await huong.goTo('Đoạn ba')
  const ime = await huong.page.context().newCDPSession(huong.page)
  await ime.send('Input.imeSetComposition', { text: ' đô', selectionStart: 3, selectionEnd: 3 })
  await lan.sendTo(huong)
  await expect.poll(() => huong.lines()).toEqual(['Đoạn một. Thêm', 'Đoạn hai.', 'Đoạn ba. đô'])
  await ime.send('Input.imeSetComposition', { text: ' đồng', selectionStart: 5, selectionEnd: 5 })
  await ime.send('Input.insertText', { text: ' đồng' })
  await huong.saved()
  expect(await huong.says()).toEqual(['Đoạn một. Thêm', 'Đoạn hai.', 'Đoạn ba. đồng'])
})

test('both split the same paragraph: no word is doubled', async ({ browser, editorUrl }) => {
  const [huong, lan] = await two(browser, editorUrl, 'three')
  await huong.goTo('Đoạn hai')
  await huong.press('Enter')
  await huong.type('Của Hương')
  await lan.goTo('Đoạn hai')
  await lan.press('Enter')
  await lan.type('Của Lan')
  await exchange(huong, lan)
  const lines = await huong.lines()
  expect(await lan.lines()).toEqual(lines)
  expect([...lines].sort()).toEqual(['Của Hương', 'Của Lan', 'Đoạn ba.', 'Đoạn hai.', 'Đoạn một.'].sort())
})

test('undo takes back one’s own words only, though others wrote in the same new paragraph', async ({
  browser,
  editorUrl,
}) => {
  const [huong, lan] = await two(browser, editorUrl, 'sentence')
  await huong.goTo('Chi bộ')
  await huong.press('Enter')
  await huong.type('Hương viết. ')
  await huong.saved()
  await huong.sendTo(lan, 'huong')
  await lan.goTo('Hương viết')
  await lan.type('Lan viết.')
  await lan.saved()
  await lan.sendTo(huong)
  for (let i = 0; i < 6; i++) await huong.press('Control+z')
  expect((await huong.lines()).join('|')).toContain('Lan viết.')
  expect((await huong.lines()).join('|')).not.toContain('Hương')
})

test('joining paragraphs others write in is said in one quiet line', async ({ browser, editorUrl }) => {
  const [huong, lan] = await two(browser, editorUrl, 'three')
  await lan.goTo('Đoạn hai')
  await lan.type(' Lan.')
  await lan.saved()
  await lan.sendTo(huong)
  await huong.page.reload()
  await expect(huong.text).toBeVisible()
  await huong.goTo('Đoạn hai')
  await huong.press('Home', 'Backspace')
  await expect(huong.page.getByText('Đồng chí vừa gộp hoặc xóa đoạn')).toBeVisible()
})
