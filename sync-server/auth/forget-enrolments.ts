import type { Instant } from '#shared/records/ids.ts'
import type { Storage } from '#server/storage/storage.ts'

const DAY = 24 * 60 * 60 * 1000
const STEP = 50

/**
 * [E11] Forgets enrolments a day after they ended. Until then whoever opens the old link is told that it has ended,
 * instead of that nobody knows it.
 * @returns steps; each says how many it forgot
 */
export async function* forgetEnrolments(storage: Storage, now: Instant): AsyncGenerator<number> {
  for (;;) {
    const ended = await storage.enrolmentsEnding({ from: 0, before: now - DAY }, STEP)
    if (ended.length === 0) return
    await storage.commit(ended.map(({ id }) => ({ drop: 'enrolment', id })))
    yield ended.length
  }
}
