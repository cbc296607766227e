import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Task } from '#shared/records/task.ts'
import { Story, type Name } from './people.fixture.ts'

const ASSIGN = { do: 'assignTask', title: 'Thu gom rác ở hai tuyến đường', owner: 'dung-person' }
const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const PEOPLE_HERE = ['dung-person', 'binh-person', 'cuc-person', 'an-person'] as const
const fact = fc.oneof(
  fc.constantFrom<readonly [string, object]>(
    ['taskAccepted', {}],
    ['taskBlocked', { reason: 'Mưa' }],
    ['taskUnblocked', {}],
    ['taskFinished', { result: 'Xong' }],
    ['taskConfirmed', {}],
    ['taskReopened', { reason: 'Chưa' }],
    ['taskCarriedOver', { month: '2027-02' }],
    ['progressReported', { id: 'report-01', text: 'Đang làm' }],
  ),
  fc.constantFrom(...PEOPLE_HERE).map((to) => ['taskHandedOver', { to }] as const),
)

describe(`[T13] in whatever order its events come, seed ${SEED}`, () => {
  it('each is a step, and it belongs to whom it was handed last', () => {
    const facts = fc.array(fact, { maxLength: 25 })
    fc.assert(
      fc.property(facts, fc.boolean(), (happened, recurs) => {
        const story = new Story<Task>('task')
        const days = recurs ? { deadline: '2026-12-28', repeat: 'quarterly' } : {}
        story.happened('taskAssigned', { title: 'Việc', owner: 'dung-person', ...days }, 'an')
        for (const [type, data] of happened) story.happened(type, data, 'binh')
        const handed = happened
          .filter(([type]) => type === 'taskHandedOver')
          .map(([, data]) => (data as { to: string }).to)
        const { owner, steps, progress } = story.state as Task
        expect(owner).toBe(handed.at(-1) ?? 'dung-person')
        expect(steps.flatMap((step) => (step.did === 'handedOver' ? [step.to] : []))).toEqual(handed)
        expect(steps).toHaveLength(happened.length + 1)
        expect(progress).toHaveLength(happened.filter(([type]) => type === 'progressReported').length)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('two who hand it on without knowing of each other are both in its history, or the later is told', () => {
    const hands = fc.array(
      fc.tuple(fc.constantFrom<Name>('an', 'binh', 'cuc', 'dung'), fc.constantFrom(...PEOPLE_HERE)),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(hands, (asked) => {
        const story = new Story<Task>('task')
        story.does('cuc', ASSIGN)
        const taken: string[] = []
        for (const [name, to] of asked) {
          const before = (story.state as Task).owner
          const answer = story.does(name, { do: 'handOverTask', to })
          if (answer === 'taskHandedOver') taken.push(to)
          else expect(answer).toBe(before === to && answer !== 'notAllowed' ? '' : 'notAllowed')
        }
        const { steps, owner } = story.state as Task
        expect(steps.flatMap((step) => (step.did === 'handedOver' ? [step.to] : []))).toEqual(taken)
        expect(owner).toBe(taken.at(-1) ?? 'dung-person')
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
