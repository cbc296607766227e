import { expect, it } from 'vitest'
import { PEACEFUL } from './history.ts'
import { histories, record } from './results.ts'
import { nothingYet, run } from './run.ts'

it('honest work is never refused', async () => {
  const tally = nothingYet()
  const seeds = histories(500)
  for (const seed of seeds) {
    const { complaints, refusals } = await run(seed, PEACEFUL, tally)
    expect([...complaints, ...refusals], `seed ${seed}`).toEqual([])
  }
  record('honest work is never refused', seeds, tally)
  expect(tally).toMatchObject({ refused: 0, held: 0, repairs: 0 })
})
