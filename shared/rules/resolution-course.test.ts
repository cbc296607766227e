import { describe, expect, it } from 'vitest'
import { RESOLUTION_STAGES } from '#shared/records/resolution.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { dateHasPassed } from './announcement-timing.ts'
import {
  canBeRestored,
  documentIsOpen,
  stageMayFollow,
  writingRefusal,
  type Course,
} from './resolution-course.ts'
import type { Standing } from './standing.ts'

const DAY = 24 * 60 * 60 * 1000
const draft: Course = { stage: 'draft', draftingGroup: { who: 'committee' } }
const dung: Standing = {
  person: 'dung-0001',
  unit: 'khu-dong-mit',
  status: 'official',
  duties: [],
  officerAbove: false,
}

describe('the course of a resolution', () => {
  const allowed = [
    'draft comments',
    'draft ready',
    'comments draft',
    'comments ready',
    'ready draft',
    'ready comments',
  ]
  it.each(RESOLUTION_STAGES.flatMap((from) => RESOLUTION_STAGES.map((to) => [from, to] as const)))(
    '[R2] from %s to %s',
    (from, to) => {
      expect(stageMayFollow(from, to)).toBe(allowed.includes(`${from} ${to}`))
    },
  )

  it('[R4] the text is open until it is adopted or binned', () => {
    for (const stage of RESOLUTION_STAGES) {
      expect(documentIsOpen({ ...draft, stage })).toBe(stage !== 'adopted')
      expect(documentIsOpen({ ...draft, stage, binnedAt: 1 })).toBe(false)
    }
  })

  it('[R3] why Dũng may not write', () => {
    const all: Course = { ...draft, draftingGroup: { who: 'allMembers' } }
    expect(writingRefusal(all, dung)).toBeNull()
    expect(writingRefusal(draft, dung)).toBe('notAllowed')
    expect(writingRefusal(draft, { ...dung, duties: ['committee'] })).toBeNull()
    expect(writingRefusal(draft, { ...dung, duties: ['secretary'] })).toBeNull()
    expect(writingRefusal(all, { ...dung, status: 'suspended', duties: ['secretary'] })).toBe('suspended')
    expect(writingRefusal(all, { ...dung, status: null, officerAbove: true })).toBe('notAllowed')
    expect(writingRefusal({ ...all, stage: 'adopted' }, dung)).toBe('documentClosed')
    expect(writingRefusal({ ...draft, stage: 'adopted' }, dung), 'who may not write is not told more').toBe(
      'notAllowed',
    )
  })

  it('[R6] out of the bin until the last of thirty days', () => {
    const binned = { ...draft, binnedAt: 5 * DAY }
    expect(canBeRestored(binned, 5 * DAY, CENTRAL_2026)).toBe(true)
    expect(canBeRestored(binned, 35 * DAY - 1, CENTRAL_2026)).toBe(true)
    expect(canBeRestored(binned, 35 * DAY, CENTRAL_2026)).toBe(false)
    expect(canBeRestored(draft, 0, CENTRAL_2026)).toBe(false)
  })
})

describe('[A3] what an announcement tells of is over', () => {
  it.each([
    [undefined, '2026-12-04T08:00', false],
    ['2026-12-03', '2026-12-03T23:59', false],
    ['2026-12-03', '2026-12-04T00:00', true],
    ['2026-12-03T19:30', '2026-12-03T19:30', false],
    ['2026-12-03T19:30', '2026-12-03T19:31', true],
  ])('%s, read at %s: %s', (when, now, passed) => {
    expect(dateHasPassed({ title: 'Họp', body: 'Kính mời', ...(when ? { when } : {}) }, now)).toBe(passed)
  })
})
