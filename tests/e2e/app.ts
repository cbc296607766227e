import { chromium, expect, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'

/** How long a screen may take to change on a busy machine, milliseconds. */
const PATIENCE = 60_000
const PHONE = { width: 390, height: 844 }
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

/**
 * One person's phone: a browser of its own with storage of its own on disk, so that its process can be killed and
 * started again. Speaks the words on the screen.
 */
export class App {
  readonly #folder: string
  readonly #flags: readonly string[]
  #context: BrowserContext
  #page: Page
  /** Everything the browser complained about. */
  readonly complaints: string[] = []

  private constructor(folder: string, flags: readonly string[], context: BrowserContext) {
    this.#folder = folder
    this.#flags = flags
    this.#context = context
    this.#page = context.pages()[0] as Page
    this.#listen()
  }

  static async open(flags: readonly string[] = []): Promise<App> {
    const folder = mkdtempSync(join(tmpdir(), 'phone-'))
    return new App(folder, flags, await launch(folder, flags))
  }

  get page(): Page {
    return this.#page
  }

  /** Switches the phone off and on again; nothing is open. */
  async restart(): Promise<void> {
    await this.#context.close()
    this.#context = await launch(this.#folder, this.#flags)
    this.#page = this.#context.pages()[0] as Page
    this.#listen()
  }

  /** A phone whose clock is wrong by so many milliseconds, in every page opened from now on. */
  async clockOffBy(ms: number): Promise<void> {
    await this.#context.addInitScript((by) => {
      const right = Date.now.bind(Date)
      const wrong = () => right() + by
      globalThis.Date = class extends Date {
        constructor(...of: unknown[]) {
          super(...((of.length === 0 ? [wrong()] : of) as [number]))
        }
        static override now = wrong
      } as DateConstructor
    }, ms)
  }

  /**
   * Leaves an address so many bytes of the phone's storage; null gives it all back. A browser hands out room for half a
   * minute in advance, so a limit bites from the next start on.
   */
  async storageOf(url: string, bytes: number | null): Promise<void> {
    const { origin } = new URL(url)
    const session = await this.#context.newCDPSession(this.#page)
    await session.send('Storage.overrideQuotaForOrigin', {
      origin,
      ...(bytes === null ? {} : { quotaSize: bytes }),
    })
  }

  /** Kills the browser process, as a phone does that runs out of memory, and starts it again. */
  async killAndReopen(url: string): Promise<void> {
    const gone = new Promise((done) => this.#context.once('close', done))
    process.kill(pidOf(this.#folder), 'SIGKILL')
    await gone
    rmSync(join(this.#folder, 'SingletonLock'), { force: true })
    this.#context = await launch(this.#folder, this.#flags)
    this.#page = this.#context.pages()[0] as Page
    this.#listen()
    await this.#page.goto(url)
  }

  async close(): Promise<void> {
    await this.#context.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async visit(url: string): Promise<void> {
    await this.#page.goto(url)
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click()
  }

  button(name: string | RegExp): Locator {
    const exact = typeof name === 'string'
    const role = (role: 'button' | 'link') => this.#page.getByRole(role, { name, exact })
    // On a phone the list beside an open page is there, hidden: never what a person means.
    return role('button').or(role('link')).filter({ visible: true }).first()
  }

  /** Taps a choice by its words, as a finger does: the button itself may be too small to be seen. */
  async choose(name: string | RegExp): Promise<void> {
    const radio = this.#page.getByRole('radio', { name })
    await radio.locator('xpath=ancestor::label').click()
    await expect(radio).toBeChecked()
  }

  async fill(label: string, text: string): Promise<void> {
    await this.#page.getByLabel(label, { exact: false }).first().fill(text)
  }

  /** Puts a text on the clipboard and pastes it where the caret is. */
  async paste(text: string): Promise<void> {
    await this.#page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await this.#page.keyboard.press('Control+V')
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.#page.getByText(text).filter({ visible: true }).first()).toBeVisible()
  }

  async doesNotSee(text: string | RegExp): Promise<void> {
    await expect(this.#page.getByText(text).filter({ visible: true })).toHaveCount(0)
  }

  /** Until every file of the app is on this phone. */
  async canOpenOffline(): Promise<void> {
    await this.#page.evaluate(async () => void (await navigator.serviceWorker.ready))
  }

  /** Until a part that only some phones have lies on this one: a phone fetches those of its owner's duty in passing. */
  async hasPart(name: string): Promise<void> {
    const lies = (part: string) =>
      this.#page.evaluate(async (wanted) => {
        const parts = (await (await fetch('/parts.json')).json()) as { name: string; files: string[] }[]
        const files = parts.find((one) => one.name === wanted)?.files ?? ['none']
        return (await Promise.all(files.map((file) => caches.match(file)))).every(Boolean)
      }, part)
    await expect.poll(() => lies(name)).toBe(true)
  }

  /** The sheet of a draft, to type in. */
  sheet(): Locator {
    return this.#page.locator('[contenteditable="true"]')
  }

  #listen(): void {
    this.#page.on('pageerror', (error) => this.complaints.push(String(error)))
    this.#page.on('console', (message) => {
      const network = /ERR_|Failed to load resource|WebSocket connection/u.test(message.text())
      if (message.type() === 'error' && !network) this.complaints.push(message.text())
    })
  }
}

async function launch(folder: string, flags: readonly string[]): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findBrowser(),
    args: [...FLAGS, ...flags],
    viewport: PHONE,
    reducedMotion: 'reduce', // a colour on its way to another is judged by nobody
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(PATIENCE)
  return context
}

/** Chromium notes its own process beside the profile it has opened: a link named `host-pid`. */
function pidOf(folder: string): number {
  const pid = Number(/-(\d+)$/u.exec(readlinkSync(join(folder, 'SingletonLock')))?.[1])
  if (!pid) throw new Error('the browser does not tell its process')
  return pid
}
