import { expect, it } from 'vitest'
import { AdoptingHistory, noEvening, type EveningTally } from './adopting.ts'
import { RealVillage } from './real-phones.ts'
import { histories, record } from './results.ts'

it('[V2] [V4] [V5] [V6] an adopted text never changes, and no word is lost by its adoption', async () => {
  const tally = noEvening()
  const seeds = histories(300)
  for (const seed of seeds) {
    const village = await RealVillage.open()
    const history = new AdoptingHistory(seed, village)
    try {
      expect(await history.run(), `seed ${seed}`).toEqual([])
    } finally {
      await village.close()
    }
    for (const key of Object.keys(tally) as (keyof EveningTally)[]) tally[key] += history.tally[key]
  }
  record('an adopted text never changes', seeds, tally)
  expect(tally.adopted).toBeGreaterThan(seeds.length / 8)
})
