import { describe, expect, it } from 'vitest'
import { taskPaceOn } from '#shared/rulesets/task-pace.ts'
import { comesToMeeting, isReportedAt, nextStep, taskTrouble, type TaskSeen } from './task-pace.ts'

const at = (day: string) => Date.parse(`${day}T02:00:00Z`)
const seen = (over: Partial<TaskSeen> = {}): TaskSeen => ({
  ...{ owner: 'dung-person', assignedBy: 'an-person', state: 'accepted', since: at('2026-11-03') },
  ...over,
})
const trouble = (over: Partial<TaskSeen>, today: string) => taskTrouble(seen(over), today)

describe('what is the matter with a task', () => {
  it('[T17] so many days without a word are a value with its source', () => {
    const { silentDays } = taskPaceOn('2026-12-03')
    expect(silentDays).toMatchObject({ value: { amber: 14, red: 31 }, confidence: 'own' })
    expect(taskPaceOn('2020-01-01').silentDays.source).not.toBe('')
  })

  it('[T16] nobody says a word: amber after the first days, red after the second; a word begins it anew', () => {
    const tone = (today: string, over = {}) => trouble(over, today)?.tone ?? null
    expect(['2026-11-16', '2026-11-17', '2026-12-03', '2026-12-04'].map((day) => tone(day))).toEqual([
      ...[null, 'amber', 'amber', 'red'],
    ])
    expect(tone('2026-12-04', { reportedAt: at('2026-12-01') })).toBeNull()
    expect(trouble({}, '2026-12-04')).toEqual({ is: 'silent', days: 31, tone: 'red' })
  })

  it('[T16] overdue is red, whatever was said yesterday; what is done is not overdue but can be forgotten', () => {
    const late = { deadline: '2026-11-10', reportedAt: at('2026-11-11') }
    expect(trouble(late, '2026-11-10')).toBeNull()
    expect(trouble(late, '2026-11-12')).toEqual({ is: 'overdue', days: 2, tone: 'red' })
    expect(trouble({ ...late, state: 'done' }, '2026-11-12')).toBeNull()
    expect(trouble({ ...late, state: 'done' }, '2026-12-20')?.is).toBe('silent')
    expect(trouble({ ...late, state: 'confirmed' }, '2027-12-20')).toBeNull()
  })

  it('[T16] what stands in the way is amber, and red once nobody says a word for long', () => {
    const blocked = { blocked: { reason: 'Mưa lũ', at: at('2026-11-20') } }
    expect(trouble(blocked, '2026-11-21')).toEqual({ is: 'blocked', tone: 'amber' })
    expect(trouble(blocked, '2026-12-21')).toMatchObject({ is: 'silent', tone: 'red' })
  })

  it('[T18] what it waits for, and whose turn it is', () => {
    const step = (over: Partial<TaskSeen>) => nextStep(seen(over), '2026-11-20')
    expect(step({ state: 'assigned' })).toEqual({ who: 'owner', step: 'accept' })
    expect(step({})).toEqual({ who: 'owner', step: 'report' })
    expect(step({ deadline: '2026-11-19' })).toEqual({ who: 'owner', step: 'finish' })
    expect(step({ blocked: { reason: 'Mưa', at: 0 } })).toEqual({ who: 'assigner', step: 'free' })
    expect(step({ state: 'done' })).toEqual({ who: 'assigner', step: 'confirm' })
    expect(step({ state: 'confirmed' })).toBeNull()
  })
})

describe('what comes to a meeting', () => {
  const comes = (over: Partial<TaskSeen>, month = '2026-12') =>
    comesToMeeting(seen(over), month, '2026-11-10')

  it('[T21] what is reported there, what earlier meetings left open, and what is a matter', () => {
    expect(comes({ reportIn: '2026-12', state: 'confirmed' })).toBe(true)
    expect(comes({ reportIn: '2026-11' })).toBe(true)
    expect(comes({ reportIn: '2026-11', state: 'done' })).toBe(true)
    expect(comes({ reportIn: '2026-11', state: 'confirmed' })).toBe(false)
    expect(comes({ reportIn: '2027-01' })).toBe(false)
    expect(comes({})).toBe(false)
    expect(comes({ deadline: '2026-11-09' })).toBe(true)
    expect(comes({ blocked: { reason: 'Mưa', at: at('2026-11-09') } })).toBe(true)
    expect(comes({ since: at('2026-09-01') })).toBe(true)
    expect(comes({ since: at('2026-10-20') })).toBe(false)
  })

  it('[T22] what was carried over stays one of those of the meeting before', () => {
    const carried = { reportIn: '2027-01', reportedBefore: ['2026-11', '2026-12'] }
    expect(
      ['2026-11', '2026-12', '2027-01', '2027-02'].filter((month) => isReportedAt(carried, month)),
    ).toEqual([...['2026-11', '2026-12', '2027-01']])
  })
})
