import type { ResolutionStage } from '#shared/records/resolution.ts'
import type { IconName } from '#client/ui/icons.ts'

export const STAGE_CHIPS = {
  draft: { icon: 'pen', tone: 'calm' },
  comments: { icon: 'talk', tone: 'gold' },
  ready: { icon: 'clock', tone: 'wait' },
  adopted: { icon: 'check', tone: 'ok' },
} as const satisfies Record<ResolutionStage, { icon: IconName; tone: 'calm' | 'gold' | 'wait' | 'ok' }>
