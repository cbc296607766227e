import { describe, expect, it } from 'vitest'
import type { MeetingRow, TaskRow } from '#shared/records/row.ts'
import { meetingReminder, remindersFor } from './reminders.ts'

const TODAY = '2026-11-25'
const meeting = (more: Partial<MeetingRow>): MeetingRow => ({
  ...{ kind: 'meeting', record: 'sh-2026-12', changedAt: 7, type: 'regular', month: '2026-12' },
  ...{ startsAt: '2026-12-03T19:30', place: 'Nhà văn hóa khu', minutes: 90, course: 'planned', items: 10 },
  ...{ coming: [], notComing: [], steps: {}, presenters: [], speakers: [], attended: {} },
  ...{ contradictions: 0, texts: [] },
  ...more,
})
const task = (more: Partial<TaskRow>): TaskRow => ({
  ...{ kind: 'task', record: 'viec-1', changedAt: 9, title: 'Vận động 5 hộ hiến đất', owner: 'dung' },
  ...{ deadline: '2026-11-28', assignedBy: 'an', assignedAt: 1, state: 'assigned', since: 1, reports: 0 },
  ...more,
})
const DUNG = { person: 'dung', inCommittee: false, today: TODAY }

describe('[M91] what lies ahead of a person', () => {
  it('is the meetings of the cell and the last days of what he has to do, by day', () => {
    const rows = [meeting({}), task({}), task({ record: 'viec-2', owner: 'an' })]
    expect(remindersFor(DUNG, rows).map(({ record }) => record)).toEqual(['viec-1', 'sh-2026-12'])
  })

  it('is nothing that is over, done, without a day, or running', () => {
    const rows = [
      ...[
        meeting({ startsAt: '2026-11-24T19:30' }),
        meeting({ course: 'running' }),
        meeting({ course: 'closed' }),
      ],
      ...[task({ state: 'done' }), task({ state: 'confirmed' }), task({ deadline: '2026-11-24' })],
    ]
    const { deadline: _, ...permanent } = task({})
    expect(remindersFor(DUNG, [...rows, permanent])).toEqual([])
  })

  it('has the committee’s meetings for who sits on it', () => {
    const rows = [meeting({ type: 'committee' })]
    expect(remindersFor(DUNG, rows)).toEqual([])
    expect(remindersFor({ ...DUNG, inCommittee: true }, rows)).toHaveLength(1)
  })
})

describe('[M90] an entry', () => {
  it('of a meeting says kind, hour and place; its topic and who presents stay in the book', () => {
    const row = meeting({ type: 'thematic', topic: 'Kiểm điểm đồng chí Lan', presenters: ['lan'] })
    expect(meetingReminder(row, TODAY)).toEqual({
      ...{ is: 'meeting', record: 'sh-2026-12', type: 'thematic', month: '2026-12', changedAt: 7 },
      ...{ start: '2026-12-03T19:30', minutes: 90, place: 'Nhà văn hóa khu', cancelled: false },
    })
  })

  it('of a task says its day and nothing of what it is', () => {
    expect(JSON.stringify(remindersFor(DUNG, [task({})]))).not.toContain('hiến đất')
  })

  it('[M92] of a meeting that was called off says so', () => {
    expect(meetingReminder(meeting({ course: 'cancelled' }), TODAY)).toMatchObject({ cancelled: true })
  })
})
