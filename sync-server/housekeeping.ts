import type { Instant } from '#shared/records/ids.ts'

/** Something old is let go of, in small steps; each says how many things it was. */
export type Chore = (now: Instant) => AsyncIterable<number>

/** Calls back once, after some milliseconds. @returns its cancelling */
export type Timer = (milliseconds: number, work: () => void) => () => void

export type HousekeepingParts = {
  chores: Readonly<Record<string, Chore>>
  clock: () => Instant
  timer: Timer
  /** Resolves when no request waits for the disk. */
  quiet: () => Promise<void>
  /** Told of what was done, and of what could not be. */
  report: (line: string) => void
}

const DAY = 24 * 60 * 60 * 1000
/** A computer that is switched on every morning must get to it as well. */
const FIRST = 5 * 60 * 1000
const BETWEEN_STEPS = 50

/**
 * Once a day, and soon after each start: chore by chore, step by step, each step between the commits of requests and
 * with a pause after it. A chore that fails is left for the next day.
 * @returns its stop, which resolves when the step under way is done
 */
export function startHousekeeping(parts: HousekeepingParts): () => Promise<void> {
  const { chores, clock, timer, quiet, report } = parts
  let stopped = false
  let cancel: () => void = () => undefined
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      if (stopped) return resolve()
      const end = timer(milliseconds, resolve)
      cancel = () => {
        end()
        resolve()
      }
    })

  const day = async () => {
    for (const [name, chore] of Object.entries(chores)) {
      try {
        const done = await carriedOut(chore)
        if (done > 0) report(`${name}: ${done}`)
      } catch (why) {
        report(`${name}: ${why instanceof Error ? why.message : String(why)}`)
      }
    }
  }
  const carriedOut = async (chore: Chore): Promise<number> => {
    let done = 0
    const steps = chore(clock())[Symbol.asyncIterator]()
    for (;;) {
      if (stopped) return done
      await quiet()
      const step = await steps.next()
      if (step.done) return done
      done += step.value
      await wait(BETWEEN_STEPS)
    }
  }
  const forEver = async () => {
    for (let pause = FIRST; !stopped; pause = DAY) {
      await wait(pause)
      if (!stopped) await day()
    }
  }
  const ended = forEver()
  return () => {
    stopped = true
    cancel()
    return ended
  }
}

export const realTimer: Timer = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}
