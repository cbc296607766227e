import { beforeEach, describe, expect, it } from 'vitest'
import type { Picture } from '#shared/records/attachment.ts'
import type { RecordedEvent } from '#shared/records/event.ts'
import type { TaskRow } from '#shared/records/row.ts'
import type { Task } from '#shared/records/task.ts'
import { NAMES, Story, type Name } from './people.fixture.ts'
import { taskRules } from './task.ts'

const ASSIGN = { do: 'assignTask', title: 'Thu gom rác ở hai tuyến đường', owner: 'dung-person' }
const REPORT = { do: 'reportProgress', id: 'report-01', text: 'Đã gặp 3 hộ.' }
const FINISH = { do: 'finishTask', result: 'Xong cả hai tuyến.' }
const PICTURE: Picture = { id: 'A'.repeat(43), media: 'image/jpeg', size: 90_000, width: 1024, height: 768 }
let task: Story<Task>
beforeEach(() => {
  task = new Story('task')
  task.does('cuc', ASSIGN)
})
const now = () => task.state as Task
const row = () => taskRules.project('record-0001', now(), 1, null) as TaskRow

/** What has to be done for a task to be in each state. */
const COURSES = {
  none: [],
  assigned: [['cuc', ASSIGN]],
  accepted: [
    ['cuc', ASSIGN],
    ['dung', { do: 'acceptTask' }],
  ],
  blocked: [
    ['cuc', ASSIGN],
    ['dung', { do: 'acceptTask' }],
    ['dung', { do: 'blockTask', reason: 'Chưa có xe' }],
  ],
  done: [
    ['cuc', ASSIGN],
    ['dung', FINISH],
  ],
  confirmed: [
    ['cuc', ASSIGN],
    ['dung', FINISH],
    ['cuc', { do: 'confirmTask' }],
  ],
} as const satisfies Record<string, readonly (readonly [Name, object])[]>
type Course = keyof typeof COURSES
const ALL = Object.keys(COURSES) as Course[]

const OWNER = ['dung']
const SETTLERS = ['an', 'binh', 'cuc']
const BOTH = ['an', 'binh', 'cuc', 'dung']
const NOT = 'notInThisState'
/** Every command, who may give it, and what comes of it; columns: none, assigned, accepted, blocked, done, confirmed. */
const TABLE: readonly (readonly [command: object, who: readonly string[], outcomes: readonly string[]])[] = [
  [ASSIGN, SETTLERS, ['taskAssigned', ...Array.from({ length: 5 }, () => 'alreadyExists')]],
  [{ do: 'acceptTask' }, OWNER, ['notFound', 'taskAccepted', '', '', '', '']],
  [REPORT, OWNER, ['notFound', ...Array.from({ length: 5 }, () => 'progressReported')]],
  [
    { do: 'blockTask', reason: 'Mưa lũ' },
    OWNER,
    ['notFound', ...['taskBlocked', 'taskBlocked', 'taskBlocked', NOT, NOT]],
  ],
  [{ do: 'unblockTask' }, BOTH, ['notFound', '', '', 'taskUnblocked', '', '']],
  [
    { do: 'handOverTask', to: 'binh-person' },
    BOTH,
    ['notFound', 'taskHandedOver', 'taskHandedOver', 'taskHandedOver', NOT, NOT],
  ],
  [
    { do: 'finishTask', result: 'Khác' },
    OWNER,
    ['notFound', ...['taskFinished', 'taskFinished', 'taskFinished', 'taskFinished', NOT]],
  ],
  [{ do: 'confirmTask' }, SETTLERS, ['notFound', NOT, NOT, NOT, 'taskConfirmed', '']],
  [
    { do: 'reopenTask', reason: 'Còn thiếu' },
    SETTLERS,
    ['notFound', '', '', '', 'taskReopened', 'taskReopened'],
  ],
  [
    { do: 'changeTask', title: 'Việc khác' },
    SETTLERS,
    ['notFound', ...Array.from({ length: 5 }, () => 'taskChanged')],
  ],
  [
    { do: 'carryTaskOver', month: '2027-01' },
    SETTLERS,
    ['notFound', ...Array.from({ length: 4 }, () => 'taskCarriedOver'), ''],
  ],
]

describe.each(TABLE)('%o', (command, who, outcomes) => {
  it.each(ALL)('[P90] [P91] [P92] whoever asks for it while a task is %s', (course) => {
    for (const name of NAMES) {
      const story = new Story<Task>('task')
      for (const [by, deed] of COURSES[course]) story.does(by, deed)
      const isBegun = course !== 'none'
      const refused = isBegun || (command as { do: string }).do === 'assignTask' ? 'notAllowed' : 'notFound'
      expect(`${name}: ${story.does(name, command)}`).toBe(
        `${name}: ${who.includes(name) ? outcomes[ALL.indexOf(course)] : refused}`,
      )
    }
  })

  it('a member whom the task does not concern gives none of them', () => {
    for (const course of ALL.slice(1)) {
      const story = new Story<Task>('task')
      for (const [by, deed] of COURSES[course])
        story.does(by === 'dung' ? 'binh' : by, deed === ASSIGN ? { ...ASSIGN, owner: 'binh-person' } : deed)
      expect(story.does('dung', command)).toBe('notAllowed')
    }
  })
})

describe('what recurs', () => {
  const MONTHLY = { ...ASSIGN, deadline: '2026-12-31', repeat: 'monthly', reportIn: '2027-01' }
  const round = (due: string) => {
    task.does('dung', { ...FINISH, due })
    return task.does('cuc', { do: 'confirmTask', due })
  }

  it('[T9] has a day; without one it recurs no more', () => {
    expect(new Story('task').does('an', { ...ASSIGN, repeat: 'monthly' })).toBe('malformed')
    task = new Story('task')
    task.does('cuc', MONTHLY)
    expect(row()).toMatchObject({ repeat: 'monthly', deadline: '2026-12-31' })
    task.does('cuc', { do: 'changeTask', deadline: null })
    expect(now()).not.toHaveProperty('repeat')
    expect(now()).not.toHaveProperty('firstDue')
  })

  it('[T10] falls due again when a round was confirmed, counted from its first day, and goes on with its owner', () => {
    task = new Story('task')
    task.does('cuc', MONTHLY)
    expect(round('2026-12-31')).toBe('taskConfirmed')
    expect(now()).toMatchObject({ state: 'accepted', deadline: '2027-01-31', reportIn: '2027-02' })
    expect(now()).not.toHaveProperty('result')
    expect(round('2027-01-31')).toBe('taskConfirmed')
    task.days(100)
    expect(round('2027-02-28')).toBe('taskConfirmed')
    expect(now().deadline).toBe('2027-03-31')
    expect(now().steps.filter(({ did }) => did === 'confirmed')).toMatchObject([
      { due: '2026-12-31' },
      { due: '2027-01-31' },
      { due: '2027-02-28' },
    ])
    task.does('cuc', { do: 'changeTask', repeat: null })
    round('2027-03-31')
    expect(now().state).toBe('confirmed')
  })

  it('[T10] what is said about a round that is over does not count for the next', () => {
    task = new Story('task')
    task.does('cuc', MONTHLY)
    round('2026-12-31')
    expect(task.does('dung', { ...FINISH, due: '2026-12-31' })).toBe('notInThisState')
    expect(task.does('an', { do: 'confirmTask', due: '2026-12-31' })).toBe('')
    expect(task.does('an', { do: 'reopenTask', reason: 'Chưa sạch' })).toBe('')
    expect(now()).toMatchObject({ state: 'accepted', deadline: '2027-01-31' })
  })
})

describe('a task on its way', () => {
  it('[T11] what stands in the way stands until it is said to be gone, or the task is done or handed over', () => {
    const block = () => task.does('dung', { do: 'blockTask', reason: 'Chưa có xe chở' })
    expect(block()).toBe('taskBlocked')
    expect(block()).toBe('')
    expect(row().blocked?.reason).toBe('Chưa có xe chở')
    task.does('dung', REPORT)
    expect(now().blocked).toBeDefined()
    for (const [name, freeing] of [
      ['cuc', { do: 'unblockTask' }],
      ['dung', FINISH],
      ['an', { do: 'handOverTask', to: 'binh-person' }],
    ] as const) {
      task = new Story('task')
      task.does('cuc', ASSIGN)
      block()
      task.does(name, freeing)
      expect(now().blocked).toBeUndefined()
    }
  })

  it('[T12] is handed over with what was; the new owner has it anew and the old one no more', () => {
    task.does('dung', { do: 'acceptTask' })
    task.does('dung', REPORT)
    expect(task.does('dung', { do: 'handOverTask', to: 'chi-person' })).toBe('notFound')
    expect(task.does('dung', { do: 'handOverTask', to: 'son-person' })).toBe('notFound')
    expect(task.does('dung', { do: 'handOverTask', to: 'dung-person' })).toBe('')
    expect(task.does('dung', { do: 'handOverTask', to: 'binh-person', reason: 'Tôi đi viện' })).toBe(
      'taskHandedOver',
    )
    expect(now()).toMatchObject({ owner: 'binh-person', state: 'assigned', progress: [{ id: 'report-01' }] })
    expect(task.does('dung', FINISH)).toBe('notAllowed')
    expect(task.does('an', { do: 'handOverTask', to: 'dung-person', reason: 'Nhờ' }, 'binh')).toBe(
      'taskHandedOver',
    )
    expect(now().steps.filter(({ did }) => did === 'handedOver')).toMatchObject([
      { from: 'dung-person', to: 'binh-person', by: 'dung-person', reason: 'Tôi đi viện' },
      { from: 'binh-person', to: 'dung-person', by: 'binh-person', entered: { by: 'an-person' } },
    ])
  })

  it('[T14] a report carries up to three pictures, none larger than an attachment may be', () => {
    const shows = (pictures: readonly object[]) => task.does('dung', { ...REPORT, pictures })
    expect(shows(Array.from({ length: 4 }, () => PICTURE))).toBe('malformed')
    expect(shows([{ ...PICTURE, size: 5_000_000 }])).toBe('tooLarge')
    expect(shows([{ ...PICTURE, media: 'application/pdf' }])).toBe('malformed')
    expect(shows([PICTURE])).toBe('progressReported')
    expect(taskRules.attachments?.(now())).toEqual([PICTURE])
    expect(row()).not.toHaveProperty('progress')
  })

  it('[T15] its history names every deed, and what was not meant so', () => {
    task.does('dung', { do: 'acceptTask' })
    task.does('an', { do: 'blockTask', reason: 'Hỏng xe' }, 'dung')
    task.does('dung', { do: 'disownEntry', of: 3 })
    expect(taskRules.saidIn?.(task.events[2] as RecordedEvent)).toBe('Hỏng xe')
    task.does('an', { do: 'unblockTask' })
    task.does('dung', FINISH)
    task.does('cuc', { do: 'reopenTask', reason: 'Còn một tuyến' })
    task.does('cuc', { do: 'changeTask', product: 'Biên bản nghiệm thu' })
    expect(now().steps.map(({ did, by }) => `${by.split('-')[0]} ${did}`)).toEqual([
      ...[
        'cuc assigned',
        'dung accepted',
        'dung blocked',
        'an unblocked',
        'dung done',
        'cuc reopened',
        'cuc changed',
      ],
    ])
    expect(now().steps[2]?.entered).toMatchObject({ by: 'an-person', disowned: true })
  })

  it('[T22] carried over it is to be reported at the next meeting, and was at the last; twice is once', () => {
    task.does('cuc', { do: 'changeTask', reportIn: '2026-12' })
    const carry = (name: Name) => task.does(name, { do: 'carryTaskOver', month: '2027-01' })
    expect([carry('an'), carry('binh')]).toEqual(['taskCarriedOver', ''])
    expect(row()).toMatchObject({ reportIn: '2027-01', reportedBefore: ['2026-12'] })
    expect(now().steps.at(-1)).toMatchObject({ did: 'carriedOver', month: '2027-01', by: 'an-person' })
  })

  it('[T23] one of an earlier version folds and shows as it did', () => {
    const old = new Story<Task>('task')
    old.happened('taskAssigned', { title: 'Việc cũ', owner: 'dung-person', deadline: '2026-12-28' }, 'cuc')
    old.happened('progressReported', { id: 'report-01', text: 'Đang làm' }, 'dung')
    old.happened('somethingNewer', { of: 1 }, 'dung')
    old.happened('taskFinished', { result: 'Xong' }, 'dung')
    old.happened('taskConfirmed', {}, 'cuc')
    expect(taskRules.project('record-0001', old.state as Task, 1, null)).toEqual({
      ...{ kind: 'task', record: 'record-0001', changedAt: 1, title: 'Việc cũ', owner: 'dung-person' },
      ...{ deadline: '2026-12-28', assignedBy: 'cuc-person', assignedAt: old.now, state: 'confirmed' },
      ...{ since: old.now, reports: 1, reportedAt: old.now, result: 'Xong' },
    })
  })
})
