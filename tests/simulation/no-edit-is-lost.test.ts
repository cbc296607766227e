import { expect, it } from 'vitest'
import { History, PEACEFUL, ROUGH, type Faults, type Tally } from './history.ts'
import { histories, record } from './results.ts'

async function run(seed: number, faults: Faults, tally: Tally): Promise<{ complaints: string[]; refusals: string[] }> {
  const history = new History(seed, faults)
  try {
    await history.begin(2 + history.chance.below(7))
    for (let i = 0; i < faults.steps; i++) await history.step()
    await history.settle()
    for (const key of Object.keys(tally) as (keyof Tally)[]) tally[key] += history.tally[key]
    return { complaints: await history.complaints(), refusals: history.refusals }
  } finally {
    history.end()
  }
}

const none = (): Tally => ({ acknowledged: 0, refused: 0, held: 0, batches: 0, syncs: 0, repairs: 0 })

it('no acknowledged edit is lost, all phones end equal', async () => {
  const tally = none()
  const seeds = histories(300)
  for (const seed of seeds) {
    const { complaints } = await run(seed, ROUGH, tally)
    expect(complaints, `seed ${seed}`).toEqual([])
  }
  record('no acknowledged edit is lost', seeds, tally)
  expect(tally.acknowledged).toBeGreaterThan(seeds.length)
})

it('honest work is never refused', async () => {
  const tally = none()
  const seeds = histories(500)
  for (const seed of seeds) {
    const { complaints, refusals } = await run(seed, PEACEFUL, tally)
    expect([...complaints, ...refusals], `seed ${seed}`).toEqual([])
  }
  record('honest work is never refused', seeds, tally)
  expect(tally).toMatchObject({ refused: 0, held: 0, repairs: 0 })
})
