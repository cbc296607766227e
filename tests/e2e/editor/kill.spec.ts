import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Browser } from '@playwright/test'
import { findBrowser } from '#tests/e2e/browser.ts'
import { actsFor, randomFrom, words, type Act, type Random } from './telex.ts'
import { test, Writer } from './writer.ts'

const SEED = Number(process.env['KILL_SEED'] ?? 7)
// A trace of a browser that is killed on purpose cannot be finished.
test.use({ trace: 'off' })

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 12)
/** Whatever was typed so long before the end must be there, milliseconds. */
const SAFE = 200

/** A Chromium of our own, so that its process can really be killed. */
type Running = { browser: Browser; process: ChildProcess }

async function start(profile: string): Promise<Running> {
  const process = spawn(
    findBrowser(),
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    process.on('exit', () => reject(new Error(`the browser did not start: ${said}`)))
    process.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /ws:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
  })
  return { browser: await chromium.connectOverCDP(address), process }
}

/** SIGKILL to the browser and everything it started, as the system does when memory runs out. */
async function kill({ process: child }: Running): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await gone
}

async function writerIn({ browser }: Running): Promise<Writer> {
  const context = browser.contexts()[0] ?? (await browser.newContext())
  return new Writer(await context.newPage())
}

/** Types and notes when the screen said what. */
async function typeNoting(writer: Writer, acts: readonly Act[]): Promise<{ at: number; lines: string }[]> {
  const notes: { at: number; lines: string }[] = []
  for (const act of acts) {
    await writer.act([act])
    notes.push({ at: Date.now(), lines: (await writer.lines()).join('\n') })
  }
  return notes
}

function lastSafe(notes: readonly { at: number }[], killedAt: number): number {
  return notes.findLastIndex(({ at }) => at <= killedAt - SAFE)
}

const chance = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from))

test('what was typed up to 200 ms before the end is there once', async ({ editorUrl }) => {
  const profile = mkdtempSync(join(tmpdir(), 'kill-'))
  let running = await start(profile)
  let whole = 0
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const random = randomFrom(SEED * 1000 + round)
      const how = round % 2 === 0 ? 'browser' : 'tab'
      const place = { start: 'sentence', book: `round-${round}` }
      const writer = await writerIn(running)
      await writer.open(editorUrl, place)
      await writer.goTo('Chi bộ')
      const acts = actsFor(random, words(random, chance(random, 3, 14)), 0.04)
      const notes = await typeNoting(writer, [
        { insert: ' ' },
        ...acts.slice(0, Math.max(1, acts.length - chance(random, 0, 8))),
      ])
      const wait = chance(random, 0, SAFE)
      await writer.page.waitForFunction((until) => Date.now() >= until, (notes.at(-1)?.at ?? 0) + wait)
      const killedAt = Date.now()
      if (how === 'browser') {
        await kill(running)
        running = await start(profile)
      } else await writer.page.close()

      const again = await writerIn(running)
      await again.open(editorUrl, place)
      const lines = (await again.says()).join('\n')
      const found = notes.findLastIndex((note) => note.lines === lines)
      const all = found === notes.length - 1
      if (all) whole++
      console.log(
        `round ${round} (seed ${SEED}): ${how} ended ${killedAt - (notes.at(-1)?.at ?? 0)} ms after the last of ` +
          `${notes.length} keys; ${all ? 'all' : `${found + 1}`} there`,
      )
      expect(found, `after ${how}: ${lines}`).toBeGreaterThanOrEqual(lastSafe(notes, killedAt))
      expect((await again.lines()).join('\n')).toBe(lines)
      expect(await again.page.evaluate(() => window.harness.kept())).toEqual([])
      expect(await again.page.evaluate(() => window.harness.journals())).toHaveLength(1)
      await again.page.close()
    }
    console.log(`kill, seed ${SEED}: ${whole} of ${ROUNDS} rounds lost not one key`)
  } finally {
    await kill(running)
    rmSync(profile, { recursive: true, force: true })
  }
})
