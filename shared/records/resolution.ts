import * as v from 'valibot'
import type { Adoptable } from './adoption.ts'
import type { Remark } from './discussion.ts'
import { idSchema } from './ids.ts'
import type { Instant, PersonId } from './ids.ts'
import type { NamedVersion } from './named-version.ts'

/** Who may write a draft beside secretary and deputy; the default is the cell committee. */
export const draftingGroupSchema = v.variant('who', [
  v.object({ who: v.literal('committee') }),
  v.object({ who: v.literal('allMembers') }),
  v.object({ who: v.literal('named'), people: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(60)) }),
])
export type DraftingGroup = v.InferOutput<typeof draftingGroupSchema>

/** The month a resolution is for, `yyyy-mm`. */
export const monthSchema = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))

export const titleSchema = v.pipe(
  v.string(),
  v.normalize('NFC'),
  v.transform((s) => s.replace(/\s+/gu, ' ').trim()),
  v.minLength(1),
  v.maxLength(200),
)

/** Where a resolution stands. `adopted` is reached by the adoption of a meeting and closes the document (R5). */
export const RESOLUTION_STAGES = ['draft', 'comments', 'ready', 'adopted'] as const
export type ResolutionStage = (typeof RESOLUTION_STAGES)[number]

export type Resolution = Adoptable & {
  title: string
  month: string
  template: string
  /** Version of the document schema it was begun with; a phone that knows less opens it read-only. */
  schema: number
  stage: ResolutionStage
  draftingGroup: DraftingGroup
  startedBy: PersonId
  startedAt: Instant
  stageSince: Instant
  /** It left the first stage at least once: every member may say something about it (C1). */
  shown: boolean
  /** In the order in which they were made known. */
  remarks: readonly Remark[]
  versions: readonly NamedVersion[]
  /** In the bin since then; it can be taken out for 30 days. */
  binnedAt?: Instant
}
