import type { PersonId } from '#shared/records/ids.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { isDisputed } from '#shared/rules/register.ts'

/** What phones said differently without knowing of each other, for the chair to settle. */
export type Contradiction =
  | { about: 'attendance'; person: PersonId }
  | { about: 'count'; vote: string }
  | { about: 'fees' }
  | { about: 'conclusion'; item: string }
  | { about: 'opening' }
  | { about: 'roll' }

/** [M12] Everything of a meeting that stands twice and differently. */
export function contradictionsIn(meeting: Meeting): Contradiction[] {
  const { attendance, votes, fees, conclusions, alsoOpenedBy, course } = meeting
  const found: Contradiction[] = []
  if (alsoOpenedBy.length > 0) found.push({ about: 'opening' })
  if ('rollDiffers' in course) found.push({ about: 'roll' })
  for (const [person, marks] of Object.entries(attendance))
    if (isDisputed(marks, ({ is, time = '' }) => `${is} ${time}`)) found.push({ about: 'attendance', person })
  for (const { id, counts } of votes)
    if (isDisputed(counts, (c) => `${c.for}/${c.against}/${c.other}`))
      found.push({ about: 'count', vote: id })
  if (isDisputed(fees, ({ paid, of }) => `${paid}/${of}`)) found.push({ about: 'fees' })
  for (const [item, said] of Object.entries(conclusions))
    if (isDisputed(said, ({ text }) => text)) found.push({ about: 'conclusion', item })
  return found
}
