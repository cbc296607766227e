import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from '#tests/e2e/app.ts'
import { everythingSent, signIn } from '#tests/e2e/cell.ts'
import { House } from '#tests/e2e/house.ts'
import { CELL, makeBigMeeting, MEETING, SIZE } from './big-meeting-book.ts'
import { tell } from './result.ts'

// A full room: what a tap or a key costs until the screen has changed, on a processor made four times slower. The
// browser itself says when it painted (Event Timing); what took less than 16 ms it does not tell.
const SLOWER = 4
const TAPS = 12
const BUDGET = '≤ 100 ms at 4 ×'

declare global {
  interface Window {
    timed: number[]
  }
}

const folder = mkdtempSync(join(tmpdir(), 'big-meeting-'))
await makeBigMeeting(join(folder, 'data'))
const house = await House.open({ demo: true, dataDir: join(folder, 'data') })
const phone = await App.open()
try {
  await signIn(phone, house, { who: 'secretary' })
  await everythingSent(phone)
  await phone.visit(`${house.url}/meetings/${CELL}/${MEETING}/now?panel=roll`)
  await phone.sees('Điểm danh')
  const session = await phone.page.context().newCDPSession(phone.page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await phone.page.evaluate(() => {
    window.timed = []
    const note = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries())
        if (['pointerup', 'keydown', 'click'].includes(entry.name)) window.timed.push(entry.duration)
    }
    new PerformanceObserver(note).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })

  const marks = await timed(async () => {
    for (let i = 0; i < TAPS; i++)
      await phone.page
        .locator('.roll-mark')
        .nth(i * 4)
        .click()
  })
  const tabs = await timed(async () => {
    for (const name of [/Phát biểu/u, /Diễn biến/u, /Điểm danh/u, /Phát biểu/u]) await phone.choose(name)
  })
  await phone.sees(`${SIZE.contributions} đồng chí đã phát biểu`)
  const typing = await timed(async () => {
    await phone.page.getByLabel('Ai phát biểu').selectOption({ index: 5 })
    await phone.page
      .getByLabel('Nội dung')
      .first()
      .pressSequentially('Tôi nhất trí, đề nghị làm sớm.', { delay: 30 })
  })
  const saving = await timed(async () => {
    await phone.press('Ghi phát biểu')
    await phone.sees('Tôi nhất trí, đề nghị làm sớm.')
  })
  const what = `${SIZE.members} members, ${SIZE.items} items, ${SIZE.contributions} contributions`
  const figure = (name: string, all: readonly number[]) => ({
    figure: `${name}, until painted (${what})`,
    measured:
      all.length === 0
        ? 'under 16 ms'
        : `worst ${Math.max(...all)} ms, middle ${middleOf(all)} ms of ${all.length}`,
    budget: BUDGET,
  })
  tell('big-meeting', [
    figure('a mark in the roll call', marks),
    figure('another panel', tabs),
    figure('a key while somebody speaks', typing),
    figure('a contribution noted', saving),
  ])
} finally {
  await phone.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Does it, waits until the browser has nothing left to paint, and answers what each input took. */
async function timed(act: () => Promise<void>): Promise<number[]> {
  await phone.page.evaluate(() => void (window.timed = []))
  await act()
  await phone.page.evaluate(
    () => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => setTimeout(done, 0)))),
  )
  return phone.page.evaluate(() => window.timed)
}

function middleOf(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}
