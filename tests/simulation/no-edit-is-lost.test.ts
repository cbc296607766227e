import { expect, it } from 'vitest'
import { ROUGH } from './history.ts'
import { histories, record } from './results.ts'
import { nothingYet, run } from './run.ts'

it('[K3] no acknowledged edit is lost, all phones end equal', async () => {
  const tally = nothingYet()
  const seeds = histories(300)
  for (const seed of seeds) {
    const { complaints } = await run(seed, ROUGH, tally)
    expect(complaints, `seed ${seed}`).toEqual([])
  }
  record('no acknowledged edit is lost', seeds, tally)
  expect(tally.acknowledged).toBeGreaterThan(seeds.length)
})
