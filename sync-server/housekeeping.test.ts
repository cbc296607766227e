import { beforeEach, describe, expect, it } from 'vitest'
import { startHousekeeping, type Chore } from './housekeeping.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let now = 0
let waiting: { at: number; work: () => void } | null = null
let told: string[] = []
let quiets = 0
beforeEach(() => {
  now = 0
  waiting = null
  told = []
  quiets = 0
})

/** One timer at a time, and a clock that moves only when the test says so. */
const timer = (milliseconds: number, work: () => void) => {
  const mine = { at: now + milliseconds, work }
  waiting = mine
  return () => {
    if (waiting === mine) waiting = null
  }
}
const settled = async () => {
  for (let i = 0; i < 50; i++) await Promise.resolve()
}
/** Time passes; every timer on the way rings at its moment. */
async function pass(milliseconds: number): Promise<void> {
  const end = now + milliseconds
  await settled()
  for (let due = waiting; due && due.at <= end; due = waiting) {
    now = due.at
    waiting = null
    due.work()
    await settled()
  }
  now = end
}
function start(chores: Record<string, Chore>): () => Promise<void> {
  const quiet = async () => void quiets++
  return startHousekeeping({ chores, clock: () => now, timer, quiet, report: (line) => told.push(line) })
}
const steps = (...counts: number[]): { chore: Chore; at: number[] } => {
  const at: number[] = []
  async function* chore(day: number) {
    at.push(day)
    yield* counts
  }
  return { chore, at }
}

describe('housekeeping', () => {
  it('comes round five minutes after the start and then every day', async () => {
    const { chore, at } = steps()
    const stop = start({ letters: chore })
    await pass(4 * MINUTE)
    expect(at).toEqual([])
    await pass(MINUTE)
    await pass(2 * DAY)
    expect(at).toEqual([5 * MINUTE, 5 * MINUTE + DAY, 5 * MINUTE + 2 * DAY])
    await stop()
  })

  it('goes step by step, each when no request waits for the disk, with a pause after it', async () => {
    const { chore } = steps(50, 50, 3)
    const stop = start({ letters: chore })
    await pass(5 * MINUTE)
    expect([told, quiets]).toEqual([[], 1])
    await pass(50)
    expect(quiets).toBe(2)
    await pass(200)
    expect([told, quiets]).toEqual([['letters: 103'], 4])
    await stop()
  })

  it('says nothing where nothing was to be done', async () => {
    const stop = start({ letters: steps().chore })
    await pass(DAY)
    expect(told).toEqual([])
    await stop()
  })

  it('a chore that fails is told and tried again the next day; the others are done', async () => {
    let tries = 0
    async function* broken(): AsyncGenerator<number> {
      yield 1
      throw new Error(`no disk, try ${++tries}`)
    }
    const stop = start({ cellar: broken, letters: steps(1).chore })
    await pass(2 * DAY)
    expect(told).toEqual(['cellar: no disk, try 1', 'letters: 1', 'cellar: no disk, try 2', 'letters: 1'])
    await stop()
  })

  it('stops after the step under way and begins no other', async () => {
    let finish: () => void = () => undefined
    let began = 0
    async function* slow() {
      for (;;) {
        began++
        await new Promise<void>((resolve) => (finish = resolve))
        yield 1
      }
    }
    const stop = start({ letters: slow })
    await pass(5 * MINUTE)
    let stopped = false
    const stopping = stop().then(() => (stopped = true))
    await settled()
    expect(stopped).toBe(false)
    finish()
    await stopping
    await pass(3 * DAY)
    expect([began, waiting]).toEqual([1, null])
  })
})
