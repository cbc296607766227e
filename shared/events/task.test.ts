import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { TASK_STATES, type Task } from '#shared/records/task.ts'
import { taskIsOverdue } from '#shared/rules/task-course.ts'
import { NAMES, PEOPLE, Story, type Name } from './people.fixture.ts'
import { taskRules } from './task.ts'

const ASSIGN = {
  do: 'assignTask',
  title: 'Vận động 5 hộ hiến đất làm đường',
  owner: 'dung-person',
  deadline: '2026-12-28',
  reportIn: '2027-01',
  from: { meeting: 'meeting-0001', resolution: 'record-0007', line: 'Vận động 5 hộ hiến đất' },
}
const FINISH = { do: 'finishTask', result: 'Đã có 5 hộ ký.' }
let task: Story<Task>
beforeEach(() => {
  task = new Story('task')
  task.does('cuc', ASSIGN)
})

describe('a task', () => {
  it('[P49] [T1] is assigned by secretary, deputy or committee to somebody of the cell, once', () => {
    expect(NAMES.filter((name) => new Story('task').asks(name, ASSIGN).ok)).toEqual(['an', 'binh', 'cuc'])
    expect(new Story('task').does('an', { ...ASSIGN, owner: 'chi-person' })).toBe('notFound')
    expect(task.does('an', ASSIGN)).toBe('alreadyExists')
    expect(task.state).toMatchObject({ owner: 'dung-person', assignedBy: 'cuc-person', state: 'assigned' })
  })

  it('[P50] [T2] its owner accepts, reports and says that it is done; for one without a phone another enters it', () => {
    const report = { do: 'reportProgress', id: 'report-01', text: 'Đã gặp 3 hộ.' }
    for (const command of [{ do: 'acceptTask' }, report, FINISH])
      expect(NAMES.filter((name) => task.asks(name, command).ok)).toEqual(['dung'])
    expect(task.does('dung', { do: 'acceptTask' })).toBe('taskAccepted')
    expect(task.does('an', report, 'dung')).toBe('progressReported')
    expect(task.does('an', report, 'dung')).toBe('')
    expect(task.state?.progress).toMatchObject([{ by: 'dung-person', entered: { by: 'an-person' } }])
    expect(task.does('dung', FINISH)).toBe('taskFinished')
    expect(taskRules.project('record-0001', task.state as Task, 1, null)).toMatchObject({
      reports: 1,
      state: 'done',
    })
  })

  it('[P51] [T3] whoever assigned it, secretary and deputy confirm it or open it again, with the reason', () => {
    expect(task.does('an', { do: 'confirmTask' })).toBe('notInThisState')
    task.does('dung', FINISH)
    for (const command of [{ do: 'confirmTask' }, { do: 'reopenTask', reason: 'Mới 4 hộ' }])
      expect(NAMES.filter((name) => task.asks(name, command).ok)).toEqual(['an', 'binh', 'cuc'])
    task.does('cuc', { do: 'reopenTask', reason: 'Mới 4 hộ' })
    expect(task.state).toMatchObject({ state: 'accepted', reopened: { reason: 'Mới 4 hộ' } })
    task.does('dung', FINISH)
    task.does('cuc', { do: 'confirmTask' })
    expect(task.does('dung', { ...FINISH, result: 'Khác' })).toBe('notInThisState')
    expect(task.does('dung', { do: 'reportProgress', id: 'report-09', text: 'Thêm một hộ.' })).toBe(
      'progressReported',
    )
  })

  it('[T4] handed to somebody else it waits for him anew', () => {
    task.does('dung', { do: 'acceptTask' })
    task.does('cuc', { do: 'changeTask', owner: 'binh-person', deadline: null })
    expect(task.state).toMatchObject({ owner: 'binh-person', state: 'assigned' })
    expect(task.state).not.toHaveProperty('deadline')
    expect(task.does('dung', FINISH)).toBe('notAllowed')
    expect(task.does('cuc', { do: 'changeTask', owner: 'chi-person' })).toBe('notFound')
  })

  it('[T5] is overdue after its last day, unless somebody said that it is done', () => {
    const overdue = (day: string) => taskIsOverdue(task.state as Task, day)
    expect([overdue('2026-12-28'), overdue('2026-12-29')]).toEqual([false, true])
    task.does('dung', FINISH)
    expect(overdue('2027-02-01')).toBe(false)
  })

  it('[T6] its description is written by whoever has it and whoever gave it, until it is confirmed', () => {
    const writes = () => NAMES.filter((name) => taskRules.writingRefusal(task.state, PEOPLE[name]) === null)
    expect(writes()).toEqual(['an', 'binh', 'cuc', 'dung'])
    task.does('dung', FINISH)
    task.does('an', { do: 'confirmTask' })
    expect(writes()).toEqual([])
  })

  it('[N4] a report entered for its owner carries that he did not mean it so', () => {
    task.does('an', { do: 'reportProgress', id: 'report-01', text: 'Xong rồi.' }, 'dung')
    task.does('dung', { do: 'disownEntry', of: 2 })
    expect(task.state?.progress[0]?.entered?.disowned).toBe(true)
    expect(taskRules.saidIn?.(task.events[1]!)).toBe('Xong rồi.')
  })
})

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const deed = fc.tuple(
  fc.constantFrom<Name>('an', 'binh', 'cuc', 'dung', 'son'),
  fc.oneof(
    fc.constantFrom<object>(
      { do: 'acceptTask' },
      FINISH,
      { do: 'confirmTask' },
      { do: 'reopenTask', reason: 'Chưa đủ' },
    ),
    fc.record({
      do: fc.constant('reportProgress'),
      id: fc.stringMatching(/^report-\d\d$/),
      text: fc.constant('Đang làm'),
    }),
    fc.record({ do: fc.constant('changeTask'), owner: fc.constantFrom('dung-person', 'binh-person') }),
  ),
)

describe(`[T7] whatever is done to a task, seed ${SEED}`, () => {
  it('it always has an owner and a state from which it can be confirmed, and no report is lost', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const story = new Story<Task>('task')
        story.does('an', ASSIGN)
        const reports = new Set<string>()
        for (const [name, command] of deeds)
          if (story.does(name, command) === 'progressReported') reports.add((command as { id: string }).id)
        const now = story.state as Task
        expect(TASK_STATES).toContain(now.state)
        expect(new Set(now.progress.map(({ id }) => id))).toEqual(reports)
        const owner: Name = now.owner === 'binh-person' ? 'binh' : 'dung'
        if (now.state !== 'confirmed') {
          expect(['', 'taskFinished']).toContain(story.does(owner, FINISH))
          expect(story.does('an', { do: 'confirmTask' })).toBe('taskConfirmed')
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
