import { expect, test as base, type CDPSession, type Locator, type Page } from '@playwright/test'
import type { Content } from '#shared/records/content.ts'
import type {} from './harness/main.ts'
import { serveEditor } from './page.ts'
import type { Act } from './telex.ts'

/** Somebody at a phone with one draft open. */
export class Writer {
  readonly page: Page
  readonly text: Locator
  #keys: CDPSession | undefined

  constructor(page: Page) {
    this.page = page
    this.text = page.getByRole('textbox', { name: 'Nội dung nghị quyết' })
  }

  async open(url: string, with_: { start?: string; person?: string; book?: string } = {}): Promise<this> {
    await this.page.goto(`${url}?${new URLSearchParams(with_).toString()}`)
    await expect(this.text).toBeVisible()
    return this
  }

  /** Puts the caret at the end of a line, as a finger and the End key do. */
  async goTo(line: string | RegExp): Promise<void> {
    await this.text.locator('p').filter({ hasText: line }).first().click()
    await this.press('End')
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** A browser tells of a moved caret only with the next frame; nobody presses two keys within one. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      await this.page.evaluate(() => new Promise(requestAnimationFrame))
    }
  }

  /** Many keys, straight to the browser: a trace of five thousand would take longer than the typing. */
  async act(acts: readonly Act[]): Promise<void> {
    const keys = (this.#keys ??= await this.page.context().newCDPSession(this.page))
    for (const act of acts) {
      if ('insert' in act) await keys.send('Input.insertText', { text: act.insert })
      else {
        const [windowsVirtualKeyCode, text] = act.press === 'Enter' ? [13, '\r'] : [8, undefined]
        const key = { key: act.press, code: act.press, windowsVirtualKeyCode }
        await keys.send('Input.dispatchKeyEvent', {
          type: text ? 'keyDown' : 'rawKeyDown',
          ...key,
          ...(text && { text }),
        })
        await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
      }
    }
  }

  tool(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Lines as they stand on screen. */
  lines(): Promise<string[]> {
    return this.text
      .locator('p')
      .allInnerTexts()
      .then((all) => all.map((line) => line.replace(/\n/g, '')))
  }

  content(): Promise<Content> {
    return this.page.evaluate(() => window.harness.document()?.content ?? [])
  }

  /** What the document says, without marks and kinds. */
  async says(): Promise<string[]> {
    return textsOf(await this.content())
  }

  /** Waits until "saved" is said. */
  async saved(): Promise<void> {
    await expect(this.page.locator('#news')).toHaveText('saved')
  }

  /** Hands what is saved here and not sent yet to somebody else, by way of the server. */
  async sendTo(other: Writer, from: 'huong' | 'lan' = 'lan'): Promise<void> {
    const update = await this.page.evaluate(() => window.harness.takeWork())
    if (update)
      await other.page.evaluate(([u, who]) => window.harness.receive(u, who), [update, from] as const)
  }

  /** Text from the start of the block to the caret. */
  beforeCaret(): Promise<string> {
    return this.page.evaluate(() => {
      const selection = getSelection()
      const block = selection?.focusNode?.parentElement?.closest('p') ?? null
      if (!selection?.focusNode || !block) return ''
      const range = document.createRange()
      range.setStart(block, 0)
      range.setEnd(selection.focusNode, selection.focusOffset)
      return range.toString()
    })
  }
}

export function textsOf(content: Content): string[] {
  return content.flatMap((part) => {
    if (part.part === 'block') return [part.runs.map((run) => run.text).join('')]
    if (part.part === 'derived') return []
    return part.rows.flat(2).map((block) => block.runs.map((run) => run.text).join(''))
  })
}

export const test = base.extend<{ writer: Writer }, { editorUrl: string }>({
  editorUrl: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const served = await serveEditor()
      await use(served.url)
      await served.stop()
    },
    { scope: 'worker' },
  ],
  writer: async ({ page }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    await use(new Writer(page))
    expect(faults).toEqual([])
  },
})
