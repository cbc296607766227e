import type { RecordKind } from '#shared/records/event.ts'
import { announcementRules } from './announcement.ts'
import { boardRules } from './board.ts'
import { heldRules } from './held.ts'
import { keptRules } from './kept.ts'
import type { RecordKindRules } from './kind.ts'
import { resolutionRules } from './resolution.ts'

const RULES: Record<RecordKind, RecordKindRules> = {
  resolution: resolutionRules as RecordKindRules,
  announcement: announcementRules as RecordKindRules,
  held: heldRules as RecordKindRules,
  kept: keptRules as RecordKindRules,
  board: boardRules as RecordKindRules,
}

export const rulesOf = (kind: RecordKind): RecordKindRules => RULES[kind]
