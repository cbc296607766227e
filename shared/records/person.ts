import * as v from 'valibot'
import { idSchema } from './ids.ts'
import { daySchema } from './local-time.ts'

/** Membership of one person in one unit (domain 1.7). */
export const STATUSES = [
  'official',
  'probationary',
  'exempt',
  'temporarilyOut',
  'temporarilyIn',
  'suspended',
] as const
export const statusSchema = v.picklist(STATUSES)
export type Status = v.InferOutput<typeof statusSchema>

/** `officer` is held in the commune committee, the other duties in a cell. */
export const DUTIES = ['secretary', 'deputy', 'committee', 'officer'] as const
export const dutySchema = v.picklist(DUTIES)
export type Duty = v.InferOutput<typeof dutySchema>

/** A name as people write it, NFC, one line, 2 to 80 characters. */
export const personNameSchema = v.pipe(
  v.string(),
  v.normalize('NFC'),
  v.transform((s) => s.replace(/\s+/gu, ' ').trim()),
  v.minLength(2),
  v.maxLength(80),
  v.regex(/^[^\p{Cc}\p{Cf}\p{Cs}<>]+$/u),
)

/** Kept only to tell two people of the same name apart. */
export const birthYearSchema = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100))

/** One person as one unit's roster shows them: nothing that is not needed to work together. */
export const rosterPersonSchema = v.object({
  id: idSchema,
  name: personNameSchema,
  birthYear: v.optional(birthYearSchema),
  status: statusSchema,
  duties: v.array(dutySchema),
  /** Since when he is on probation; kept only as long as he is, for the day his recognition is due [O5]. */
  probationFrom: v.optional(daySchema),
})
export type RosterPerson = v.InferOutput<typeof rosterPersonSchema>
