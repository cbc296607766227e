import { describe, expect, it } from 'vitest'
import { RESOLUTION_STAGES, type Resolution } from '#shared/records/resolution.ts'
import { NAMES, PEOPLE, Story, type Name } from './people.fixture.ts'
import { resolutionRules } from './resolution.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const START = {
  do: 'startResolution',
  title: 'Nghị quyết tháng 12',
  month: '2026-12',
  template: 'monthly',
  schema: 1,
}

function begun(over: object = {}): Story<Resolution> {
  const story = new Story<Resolution>('resolution')
  story.does('an', { ...START, ...over })
  return story
}
function at(stage: Resolution['stage'] | 'binned' | 'nothing'): Story<Resolution> {
  if (stage === 'nothing') return new Story<Resolution>('resolution')
  const story = begun()
  if (stage === 'binned') story.happened('resolutionBinned', {})
  else if (stage !== 'draft') story.happened('stageMoved', { to: stage })
  return story
}

describe('a resolution', () => {
  it('[R1] Cúc starts it, the committee drafts it; An cannot start it again', () => {
    const story = new Story<Resolution>('resolution')
    expect(story.does('cuc', START)).toBe('resolutionStarted')
    expect(story.state).toMatchObject({
      stage: 'draft',
      startedBy: 'cuc-person',
      draftingGroup: { who: 'committee' },
    })
    expect(story.does('an', START)).toBe('alreadyExists')
  })

  it('[R2] [R5] goes to comments and back, to ready, and nobody moves it to adopted', () => {
    const story = begun()
    expect(story.does('an', { do: 'moveResolution', to: 'comments' })).toBe('stageMoved')
    expect(story.does('binh', { do: 'moveResolution', to: 'draft' })).toBe('stageMoved')
    expect(story.does('an', { do: 'moveResolution', to: 'ready' })).toBe('stageMoved')
    expect(story.does('an', { do: 'moveResolution', to: 'adopted' })).toBe('notInThisState')
  })

  it('[R6] [P9] Bình bins it, An takes it out in time, but not after a month', () => {
    const story = begun()
    expect(story.does('binh', { do: 'binResolution' })).toBe('resolutionBinned')
    story.days(29)
    expect(story.does('an', { do: 'restoreResolution' })).toBe('resolutionRestored')
    expect(story.state?.binnedAt).toBeUndefined()
    story.does('binh', { do: 'binResolution' })
    story.days(30)
    expect(story.does('an', { do: 'restoreResolution' })).toBe('notInThisState')
  })

  it('[R6] binned by a phone whose clock is a year behind, it is in the bin for a month all the same', () => {
    const story = begun()
    story.phonesOff = -365 * DAY
    story.does('binh', { do: 'binResolution' })
    expect(story.state?.binnedAt).toBe(story.now - MINUTE)
    story.days(29)
    expect(story.does('an', { do: 'restoreResolution' })).toBe('resolutionRestored')
  })

  it('[R7] the same intent twice is done once', () => {
    const story = begun()
    story.does('an', { do: 'moveResolution', to: 'ready' })
    expect(story.does('binh', { do: 'moveResolution', to: 'ready' })).toBe('')
    expect(story.does('an', { do: 'renameResolution', title: START.title })).toBe('')
    expect(story.does('an', { do: 'restoreResolution' })).toBe('')
    story.does('an', { do: 'binResolution' })
    expect(story.does('an', { do: 'binResolution' })).toBe('')
    expect(story.events).toHaveLength(3)
  })

  it('its row says what lists show, words counted and cut', () => {
    const story = begun()
    const runs = [{ text: 'Chi bộ  họp '.repeat(30) }]
    const content = [{ part: 'block' as const, kind: null, depth: 0, runs }]
    const row = resolutionRules.project('record-0001', story.state as Resolution, 7, content)
    expect(row).toMatchObject({ kind: 'resolution', changedAt: 7, words: 90, stage: 'draft' })
    expect('excerpt' in row && row.excerpt).toHaveLength(160)
    expect(resolutionRules.project('record-0001', story.state as Resolution, 7, null)).toMatchObject({
      words: 0,
      excerpt: '',
    })
  })
})

describe('every command in every stage by everybody', () => {
  const COMMANDS: Record<string, object> = {
    start: START,
    rename: { do: 'renameResolution', title: 'Tên khác' },
    group: { do: 'setDraftingGroup', draftingGroup: { who: 'allMembers' } },
    toDraft: { do: 'moveResolution', to: 'draft' },
    toComments: { do: 'moveResolution', to: 'comments' },
    toReady: { do: 'moveResolution', to: 'ready' },
    toAdopted: { do: 'moveResolution', to: 'adopted' },
    bin: { do: 'binResolution' },
    restore: { do: 'restoreResolution' },
  }
  /** Who may at all; the rest hears `notAllowed`, but `notFound` where there is nothing yet. */
  const MAY: Record<string, readonly Name[]> = {
    start: ['an', 'binh', 'cuc'],
    group: ['an'],
    ...Object.fromEntries(
      ['rename', 'toDraft', 'toComments', 'toReady', 'toAdopted', 'bin', 'restore'].map((c) => [
        c,
        ['an', 'binh'],
      ]),
    ),
  }
  /** [R2] [R4] [R5] [R6] [R7] For those who may: `ok`, `same` (nothing to do), or the refusal. */
  const STATES = ['nothing', ...RESOLUTION_STAGES, 'binned'] as const
  const OUTCOMES: Record<string, string> = {
    start: 'ok alreadyExists alreadyExists alreadyExists alreadyExists alreadyExists',
    rename: 'notFound ok ok ok documentClosed documentClosed',
    group: 'notFound ok ok ok documentClosed documentClosed',
    toDraft: 'notFound same ok ok documentClosed documentClosed',
    toComments: 'notFound ok same ok documentClosed documentClosed',
    toReady: 'notFound ok ok same documentClosed documentClosed',
    toAdopted: 'notFound notInThisState notInThisState notInThisState documentClosed documentClosed',
    bin: 'notFound ok ok ok documentClosed same',
    restore: 'notFound same same same same ok',
  }

  const cases = Object.keys(COMMANDS).flatMap((command) =>
    STATES.map((state, i) => [command, state, i] as const),
  )
  it.each(cases)('%s when %s [R1] [R2] [R5]', (command, state, i) => {
    const outcome = OUTCOMES[command]?.split(' ')[i] ?? ''
    for (const name of NAMES) {
      const decision = at(state).asks(name, COMMANDS[command])
      const told = decision.ok ? (decision.events.length > 0 ? 'ok' : 'same') : decision.refusal
      const nothingThere = state === 'nothing' && command !== 'start'
      const allowed = MAY[command]?.includes(name) ?? false
      expect(told, name).toBe(nothingThere ? 'notFound' : allowed ? outcome : 'notAllowed')
    }
  })
})

describe('writing its text', () => {
  it('[R3] [P6] is asked of the drafting group as it is now', () => {
    const story = begun()
    const refusal = (name: Name) => resolutionRules.writingRefusal(story.state, PEOPLE[name])
    expect(NAMES.map((name) => refusal(name))).toEqual([
      null,
      null,
      null,
      'notAllowed',
      'suspended',
      'notAllowed',
      'notAllowed',
      'notAllowed',
    ])
    story.does('an', { do: 'setDraftingGroup', draftingGroup: { who: 'named', people: ['dung-person'] } })
    expect(refusal('dung')).toBeNull()
    expect(refusal('cuc')).toBe('notAllowed')
    story.does('an', { do: 'binResolution' })
    expect(refusal('dung')).toBe('documentClosed')
  })

  it('of nothing is refused', () => {
    expect(resolutionRules.writingRefusal(null, PEOPLE.an)).toBe('notFound')
  })
})

describe('events of a newer program', () => {
  it('are left aside, before and after the beginning', () => {
    const story = new Story<Resolution>('resolution')
    story.happened('resolutionPrinted', { copies: 3 })
    expect(story.state).toBeNull()
    story.does('an', START)
    const before = story.state
    story.happened('resolutionPrinted', { copies: 3 })
    expect(story.state).toEqual(before)
  })
})
