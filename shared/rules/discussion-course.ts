import type { Refusal } from '#shared/records/refusal.ts'
import type { Remark } from '#shared/records/discussion.ts'
import type { Resolution } from '#shared/records/resolution.ts'
import { isDrafter, may } from './permissions.ts'
import type { Standing } from './standing.ts'

/** What of a resolution these rules look at; its row tells it too. */
export type Discussed = Pick<Resolution, 'draftingGroup'> & { shown: boolean }

const relationsOf = ({ draftingGroup }: Discussed, standing: Standing) =>
  isDrafter(draftingGroup, standing) ? (['drafter'] as const) : []

/**
 * [C1] Whoever writes the text discusses it from the start, every other member once it was shown to the cell; what has
 * become of it meanwhile takes nobody's word away.
 */
export function discussingRefusal(resolution: Discussed, standing: Standing): Refusal | null {
  if (standing.status === 'suspended') return 'suspended'
  if (!may('discussDraft', standing)) return 'notAllowed'
  if (resolution.shown || may('writeDraft', standing, relationsOf(resolution, standing))) return null
  return 'notInThisState'
}

/** [P26] Who accepts and declines proposals: whoever may write the text. */
export const mayDecide = (resolution: Discussed, standing: Standing): boolean =>
  may('decideProposal', standing, relationsOf(resolution, standing))

/** [P28] Who puts a comment aside as settled. */
export const maySettle = (resolution: Discussed, standing: Standing): boolean =>
  may('settleComment', standing, relationsOf(resolution, standing))

/** [P27] */
export const mayWithdraw = (remark: Pick<Remark, 'by'>, standing: Standing): boolean =>
  may('withdrawRemark', standing, remark.by === standing.person ? ['self'] : [])

/** [P29] */
export const mayNameVersion = (resolution: Discussed, standing: Standing): boolean =>
  may('nameVersion', standing, relationsOf(resolution, standing))
