import { expect, it } from 'vitest'
import { PEACEFUL } from './history.ts'
import { histories, record } from './results.ts'
import { nothingYet, run } from './run.ts'

/** At most one repair in so many histories. */
const MOST_REPAIRS_IN = 100

it('honest work is never refused', async () => {
  const tally = nothingYet()
  const seeds = histories(500)
  for (const seed of seeds) {
    const { complaints, refusals } = await run(seed, PEACEFUL, tally)
    expect([...complaints, ...refusals], `seed ${seed}`).toEqual([])
  }
  record('honest work is never refused', seeds, tally)
  expect(tally).toMatchObject({ refused: 0, held: 0 })
  // Yjs tidies formatting where it merges, and once in a great while a phone tidies otherwise (seed 222: a stretch in bold):
  // the digest shows it and the record is asked for whole.
  expect(tally.repairs).toBeLessThanOrEqual(seeds.length / MOST_REPAIRS_IN)
})
