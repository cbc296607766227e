import { isRecordKind, type RecordKind } from '#shared/records/event.ts'
import { announcementRules } from './announcement.ts'
import { boardRules } from './board.ts'
import { candidateRules } from './candidate.ts'
import { feeNamesRules } from './fee-names.ts'
import { forwardedOpinionRules } from './forwarded-opinion.ts'
import { handedUpRules } from './handed-up.ts'
import { heldRules } from './held.ts'
import { keptRules } from './kept.ts'
import type { RecordKindRules } from './kind.ts'
import { meetingRules } from './meeting/meeting.ts'
import { minutesRules } from './minutes.ts'
import { numbersRules } from './numbers.ts'
import { opinionRules } from './opinion.ts'
import { ownReasonRules, reasonsRules } from './reasons.ts'
import { resolutionRules } from './resolution.ts'
import { scheduleRules } from './schedule.ts'
import { sealsRules } from './seals.ts'
import { taskRules } from './task.ts'
import { rulesOfUnknown } from './unknown.ts'

const RULES: Record<RecordKind, RecordKindRules> = {
  resolution: resolutionRules as RecordKindRules,
  announcement: announcementRules as RecordKindRules,
  held: heldRules as RecordKindRules,
  kept: keptRules as RecordKindRules,
  board: boardRules as RecordKindRules,
  meeting: meetingRules as RecordKindRules,
  minutes: minutesRules as RecordKindRules,
  task: taskRules as RecordKindRules,
  numbers: numbersRules as RecordKindRules,
  reasons: reasonsRules as RecordKindRules,
  schedule: scheduleRules as RecordKindRules,
  seals: sealsRules as RecordKindRules,
  candidate: candidateRules as RecordKindRules,
  handedUp: handedUpRules as RecordKindRules,
  ownReason: ownReasonRules as RecordKindRules,
  feeNames: feeNamesRules as RecordKindRules,
  opinion: opinionRules as RecordKindRules,
  forwardedOpinion: forwardedOpinionRules as RecordKindRules,
}

/** What came from elsewhere may be of a kind this app does not know [S17]. */
export const rulesOf = (kind: RecordKind): RecordKindRules =>
  isRecordKind(kind) ? RULES[kind] : (rulesOfUnknown(kind) as RecordKindRules)
