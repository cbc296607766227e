import { expect, it } from 'vitest'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { helperHours, helperSessionEnds, helperSessionIsOver } from './helping.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 11, 3, 8)

it('[N7] a session lasts at most the ruleset’s hours, whatever was asked for', () => {
  expect(helperHours(CENTRAL_2026)).toEqual([1, 2, 4, 12])
  const shorter = { ...CENTRAL_2026, helperHours: { ...CENTRAL_2026.helperHours, value: 3 } }
  expect(helperHours(shorter)).toEqual([1, 2, 3])
  expect(helperSessionEnds(START, 2, CENTRAL_2026)).toBe(START + 2 * HOUR)
  expect(helperSessionEnds(START, 100, CENTRAL_2026)).toBe(START + 12 * HOUR)
})

it('[N7] it is over at its end, and when the clock was set back', () => {
  const session = {
    ...{ helper: 'Hoàng Văn Tú', forWhom: 'dung-person', unit: 'khu-dong-mit', record: 'record-0001' },
    ...{ startedAt: START, until: START + HOUR },
  }
  expect([0, HOUR - 1, HOUR, -1].map((ms) => helperSessionIsOver(session, START + ms))).toEqual([
    false,
    false,
    true,
    true,
  ])
})
