import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { liesAbove, opinionDue, whoHasIt } from '#shared/rules/opinion-course.ts'
import { NAMES, type Name } from './people.fixture.ts'
import { Office, QUESTION } from './opinion.fixture.ts'

const FORWARD = { do: 'forwardOpinion', word: 'Ngoài thẩm quyền chi bộ.' }
const NAME = { name: 'Đinh Thị Oanh' }
const ANSWER = { do: 'answerForwarded', id: 'answer-11', text: 'Khởi công tháng 2.', ...NAME }
const BACK = { do: 'returnForwarded', reason: 'Thôn tự làm được.', ...NAME }

let office: Office
beforeEach(() => {
  office = new Office()
  office.does('dung', QUESTION)
  office.does('an', FORWARD)
})

describe('what went up', () => {
  it('[P96] [I7] [I11] is a copy of words and type with a word of the office, never who asked', () => {
    expect(NAMES.filter((name) => office.story('opinion-1').asks(name, FORWARD).ok)).toEqual(['an', 'binh'])
    expect(office.does('binh', FORWARD)).toBe('')
    expect(office.does('an', { do: 'answerOpinion', id: 'answer-01', text: 'Tôi trả lời.' })).toBe(
      'notInThisState',
    )
    expect(office.queue).toHaveLength(1)
    office.carryAll()
    expect(office.above()).toMatchObject({
      ...{ opinion: 'opinion-1', unit: 'khu-dong-mit', text: QUESTION.text, word: FORWARD.word, round: 1 },
      ...{ forwardedBy: 'an-person', course: { is: 'sent' } },
    })
    expect(JSON.stringify(office.above())).not.toContain('dung')
  })

  it('[P97] [I12] [I13] is taken up, given to somebody, answered; each step is in the cell', () => {
    office.carryAll()
    for (const command of [{ do: 'takeUpForwarded' }, { do: 'seeForwarded' }, ANSWER, BACK])
      expect(NAMES.filter((name) => office.story('yk-opinion-1').asks(name, command).ok)).toEqual([
        'officer',
        'superior',
      ])
    const course = () => office.opinion().course
    office.answersAbove('officer', { do: 'takeUpForwarded', ...NAME })
    expect(course()).toMatchObject({ above: 'sent' })
    office.carryAll()
    expect(course()).toMatchObject({ is: 'forwarded', above: 'takenUp' })
    office.answersAbove('officer', { do: 'assignForwarded', to: 'Địa chính xã', due: '2026-12-20', ...NAME })
    office.carryAll()
    expect(course()).toMatchObject({ above: 'assigned', to: 'Địa chính xã', due: '2026-12-20' })
    office.answersAbove('officer', ANSWER)
    office.carryAll()
    expect(office.opinion()).toMatchObject({
      course: { is: 'answered' },
      answers: [{ quotes: QUESTION.text, text: ANSWER.text, above: NAME.name }],
    })
    expect(office.answersAbove('officer', BACK)).toBe('notInThisState')
  })

  it('[I12] what arrives in another order sets nothing back', () => {
    office.carryAll()
    office.answersAbove('officer', { do: 'takeUpForwarded' })
    office.answersAbove('officer', { do: 'assignForwarded', to: 'Văn phòng' })
    office.carry(1)
    office.carry()
    expect(office.opinion().course).toMatchObject({ above: 'assigned', to: 'Văn phòng' })
  })

  it('[I7] [I12] returned it lies with the office again, and may go up anew', () => {
    office.carryAll()
    expect(office.answersAbove('superior', BACK)).toBe('forwardedReturned')
    expect(office.does('an', FORWARD)).toBe('')
    office.carryAll()
    expect(office.opinion().course).toMatchObject({ is: 'received', opened: expect.any(Number) })
    expect(office.opinion().steps.at(-1)).toMatchObject({ is: 'returned', words: BACK.reason, ...NAME })
    expect(office.does('an', FORWARD)).toBe('opinionForwarded')
    office.carryAll()
    expect(office.above()).toMatchObject({ round: 2, course: { is: 'sent' } })
  })

  it('[I17] a look from above is told to the cell in his name, once', () => {
    office.carryAll()
    expect(office.answersAbove('superior', { do: 'seeForwarded', name: 'Lê Phú' })).toBe('forwardedSeen')
    expect(office.answersAbove('superior', { do: 'seeForwarded' })).toBe('')
    office.carryAll()
    expect(office.opinion().steps.at(-1)).toMatchObject({ is: 'seenAbove', name: 'Lê Phú' })
  })

  it('[I18] closed by whoever asked it is closed above too; an answer already on its way stands beside it', () => {
    office.carryAll()
    office.answersAbove('officer', ANSWER)
    expect(office.does('dung', { do: 'closeOpinion' })).toBe('opinionClosed')
    office.carryAll()
    expect(office.opinion()).toMatchObject({ course: { is: 'closed' }, answers: [{ id: ANSWER.id }] })
    const other = new Office()
    other.does('dung', QUESTION)
    other.does('an', FORWARD)
    other.carryAll()
    other.does('dung', { do: 'closeOpinion' })
    other.carryAll()
    expect(other.above()?.course.is).toBe('closed')
    expect(other.answersAbove('officer', ANSWER)).toBe('notInThisState')
  })

  it('[I12] asked again, an answer mended above stands beside and does not settle the new question', () => {
    office.carryAll()
    office.answersAbove('officer', ANSWER)
    office.carryAll()
    office.answersAbove('officer', { ...ANSWER, id: 'answer-12', text: 'Sửa: tháng 3.' })
    office.does('dung', { do: 'reopenOpinion', reason: 'Ai làm?' })
    office.carryAll()
    expect(office.opinion()).toMatchObject({ course: { is: 'received' }, answers: [{}, { id: 'answer-12' }] })
  })
})

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261125)
const IDS = ['answer-21', 'answer-22', 'answer-23', 'answer-24']
const inCell = fc.constantFrom<object>(
  ...[{ do: 'openOpinion' }, { do: 'assignOpinion', to: 'cuc-person' }, FORWARD, { do: 'closeOpinion' }],
  ...[
    { do: 'reopenOpinion', reason: 'Chưa rõ' },
    { do: 'tellAsker', how: 'spoken' },
  ],
  ...[
    { do: 'tellAsker', how: 'read' },
    { do: 'noteOnAgenda', meeting: 'meeting-0001', item: 'item-0001' },
  ],
  ...IDS.map((id) => ({ do: 'answerOpinion', id, text: 'Trả lời' })),
)
const inBridge = fc.constantFrom<object>(
  ...[{ do: 'takeUpForwarded' }, { do: 'assignForwarded', to: 'Văn phòng' }, BACK, { do: 'seeForwarded' }],
  ...IDS.map((id) => ({ do: 'answerForwarded', id: id.replace('2', '3'), text: 'Trên trả lời' })),
)
const names = fc.constantFrom<Name>(...NAMES)
const record = fc.constantFrom('opinion-1', 'opinion-2')
const deed = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constant('cell' as const), names, inCell, record) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('above' as const), names, inBridge, record) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('cell' as const),
      fc.constant<Name>('an'),
      fc.constant({ do: 'joinOpinion', to: 'opinion-1' }),
      fc.constant('opinion-2'),
    ),
  },
  { weight: 4, arbitrary: fc.tuple(fc.constant('carry' as const), fc.nat(5)) },
)

describe(`[I2] [I12] whatever is done here and above, in whatever order it arrives, seed ${SEED}`, () => {
  it('no hand-over is lost, and what is open always lies with somebody who can lead it on', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const world = new Office()
        for (const one of ['opinion-1', 'opinion-2']) world.does('dung', QUESTION, one)
        const given = { 'opinion-1': new Set<string>(), 'opinion-2': new Set<string>() }
        for (const one of deeds) {
          if (one[0] === 'carry') {
            if (world.queue.length > 0) world.carry(one[1] % world.queue.length)
            continue
          }
          const [where, name, command, of] = one
          const done =
            where === 'cell' ? world.does(name, command, of) : world.answersAbove(name, command, of)
          if (done === 'opinionAnswered' || done === 'forwardedAnswered')
            given[of as keyof typeof given].add((command as { id: string }).id)
        }
        world.carryAll()
        for (const [of, ids] of Object.entries(given)) {
          const opinion = world.opinion(of)
          const above = world.above(of)
          // Every answer given anywhere is there for whoever asked.
          for (const id of ids) expect(opinion.answers.map((one) => one.id)).toContain(id)
          // What the cell waits for is there to be done above, and the other way round.
          const isUp = above !== null && liesAbove(above.course) && above.round === opinion.rounds
          expect(opinion.course.is === 'forwarded').toBe(isUp)
          if (opinion.course.is === 'closed') continue
          expect(opinionDue(opinion)).not.toBeNull()
          const holder = whoHasIt(opinion)
          if (holder?.is === 'above') world.answersAbove('officer', { ...ANSWER, id: `last-${of}` }, of)
          else if (opinion.course.is !== 'answered' && opinion.course.is !== 'told')
            world.does('an', { do: 'answerOpinion', id: `last-${of}`, text: 'Xong.' }, of)
          world.carryAll()
          world.does('binh', { do: 'tellAsker', how: 'spoken' }, of)
          expect(world.does('an', { do: 'closeOpinion' }, of)).toBe('opinionClosed')
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
