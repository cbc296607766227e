import type { Block, Content, Part, Run } from '#shared/records/content.ts'
import type { AttachmentId } from '#shared/records/attachment.ts'
import type { PersonId } from '#shared/records/ids.ts'

/** [V7] A text as it is adopted and hashed: names by whose they are, without their letters. */
export const withoutNames = (content: Content): Content =>
  mapRuns(content, (run) => (run.person === undefined ? run : { ...run, text: '' }))

/** What is put in where a text is read. */
export type PutIn = {
  nameOf: (person: PersonId) => string
  /** [Y15] Words that lie beside it, or what is said in their place when they are erased or not here. */
  wordsOf: (words: AttachmentId) => string
}

/** The same as it is read: names and words put in. */
export const asRead = (content: Content, { nameOf, wordsOf }: PutIn): Content =>
  mapRuns(content, (run) => {
    if (run.person !== undefined) return { ...run, text: nameOf(run.person) }
    return run.beside === undefined ? run : { ...run, text: wordsOf(run.beside) }
  })

/** Whoever and whatever stands in a text without letters. */
export function leftOutOf(content: Content): { people: readonly PersonId[]; words: readonly AttachmentId[] } {
  const people = new Set<PersonId>()
  const words = new Set<AttachmentId>()
  mapRuns(content, (run) => {
    if (run.person !== undefined) people.add(run.person)
    if (run.beside !== undefined) words.add(run.beside)
    return run
  })
  return { people: [...people], words: [...words] }
}

function mapRuns(content: Content, change: (run: Run) => Run): Content {
  const block = (one: Block): Block => ({ ...one, runs: one.runs.map(change) })
  return content.map((part): Part => {
    if (part.part === 'block') return block(part)
    if (part.part === 'derived') return part
    return { ...part, rows: part.rows.map((row) => row.map((cell) => cell.map(block))) }
  })
}
