import { expect, type Page } from '@playwright/test'
import { test, Writer } from './writer.ts'

const journalsIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await window.harness.databases()).filter((name) => name.startsWith('journal-')))

/** Ends a tab as lack of memory does; closing it would give it the time to save. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined) // answered by nobody
  await crashed
  await page.close()
}

test('closing saves and leaves no journal behind', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'sentence' })
  await writer.goTo('Chi bộ')
  await writer.type(' chưa xong')
  await writer.page.evaluate(() => window.harness.show(false))
  await writer.saved()
  await expect.poll(() => journalsIn(writer.page)).toEqual([])
  expect(await writer.page.evaluate(() => window.harness.journals())).toEqual([])
  expect(await writer.page.evaluate(() => window.harness.savepoints())).toEqual([])
  const [block] = await writer.page.evaluate(() => window.harness.readBook())
  expect(block).toMatchObject({ runs: [{ text: 'Chi bộ họp bàn nhiệm vụ tháng mười hai. chưa xong' }] })
  await writer.page.evaluate(() => window.harness.show(true))
  await expect(writer.text).toContainText('chưa xong')
})

test('a second tab reads, says why, and leaves the living draft alone', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'sentence' })
  await writer.goTo('Chi bộ')
  await writer.type(' đang viế')
  const second = await writer.page.context().newPage()
  await second.goto(`${editorUrl}?start=sentence`)
  await expect(second.getByText('đang mở để sửa ở một cửa sổ khác')).toBeVisible()
  await expect(second.getByRole('article')).toContainText('Chi bộ họp bàn')
  await expect(second.getByRole('textbox')).toHaveCount(0)
  await writer.type('t tiếp')
  await writer.saved()
  expect(await writer.says()).toEqual(['Chi bộ họp bàn nhiệm vụ tháng mười hai. đang viết tiếp'])
  await writer.page.close()
  await second.reload()
  await expect(second.getByRole('textbox')).toContainText('đang viết tiếp')
})

test('adopted while the tab was dead: its unsaved words are kept, not lost', async ({
  context,
  editorUrl,
}) => {
  const first = await new Writer(await context.newPage()).open(editorUrl, { start: 'sentence' })
  await first.goTo('Chi bộ')
  await first.type(' Lời chưa kịp gử')
  // What is promised: what was typed up to 200 ms before the end is there.
  await first.page.waitForFunction((until) => Date.now() >= until, Date.now() + 200)
  await crash(first.page)
  const page = await context.newPage()
  await page.goto(`${editorUrl}?closed`)
  await expect(page.locator('#news')).toBeVisible()
  await page.evaluate(() => window.harness.adopt())
  await page.evaluate(() => window.harness.show(true))
  await expect(page.getByText('Văn bản đã khép lại')).toBeVisible()
  const kept = await page.evaluate(() => window.harness.kept())
  expect(kept).toHaveLength(1)
  expect(kept[0]?.why).toEqual({ from: 'refused', code: 'documentClosed' })
  expect(kept[0]?.text).toContain('gử')
  expect(await page.evaluate(() => window.harness.journals())).toEqual([])
  expect(await page.evaluate(() => window.harness.savepoints())).toEqual([])
})

test('refused by the server, the editor closes and says where the words are', async ({
  writer,
  editorUrl,
}) => {
  await writer.open(editorUrl, { start: 'sentence' })
  await writer.goTo('Chi bộ')
  await writer.type(' Viết thêm')
  await writer.page.evaluate(() => window.harness.refuse())
  await expect(writer.page.getByText('Phần chưa được nhận')).toBeVisible()
  await expect(writer.text).toBeHidden()
  await expect.poll(() => journalsIn(writer.page)).toEqual([])
})

test('a full phone is told at once, and saves as soon as it can', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'sentence' })
  await writer.page.evaluate(() => window.harness.failDisk('full'))
  await writer.goTo('Chi bộ')
  await writer.type(' Viết thêm')
  await expect(writer.page.getByRole('alert')).toContainText('máy hết chỗ')
  await writer.page.evaluate(() => window.harness.failDisk(null))
  await writer.type(' nữa')
  await writer.saved()
  await expect(writer.page.getByRole('alert')).toHaveCount(0)
  expect(await writer.says()).toEqual(['Chi bộ họp bàn nhiệm vụ tháng mười hai. Viết thêm nữa'])
})

test('hiding the page saves what is unfinished', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'sentence' })
  await writer.goTo('Chi bộ')
  await writer.type(' dở da')
  await writer.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
  await writer.saved()
  const [block] = await writer.page.evaluate(() => window.harness.readBook())
  expect(block).toMatchObject({ runs: [{ text: 'Chi bộ họp bàn nhiệm vụ tháng mười hai. dở da' }] })
})
