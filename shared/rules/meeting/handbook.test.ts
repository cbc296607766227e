import { describe, expect, it } from 'vitest'
import type { AgendaItem } from '#shared/records/agenda.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { handbookDeadlines, partsOf, stepChangedBy } from './handbook.ts'

const paper = (name: string) => ({
  file: { id: name.padEnd(43, 'x'), media: 'application/pdf' as const, size: 10 },
  name: `${name}.pdf`,
})
const item = (id: string, over: Partial<AgendaItem> = {}): AgendaItem => ({
  ...{ id, part: 'free', title: id, minutes: 5 },
  ...over,
})
const days = (steps: Meeting['steps'], today: string, endedOn: string | null = null) =>
  handbookDeadlines({ startsAt: '2026-12-03T19:30', steps }, { endedOn, today, ruleset: CENTRAL_2026 }).map(
    ({ last, is }) => `${last?.slice(8) ?? '-'} ${is}`,
  )

describe('[X1] the three days around a meeting', () => {
  it('papers one day before it; the other two have no day before it ended', () => {
    expect(days({}, '2026-12-01')).toEqual(['02 open', '- waiting', '- waiting'])
    expect(days({}, '2026-12-02')[0]).toBe('02 today')
    expect(days({}, '2026-12-03')[0]).toBe('02 missed')
  })

  it('signed papers and report two days after the day it ended, over the end of a month too', () => {
    expect(days({}, '2026-12-04', '2026-12-03').slice(1)).toEqual(['05 open', '05 open'])
    expect(days({}, '2026-12-06', '2026-12-03').slice(1)).toEqual(['05 missed', '05 missed'])
    expect(days({}, '2026-12-30', '2026-12-30')[1]).toBe('01 open')
  })

  it('what was done says whether in time', () => {
    const steps = { papersPosted: '2026-12-03', signedPapersPosted: '2026-12-05', reported: '2026-12-06' }
    expect(days(steps, '2026-12-09', '2026-12-03')).toEqual(['02 doneLate', '05 done', '05 doneLate'])
  })
})

describe('[X2] what belongs into a package', () => {
  const agenda = [
    item('a', { papers: [paper('b'), paper('a')] }),
    item('c', { papers: [paper('a')], text: 'text-0001' }),
  ]
  const texts = [
    { record: 'text-0001', adopted: false, signed: false },
    { record: 'text-0002', adopted: true, signed: false },
    { record: 'text-0003', adopted: true, signed: true },
  ]
  const names = (which: 'before' | 'after', minutes: { signed: boolean } | null = null) =>
    partsOf(
      which,
      { agenda },
      { texts, minutes: minutes && { record: 'bb-1', adopted: true, ...minutes } },
    ).map((part) => `${part.name.replace(/x+$/u, '')}${'signed' in part && !part.signed ? ' to sign' : ''}`)

  it('before: notice, agenda, each paper once, drafts that are not adopted', () => {
    expect(names('before')).toEqual(['notice', 'agenda', 'paper:b', 'paper:a', 'draft:text-0001'])
  })

  it('after: minutes and adopted texts, and what is still to be signed is told', () => {
    expect(names('after', { signed: false })).toEqual([
      ...['minutes to sign', 'text:text-0002 to sign', 'text:text-0003'],
    ])
    expect(names('after')[0]).toBe('text:text-0002 to sign')
  })
})

describe('[X5] the step of a package', () => {
  const tick = (is: boolean, meeting: Pick<Meeting, 'posted' | 'steps'>) =>
    stepChangedBy('before', ['notice', 'agenda'], { part: 'agenda', is, meeting })
  const posted = { notice: { day: '2026-12-01', by: 'an' } }

  it('is ticked with the last part, and not twice', () => {
    expect(tick(true, { steps: {} })).toBeNull()
    expect(tick(true, { steps: {}, posted })).toBe('papersPosted')
    expect(tick(true, { steps: { papersPosted: '2026-12-01' }, posted })).toBeNull()
  })

  it('is no longer ticked when a part is taken back', () => {
    expect(tick(false, { steps: { papersPosted: '2026-12-01' }, posted })).toBe('papersPosted')
    expect(tick(false, { steps: {}, posted })).toBeNull()
  })
})
