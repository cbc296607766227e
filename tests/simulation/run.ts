import { History, type Faults, type Tally } from './history.ts'

/** Runs one history to its end. Adds to the tally; answers what did not hold and every refusal. */
export async function run(
  seed: number,
  faults: Faults,
  tally: Tally,
): Promise<{ complaints: string[]; refusals: string[] }> {
  const history = new History(seed, faults)
  try {
    await history.begin(2 + history.chance.below(7))
    for (let i = 0; i < faults.steps; i++) await history.step()
    await history.settle()
    const complaints = await history.complaints()
    for (const key of Object.keys(tally) as (keyof Tally)[]) tally[key] += history.tally[key]
    return { complaints, refusals: history.refusals }
  } finally {
    history.end()
  }
}

export const nothingYet = (): Tally => ({
  acknowledged: 0,
  refused: 0,
  held: 0,
  batches: 0,
  syncs: 0,
  repairs: 0,
  snapshots: 0,
})
