import { describe, expect, it } from 'vitest'
import type { OpinionCourse } from '#shared/records/opinion.ts'
import { OPINION_TYPES } from '#shared/records/opinion.ts'
import { opinionRulesOn } from '#shared/rulesets/opinion-days.ts'
import { forwardedDue, opinionDue, opinionWaits, whoHasIt } from './opinion-course.ts'

/** The evening of the 3rd in Viet Nam. */
const SINCE = Date.UTC(2026, 11, 3, 13)
const COURSES: readonly OpinionCourse[] = [
  { is: 'received', since: SINCE },
  { is: 'received', since: SINCE, opened: SINCE },
  { is: 'assigned', since: SINCE, to: 'dung-person', due: '2026-12-12' },
  { is: 'forwarded', since: SINCE, above: 'sent' },
  { is: 'forwarded', since: SINCE, above: 'takenUp' },
  { is: 'forwarded', since: SINCE, above: 'assigned', to: 'Địa chính xã', due: '2026-12-15' },
  { is: 'answered', since: SINCE },
  { is: 'told', since: SINCE, how: 'spoken' },
  { is: 'closed', since: SINCE, by: 'asker' },
]
const question = (course: OpinionCourse) => ({ type: 'question' as const, course, raisedBy: 'dung-person' })

describe('what lies with somebody', () => {
  it('[I2] [I3] has an owner and a last day in every state but closed, whatever its type', () => {
    for (const type of OPINION_TYPES)
      for (const course of COURSES) {
        const open = course.is !== 'closed'
        expect(whoHasIt({ course }) !== null, course.is).toBe(open)
        expect(opinionDue({ type, course }) !== null, course.is).toBe(open)
      }
    const dues = COURSES.map((course) => opinionDue(question(course)))
    expect(dues).toEqual([
      ...['2026-12-06', '2026-12-10', '2026-12-12', '2026-12-06', '2026-12-18', '2026-12-15'],
      ...['2026-12-06', '2026-12-18', null],
    ])
  })

  it('[I3] a day begins at midnight in Viet Nam, wherever the server is', () => {
    const course = { is: 'received' as const, since: Date.UTC(2026, 11, 3, 17) }
    expect(opinionDue(question(course))).toBe('2026-12-07')
  })

  it('[I15] is raised by the days beyond its last one: to the deputy, the secretary, and what lies above to the commune too', () => {
    const received = question({ is: 'received', since: SINCE })
    const raised = (day: string) => opinionWaits(received, day)?.raisedTo
    expect(raised('2026-12-06')).toEqual([])
    expect(raised('2026-12-07')).toEqual(['deputy'])
    expect(raised('2026-12-09')).toEqual(['deputy'])
    expect(raised('2026-12-10')).toEqual(['deputy', 'secretary'])
    expect(raised('2026-12-13')).toEqual(['deputy', 'secretary'])
    expect(raised('2026-12-14')).toEqual(['deputy', 'secretary'])
    const sent = question({ is: 'forwarded', since: SINCE, above: 'sent' })
    expect(opinionWaits(sent, '2026-12-13')?.raisedTo).toEqual(['deputy', 'secretary'])
    expect(opinionWaits(sent, '2026-12-14')?.raisedTo).toEqual(['deputy', 'secretary', 'commune'])
    expect(opinionWaits(received, '2026-12-09')).toMatchObject({ days: 6, late: 3, due: '2026-12-06' })
    expect(opinionWaits(received, '2026-12-01')).toMatchObject({ days: 0, late: 0 })
    expect(opinionWaits(question({ is: 'closed', since: SINCE, by: 'asker' }), '2027-12-01')).toBeNull()
  })

  it('[I13] cell and commune see the same last day', () => {
    const pairs = [
      [
        { is: 'forwarded', since: SINCE, above: 'sent' },
        { is: 'sent', since: SINCE },
      ],
      [
        { is: 'forwarded', since: SINCE, above: 'takenUp' },
        { is: 'takenUp', since: SINCE + 1 },
      ],
      [
        { is: 'forwarded', since: SINCE, above: 'assigned', to: 'Địa chính xã', due: '2026-12-20' },
        { is: 'assigned', since: SINCE + 1, to: 'Địa chính xã', due: '2026-12-20' },
      ],
    ] as const
    for (const type of OPINION_TYPES)
      for (const [course, above] of pairs)
        expect(forwardedDue({ type, course: above, forwardedAt: SINCE })).toBe(opinionDue({ type, course }))
    expect(
      forwardedDue({ type: 'idea', course: { is: 'answered', since: SINCE }, forwardedAt: SINCE }),
    ).toBeNull()
  })

  it('[I3] the values are data with their source; days of an earlier time keep the oldest', () => {
    const { days, raiseAfter } = opinionRulesOn('2020-01-01')
    expect(days).toMatchObject({ confidence: 'own' })
    expect(Object.keys(days.value).sort()).toEqual([...OPINION_TYPES].sort())
    const { deputy, secretary, commune } = raiseAfter.value
    expect(deputy < secretary && secretary < commune).toBe(true)
  })
})
