import type { Adoption } from '#shared/records/adoption.ts'
import type { Instant } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { Resolution, ResolutionStage } from '#shared/records/resolution.ts'
import { isDrafter, may } from './permissions.ts'
import type { Standing } from './standing.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

/** What of a resolution these rules look at; its row tells it too. */
export type Course = Pick<Resolution, 'stage' | 'draftingGroup' | 'binnedAt'> & {
  adopted?: Pick<Adoption, 'by'>
  sealed?: object
}

const DAY = 24 * 60 * 60 * 1000

/** [R2] From where one may go where. Adoption alone leads to `adopted`, and nothing leads out of it. */
export const NEXT_STAGES = {
  draft: ['comments', 'ready'],
  comments: ['draft', 'ready'],
  ready: ['draft', 'comments'],
  adopted: [],
} as const satisfies Record<ResolutionStage, readonly ResolutionStage[]>

export function stageMayFollow(from: ResolutionStage, to: ResolutionStage): boolean {
  const next: readonly ResolutionStage[] = NEXT_STAGES[from]
  return next.includes(to)
}

/** [R4] The text is open while the resolution is not adopted and not in the bin. */
export function documentIsOpen(resolution: Course): boolean {
  return resolution.stage !== 'adopted' && resolution.binnedAt === undefined
}

/** [R3] [V4] Why this person may not write the text now, or null; after its adoption only the signers touch it. */
export function writingRefusal(resolution: Course, standing: Standing): Refusal | null {
  if (standing.status === 'suspended') return 'suspended'
  const { adopted, sealed } = resolution
  if (adopted && !sealed) {
    const signs = may('signText', standing, adopted.by === standing.person ? ['chair'] : [])
    if (signs) return null
  }
  const relations = isDrafter(resolution.draftingGroup, standing) ? (['drafter'] as const) : []
  if (!may('writeDraft', standing, relations)) return 'notAllowed'
  return documentIsOpen(resolution) ? null : 'documentClosed'
}

/** [R6] A binned draft can be taken out again for the days the ruleset gives. */
export function canBeRestored(resolution: Course, now: Instant, ruleset: Ruleset): boolean {
  return resolution.binnedAt !== undefined && now - resolution.binnedAt < ruleset.binDays.value * DAY
}
