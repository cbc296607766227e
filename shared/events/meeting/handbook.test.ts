import { describe, expect, it } from 'vitest'
import { NAMES } from '#shared/events/people.fixture.ts'
import { AT, Evening, id } from './evening.fixture.ts'

const tick = (part: string, day: string | null, step?: string) => ({
  do: 'tickPart',
  part,
  day,
  ...(step ? { step } : {}),
})

describe('what is in the e-handbook', () => {
  it('[P70] is ticked by secretary, deputy and committee', () => {
    const may = NAMES.filter((name) => new Evening().asks(name, tick('notice', '2026-12-01')).ok)
    expect(may).toEqual(['an', 'binh', 'cuc'])
  })

  it('[X3] part by part, with the day and by whom; again changes nothing, taken back it is gone', () => {
    const evening = new Evening()
    expect(evening.does('an', tick('notice', '2026-12-01'))).toBe('partTicked')
    expect(evening.does('cuc', tick('paper:Ab-_9', '2026-12-02'))).toBe('partTicked')
    expect(evening.does('binh', tick('notice', '2026-12-01'))).toBe('')
    expect(evening.meeting.posted).toEqual({
      notice: { day: '2026-12-01', by: id('an') },
      'paper:Ab-_9': { day: '2026-12-02', by: id('cuc') },
    })
    expect(evening.does('binh', tick('notice', null))).toBe('partTicked')
    expect(Object.keys(evening.meeting.posted ?? {})).toEqual(['paper:Ab-_9'])
    expect(evening.does('binh', tick('__proto__', '2026-12-01'))).toBe('malformed')
  })

  it('[X5] the last part ticks the step, one taken back unticks it; also long after the meeting', () => {
    const evening = Evening.begun()
    evening.does('an', { do: 'closeMeeting', at: AT + 5_400_000 })
    expect(evening.does('an', tick('minutes', '2026-12-05', 'signedPapersPosted'))).toBe(
      'partTicked stepTicked',
    )
    expect(evening.meeting.steps).toEqual({ signedPapersPosted: '2026-12-05' })
    expect(evening.does('an', tick('minutes', null, 'signedPapersPosted'))).toBe('partTicked stepTicked')
    expect(evening.meeting.steps).toEqual({})
    expect(evening.does('an', tick('minutes', '2026-12-05', 'noticeSent'))).toBe('malformed')
  })
})
