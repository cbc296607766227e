import { expect } from '@playwright/test'
import { randomFrom, words } from './telex.ts'
import { test, type Writer } from './writer.ts'

const SEED = 50

/** What the clipboard holds is pasted at the caret. @returns how long the page was busy with it, milliseconds */
function paste(writer: Writer, clipboard: { plain: string; html?: string }): Promise<number> {
  return writer.text.evaluate((text, { plain, html }) => {
    const data = new DataTransfer()
    data.setData('text/plain', plain)
    if (html !== undefined) data.setData('text/html', html)
    const start = performance.now()
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    return performance.now() - start
  }, clipboard)
}

test('50 KB of text are pasted, typed on in, and saved in small ops', async ({ writer, editorUrl }) => {
  const random = randomFrom(SEED)
  const lines: string[] = []
  while (Buffer.byteLength(lines.join('\n')) < 50 * 1024) lines.push(words(random, 40).join(' '))
  await writer.open(editorUrl, { start: 'paragraph' })
  await writer.text.click()
  const busy = await paste(writer, { plain: lines.join('\n') })
  const typed = Date.now()
  await writer.type(' và hết')
  const typing = (Date.now() - typed) / 7
  await writer.saved()
  console.log(`paste of ${lines.length} lines: ${busy.toFixed(0)} ms; a key after it ${typing.toFixed(0)} ms`)
  expect(await writer.says()).toEqual([...lines.slice(0, -1), `${lines.at(-1)} và hết`])
  expect(busy).toBeLessThan(1_500)
  for (const { bytes } of await writer.page.evaluate(() => window.harness.pending()))
    expect(bytes).toBeLessThanOrEqual(64 * 1024)
  await writer.page.reload()
  await expect(writer.text).toContainText('và hết')
  expect(await writer.says()).toEqual([...lines.slice(0, -1), `${lines.at(-1)} và hết`])
})

test('one paragraph of 50 KB stays fluent to type in', async ({ writer, editorUrl }) => {
  const text = words(randomFrom(SEED + 1), 11_000).join(' ')
  await writer.open(editorUrl, { start: 'paragraph' })
  await writer.text.click()
  const busy = await paste(writer, { plain: text })
  const typed = Date.now()
  await writer.type(' thêm ba từ')
  const typing = (Date.now() - typed) / 11
  await writer.saved()
  console.log(
    `paste of ${Buffer.byteLength(text)} B in one paragraph: ${busy.toFixed(0)} ms; a key after it ${typing.toFixed(0)} ms`,
  )
  expect(await writer.says()).toEqual([`${text} thêm ba từ`])
})

test('rich text is reduced to what a resolution knows', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'paragraph' })
  await writer.text.click()
  await paste(writer, {
    plain: 'x',
    html: `<meta charset="utf-8"><style>p { color: red }</style><h2 onclick="alert(1)">Đề mục</h2>
      <p style="color:red">Một <b>đậm</b> <span style="font-weight:700">cũng đậm</span> <a href="javascript:x">liên kết</a></p>
      <ul><li><p>Ý một</p><ol><li>Con</li></ol></li><li>Ý hai</li></ul><img src=x onerror="alert(1)">
      <table><tr><th>Việc</th><td><p>Ai</p></td></tr></table><script>window.hacked = true</script>`,
  })
  await writer.saved()
  expect(await writer.page.evaluate(() => 'hacked' in window)).toBe(false)
  const block = (text: string, kind: string | null, depth = 0) => ({
    part: 'block',
    kind,
    depth,
    runs: [{ text }],
  })
  expect((await writer.content()).filter((part) => part.part !== 'block' || part.runs.length > 0)).toEqual([
    block('Đề mục', 'heading', 1),
    {
      ...block('', null),
      runs: [
        { text: 'Một ' },
        { text: 'đậm', bold: true },
        { text: ' ' },
        { text: 'cũng đậm', bold: true },
        { text: ' liên kết' },
      ],
    },
    block('Ý một', 'bullet'),
    block('Con', 'number', 1),
    block('Ý hai', 'bullet'),
    { part: 'table', rows: [[[block('Việc', null)], [block('Ai', null)]]] },
  ])
})

test('what is copied here is pasted here with its kind', async ({ writer, editorUrl }) => {
  await writer.open(editorUrl, { start: 'resolution' })
  await writer.goTo('Vận động')
  await writer.press('Home', 'Shift+ArrowDown', 'Shift+End')
  const copied = await writer.text.evaluate((text) => {
    const data = new DataTransfer()
    text.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
    return { plain: data.getData('text/plain'), html: data.getData('text/html') }
  })
  await writer.goTo('Nghị quyết có hiệu lực')
  await writer.press('Enter')
  await paste(writer, copied)
  await writer.saved()
  const last = (await writer.content()).slice(-2)
  expect(last.map((part) => part.part === 'block' && [part.kind, part.depth])).toEqual([
    ['number', 1],
    ['number', 1],
  ])
})
