import * as v from 'valibot'
import { idSchema, instantSchema, type PersonId } from './ids.ts'
import { personNameSchema, rosterPersonSchema, type RosterPerson } from './person.ts'
import { unitSchema } from './unit.ts'

/**
 * Who belongs to one unit, as the server signed it. `version` only grows within a lineage; the last one a phone
 * has never expires there.
 */
export const rosterSchema = v.object({
  lineage: idSchema,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  issuedAt: instantSchema,
  unit: unitSchema,
  /** The committee above a cell: its name stands on the papers. */
  superior: v.optional(unitSchema),
  /** Who of that committee is in charge of the cell. */
  assigned: v.optional(v.object({ id: idSchema, name: personNameSchema })),
  people: v.array(rosterPersonSchema),
})
export type Roster = v.InferOutput<typeof rosterSchema>

export function personIn(roster: Roster, person: PersonId): RosterPerson | null {
  return roster.people.find((p) => p.id === person) ?? null
}
