import { expect } from '@playwright/test'
import { test } from './writer.ts'

test('[H8] who else writes is named, with the part the caret is in, and the mark stays with that part', async ({
  writer,
  editorUrl,
}) => {
  await writer.open(editorUrl, { start: 'three' })
  const { page, text } = writer
  const said = () => page.evaluate(() => window.harness.said().at(-1) ?? '')
  const present = (at?: string) =>
    page.evaluate((place) => {
      window.harness.company([{ person: 'lan-000001', live: true, ...(place && { at: place }) }])
    }, at)
  const seen = (words: string) => expect(page.getByText(words).filter({ visible: true })).toBeVisible()
  const mark = text.locator('.also-here')

  await writer.goTo('Đoạn hai')
  expect(await said()).not.toContain('"at"') // alone nobody is told where a caret wanders
  await present()
  await seen('Đ/c Lan đang cùng soạn')
  await expect.poll(said).toContain('"at"')
  const second = /"at":"(\d+:\d+)"/.exec(await said())?.[1]

  await present(second)
  await seen('Đ/c Lan ở đoạn “Đoạn hai.”')
  await expect(mark).toHaveText('Đoạn hai.')
  await writer.goTo('Đoạn một')
  await writer.press('Enter')
  await writer.type('Một đoạn mới')
  await expect(mark).toHaveText('Đoạn hai.')
  await writer.goTo('Đoạn hai')
  await writer.type(' Viết thêm')
  await seen('Đ/c Lan ở đoạn “Đoạn hai. Viết thêm”')

  await present('99:0') // a part this phone does not have yet
  await seen('Đ/c Lan đang cùng soạn')
  await expect(mark).toHaveCount(0)
  await page.evaluate(() => window.harness.company([]))
  await expect(page.getByText('đang cùng soạn')).toHaveCount(0)
})

test('[H8] a word that is being composed is left alone when others come and go in the same paragraph', async ({
  writer,
  editorUrl,
}) => {
  await writer.open(editorUrl, { start: 'sentence' })
  await writer.goTo('Chi bộ')
  await writer.type(' ')
  const ime = await writer.page.context().newCDPSession(writer.page)
  const compose = (word: string) =>
    ime.send('Input.imeSetComposition', {
      text: word,
      selectionStart: word.length,
      selectionEnd: word.length,
    })
  for (const word of ['đ', 'đô', 'đôn', 'đông', 'đồng']) {
    await compose(word)
    const others = word.length % 2 === 0 ? [{ person: 'lan-000001', at: '1:0', live: true }] : []
    await writer.page.evaluate((present) => window.harness.company(present), others)
  }
  await ime.send('Input.insertText', { text: 'đồng' })
  await writer.type(' ý.')
  await writer.saved()
  expect(await writer.says()).toEqual(['Chi bộ họp bàn nhiệm vụ tháng mười hai. đồng ý.'])
})
