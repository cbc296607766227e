import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Seeds of a run: `SIMULATION_SEED` begins it, `SIMULATION_SCALE` multiplies it, `SIMULATION_COUNT` sets it. */
export function histories(count: number): number[] {
  const first = Number(process.env['SIMULATION_SEED'] ?? 1)
  const scaled = Math.round(count * Number(process.env['SIMULATION_SCALE'] ?? 1))
  const length = Number(process.env['SIMULATION_COUNT'] ?? scaled)
  return Array.from({ length }, (_, i) => first + i)
}

/** Prints and keeps what was measured, and the bound it stays under. */
export function recordFigures(promise: string, budget: string, figures: object): void {
  keep(promise, { promise, budget, ...figures })
}

/** Prints and keeps what a run counted; with no failure in N histories the true rate is below 3/N (95 %). */
export function record(promise: string, seeds: readonly number[], counts: object): void {
  const bound = (3 / seeds.length).toPrecision(2)
  keep(promise, { promise, firstSeed: seeds[0], histories: seeds.length, bound, ...counts })
}

function keep(promise: string, result: object): void {
  console.info(JSON.stringify(result))
  const folder = join(process.cwd(), 'tests', 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${promise.replaceAll(' ', '-')}.json`), `${JSON.stringify(result, null, 2)}\n`)
}
