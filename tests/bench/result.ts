import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One row of the README's table: what was measured, in words with units, against which budget. */
export type Figure = { figure: string; measured: string; budget: string }

/** Prints the rows and keeps them for `scripts/figures.mjs`. */
export function tell(name: string, figures: readonly Figure[]): void {
  for (const { figure, measured, budget } of figures)
    console.info(`${figure}: ${measured} (budget ${budget})`)
  const folder = join(process.cwd(), 'tests', 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `bench-${name}.json`), `${JSON.stringify({ bench: name, figures }, null, 2)}\n`)
}
