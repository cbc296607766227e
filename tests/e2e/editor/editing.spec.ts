import { expect } from '@playwright/test'
import { test } from './writer.ts'

test('a paragraph is split and joined again', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'sentence' })
  await writer.goTo('Chi bộ')
  for (let i = 0; i < 'mười hai.'.length; i++) await writer.press('ArrowLeft')
  await writer.press('Enter')
  expect(await writer.lines()).toEqual(['Chi bộ họp bàn nhiệm vụ tháng ', 'mười hai.'])
  await writer.press('Backspace')
  expect(await writer.lines()).toEqual(['Chi bộ họp bàn nhiệm vụ tháng mười hai.'])
  await writer.saved()
  expect(await writer.says()).toEqual(await writer.lines())
})

test('kind, depth and marks are chosen with the tools', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'three' })
  await writer.goTo('Đoạn hai')
  await writer.page.getByLabel('Kiểu đoạn').selectOption('Đánh số')
  await writer.tool('Thụt vào').click()
  await writer.press('Home', 'Shift+End')
  await writer.tool('Đậm').click()
  await expect(writer.tool('Đậm')).toHaveAttribute('aria-pressed', 'true')
  await writer.saved()
  const [, second] = await writer.content()
  expect(second).toEqual({
    part: 'block',
    kind: 'number',
    depth: 1,
    runs: [{ text: 'Đoạn hai.', bold: true }],
  })
})

test('a list goes on with Enter and ends with a second one', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'sentence' })
  await writer.goTo('Chi bộ')
  await writer.page.getByLabel('Kiểu đoạn').selectOption('Gạch đầu dòng')
  await writer.press('Enter')
  await writer.type('việc hai')
  await writer.press('Enter', 'Enter')
  await writer.type('hết')
  await writer.saved()
  const kinds = (await writer.content()).map((part) => (part.part === 'block' ? part.kind : part.part))
  expect(kinds).toEqual(['bullet', 'bullet', null])
})

test('a table is inserted, grows, shrinks and goes', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'sentence' })
  await writer.goTo('Chi bộ')
  await writer.tool('Bảng').click()
  await writer.type('Việc')
  await writer.press('Tab')
  await writer.type('Người làm')
  await writer.tool('Thêm dòng').click()
  await writer.tool('Thêm cột').click()
  await expect(writer.text.locator('tr')).toHaveCount(4)
  await expect(writer.text.locator('td')).toHaveCount(16)
  await writer.saved()
  const table = (await writer.content()).find((part) => part.part === 'table')
  expect(table?.rows.map((row) => row.length)).toEqual([4, 4, 4, 4])
  expect((await writer.says()).filter(Boolean)).toEqual([
    'Chi bộ họp bàn nhiệm vụ tháng mười hai.',
    'Việc',
    'Người làm',
  ])
  for (let i = 0; i < 4; i++) await writer.tool('Bỏ dòng').click()
  await expect(writer.text.locator('table')).toHaveCount(0)
})

test('undo and redo go word by word and bring the caret along', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'sentence' })
  await writer.goTo('Chi bộ')
  await writer.type(' Mọi đồng chí')
  await writer.press('Control+z')
  expect(await writer.lines()).toEqual(['Chi bộ họp bàn nhiệm vụ tháng mười hai. Mọi đồng '])
  await writer.press('Control+z')
  expect(await writer.lines()).toEqual(['Chi bộ họp bàn nhiệm vụ tháng mười hai. Mọi '])
  expect(await writer.beforeCaret()).toBe('Chi bộ họp bàn nhiệm vụ tháng mười hai. Mọi ')
  await writer.tool('Làm lại').click()
  await writer.tool('Làm lại').click()
  expect(await writer.lines()).toEqual(['Chi bộ họp bàn nhiệm vụ tháng mười hai. Mọi đồng chí'])
  await expect(writer.tool('Làm lại')).toBeDisabled()
  await writer.type('!')
  await writer.saved()
  expect(await writer.says()).toEqual(['Chi bộ họp bàn nhiệm vụ tháng mười hai. Mọi đồng chí!'])
})

test('a deleted block comes back whole with undo', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'three' })
  await writer.goTo('Đoạn hai')
  await writer.press('Home', 'Shift+End', 'Backspace', 'Backspace')
  expect(await writer.lines()).toEqual(['Đoạn một.', 'Đoạn ba.'])
  await writer.press('Control+z', 'Control+z')
  expect(await writer.lines()).toEqual(['Đoạn một.', 'Đoạn hai.', 'Đoạn ba.'])
})

test('everything can be deleted, and there is still a line to type in', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'resolution' })
  await writer.goTo('Thu hoạch')
  await writer.press('Control+a', 'Backspace')
  await writer.type('Lại từ đầu')
  await writer.saved()
  expect((await writer.says()).filter(Boolean)).toEqual(['Lại từ đầu'])
})

test('a part that writes itself is not written over: a tap on it, keys around it', async ({
  writer,
  editorUrl,
}) => {
  await writer.open(editorUrl, { start: 'resolution' })
  const kinds = async () => (await writer.content()).map(({ part }) => part)
  const before = await kinds()
  await writer.goTo('II. Nhiệm vụ')
  await writer.press('Home', 'Backspace')
  await writer.text.locator('.derived').click()
  await writer.type('Gõ sau khi chạm. ')
  await writer.goTo('I. Đánh giá')
  await writer.press('ArrowDown', 'End')
  await writer.type(' Gõ sau mũi tên')
  await writer.saved()
  expect((await kinds()).filter((part) => part === 'derived')).toEqual(['derived'])
  expect((await kinds()).length).toBeGreaterThanOrEqual(before.length)
  const all = (await writer.says()).join('|')
  expect(all).toContain(' Gõ sau mũi tên')
  const without = all.replace(' Gõ sau mũi tên', '')
  expect(without).toMatch(/^I\. Đánh giá tháng qua\|Gõ sau khi chạm\. II\. Nhiệm vụ tháng tới\|/u)
})

test('an empty draft has a line to type in that is nobody’s writing', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'empty' })
  expect(await writer.content()).toEqual([])
  await writer.text.click()
  await writer.type('Dòng đầu')
  await writer.saved()
  expect(await writer.says()).toEqual(['Dòng đầu'])
})

test('numbers count by themselves, letters in Vietnamese order', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'resolution' })
  const style = await writer.text
    .locator('.number[data-depth="1"]')
    .first()
    .evaluate((p) => getComputedStyle(p, '::before').content)
  expect(style).toContain('vietnamese-letters')
})

test('what others changed is marked beside the text, never in it', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'three' })
  await writer.page.evaluate(() =>
    window.harness.mark([{ index: 1, person: 'lan-000001', at: 1, inserted: 4, deleted: 0 }]),
  )
  await expect(writer.text.locator('p').nth(1)).toHaveAttribute(
    'data-remark',
    'đ/c Lan sửa khi đồng chí không có mạng',
  )
  expect(await writer.says()).toEqual(['Đoạn một.', 'Đoạn hai.', 'Đoạn ba.'])
})
