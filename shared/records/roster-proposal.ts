import * as v from 'valibot'
import { idSchema, type Instant, type PersonId, type UnitId } from './ids.ts'
import { daySchema, type Day } from './local-time.ts'
import { birthYearSchema, personNameSchema } from './person.ts'

/** What a cell asks the commune to enter after its vote; `person` of an admission is the id he will have as a member. */
export const rosterChangeSchema = v.variant('matter', [
  v.object({
    matter: v.literal('admission'),
    person: idSchema,
    name: personNameSchema,
    birthYear: v.exactOptional(birthYearSchema),
  }),
  v.object({ matter: v.literal('recognition'), person: idSchema }),
  v.object({ matter: v.literal('exemption'), person: idSchema }),
])
export type RosterChange = v.InferOutput<typeof rosterChangeSchema>

const votes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500))
/** How the cell voted: day, count, and what percentages are of. */
export const votedSchema = v.object({
  day: daySchema,
  for: votes,
  against: votes,
  other: votes,
  base: votes,
})
export type Voted = v.InferOutput<typeof votedSchema>

export type ProposalAnswer =
  | { is: 'confirmed'; on: Day; by: PersonId; at: Instant }
  | { is: 'declined'; word: string; by: PersonId; at: Instant }

/** Kept by the server with the directory; seen by the cell's secretary and deputy and the officers above it [D24]. */
export type RosterProposal = {
  id: string
  cell: UnitId
  change: RosterChange
  vote: Voted
  by: PersonId
  at: Instant
  answer?: ProposalAnswer
}
