import { expect } from '@playwright/test'
import { actsFor, randomFrom, stagesOf, words } from './telex.ts'
import { test } from './writer.ts'

const SEED = Number(process.env['TYPING_SEED'] ?? 20261103)
const WORDS = 600
const BUDGET = 1.3

test('600 words typed in Telex with slips cost at most 1.3 times their content', async ({
  writer,
  editorUrl,
}) => {
  const random = randomFrom(SEED)
  const text = words(random, WORDS)
  const acts = actsFor(random, text, 0.04)
  await writer.open(editorUrl, { start: 'paragraph' })
  await writer.text.click()
  await writer.act(acts)
  await writer.saved()
  expect((await writer.says()).join(' ').split(/\s+/u).filter(Boolean)).toEqual(text)
  const figures = await writer.page.evaluate(() => window.harness.document())
  const pending = await writer.page.evaluate(() => window.harness.pending())
  const json = Buffer.byteLength(figures?.json ?? '')
  const bytes = figures?.bytes ?? Infinity
  const sent = pending.reduce((sum, p) => sum + p.bytes, 0)
  const ratio = (n: number): string => (n / json).toFixed(2)
  console.log(
    `typing, seed ${SEED}: ${acts.length} keys, content ${json} B as JSON; document ${bytes} B (${ratio(bytes)} ×), ` +
      `with undo history ${figures?.kept} B, V2 ${figures?.v2} B, in ${pending.length} ops of ${sent} B together`,
  )
  expect(bytes).toBeLessThanOrEqual(BUDGET * json)
  expect(sent).toBeLessThanOrEqual(BUDGET * json)
})

test('an input method composes words and they arrive once', async ({ writer, editorUrl }) => {
  const text = words(randomFrom(SEED + 1), 60)
  await writer.open(editorUrl, { start: 'paragraph' })
  await writer.text.click()
  const ime = await writer.page.context().newCDPSession(writer.page)
  for (const word of text) {
    for (const stage of stagesOf(word))
      await ime.send('Input.imeSetComposition', {
        text: stage,
        selectionStart: stage.length,
        selectionEnd: stage.length,
      })
    await ime.send('Input.insertText', { text: word })
    await ime.send('Input.insertText', { text: ' ' })
  }
  await writer.saved()
  expect((await writer.says()).join('').trim().split(' ')).toEqual(text)
  const figures = await writer.page.evaluate(() => window.harness.document())
  const json = Buffer.byteLength(figures?.json ?? '')
  console.log(`composing, seed ${SEED + 1}: document ${figures?.bytes} B, content ${json} B as JSON`)
  expect(figures?.bytes ?? Infinity).toBeLessThanOrEqual(BUDGET * json)
})
