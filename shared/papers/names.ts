import type { Block, Content, Part, Run } from '#shared/records/content.ts'
import type { PersonId } from '#shared/records/ids.ts'

/** [V7] A text as it is adopted and hashed: names by whose they are, without their letters. */
export const withoutNames = (content: Content): Content =>
  mapRuns(content, (run) => (run.person === undefined ? run : { ...run, text: '' }))

/** The same as it is read: names put in. */
export const withNames = (content: Content, nameOf: (person: PersonId) => string): Content =>
  mapRuns(content, (run) => (run.person === undefined ? run : { ...run, text: nameOf(run.person) }))

function mapRuns(content: Content, change: (run: Run) => Run): Content {
  const block = (one: Block): Block => ({ ...one, runs: one.runs.map(change) })
  return content.map((part): Part => {
    if (part.part === 'block') return block(part)
    if (part.part === 'derived') return part
    return { ...part, rows: part.rows.map((row) => row.map((cell) => cell.map(block))) }
  })
}
