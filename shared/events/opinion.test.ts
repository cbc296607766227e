import { beforeEach, describe, expect, it } from 'vitest'
import { receiptLadder } from '#shared/rules/opinion-course.ts'
import { NAMES, Story, type Name } from './people.fixture.ts'
import { Office, QUESTION } from './opinion.fixture.ts'
import { opinionRules } from './opinion.ts'

const ANSWER = { do: 'answerOpinion', id: 'answer-01', text: 'Quý I năm 2027, xã đã có vốn.' }
const ASSIGN = { do: 'assignOpinion', to: 'cuc-person' }
const CLOSE = { do: 'closeOpinion' }
const AGAIN = { do: 'reopenOpinion', reason: 'Chưa nói rõ ai làm.' }
const told = (how: string) => ({ do: 'tellAsker', how })

let office: Office
beforeEach(() => {
  office = new Office()
  office.does('dung', QUESTION)
})
const asksFor = (command: unknown) => NAMES.filter((name) => office.story('opinion-1').asks(name, command).ok)
const rungs = () => receiptLadder(office.opinion()).map(({ is, at }) => (at === null ? `(${is})` : is))

describe('an opinion', () => {
  it('[P93] [I1] is raised by every member, for himself or for one without a phone; the office puts down the cell’s own', () => {
    const may = (command: unknown) => NAMES.filter((name) => new Story('opinion').asks(name, command).ok)
    const members: Name[] = ['an', 'binh', 'cuc', 'dung']
    expect(may(QUESTION)).toEqual(members)
    expect(may({ ...QUESTION, origin: 'resident' })).toEqual(members)
    expect(may({ ...QUESTION, origin: 'meeting', meeting: 'meeting-0001' })).toEqual(members)
    expect(may({ ...QUESTION, origin: 'cell' })).toEqual(['an', 'binh', 'cuc'])
    expect(new Story('opinion').does('an', { ...QUESTION, origin: 'meeting' })).toBe('malformed')
    expect(office.does('an', QUESTION)).toBe('alreadyExists')
    const entered = new Story('opinion')
    expect(entered.does('an', QUESTION, 'dung')).toBe('opinionRaised')
    expect(entered.state).toMatchObject({ raisedBy: 'dung-person', entered: { by: 'an-person' } })
    expect(opinionRules.saidIn?.(entered.events[0]!)).toBe(QUESTION.text)
    entered.does('dung', { do: 'disownEntry', of: 1 })
    expect(entered.state).toMatchObject({ entered: { disowned: true } })
  })

  it('[P94] [I4] [I5] the office takes it up and assigns it, anew as long as nobody answered', () => {
    expect(asksFor({ do: 'openOpinion' })).toEqual(['an', 'binh', 'cuc'])
    expect(asksFor(ASSIGN)).toEqual(['an', 'binh', 'cuc'])
    expect(office.does('an', { do: 'openOpinion' })).toBe('opinionOpened')
    expect(office.does('binh', { do: 'openOpinion' })).toBe('')
    expect(office.does('an', { do: 'assignOpinion', to: 'son-person' })).toBe('notFound')
    expect(office.does('an', { do: 'assignOpinion', to: 'chi-person' })).toBe('notFound')
    expect(office.does('an', ASSIGN)).toBe('opinionAssigned')
    expect(office.opinion().course).toMatchObject({ is: 'assigned', to: 'cuc-person', due: '2026-12-10' })
    expect(office.does('an', { ...ASSIGN, to: 'dung-person', due: '2026-12-09' })).toBe('opinionAssigned')
    office.does('dung', ANSWER)
    expect(office.does('an', ASSIGN)).toBe('notInThisState')
  })

  it('[P95] [I8] is answered by secretary, deputy and whom it was assigned to; the answer quotes the question', () => {
    expect(asksFor(ANSWER)).toEqual(['an', 'binh'])
    office.does('an', ASSIGN)
    expect(asksFor(ANSWER)).toEqual(['an', 'binh', 'cuc'])
    expect(office.does('cuc', ANSWER)).toBe('opinionAnswered')
    expect(office.does('an', ANSWER)).toBe('')
    office.does('dung', AGAIN)
    office.does('an', { ...ANSWER, id: 'answer-02', text: 'Đội thi công của huyện.' })
    expect(office.opinion().answers.map(({ quotes }) => quotes)).toEqual([
      QUESTION.text,
      `${QUESTION.text}\n\n${AGAIN.reason}`,
    ])
  })

  it('[P99] [I9] that it was read is said by whoever asked, that it was told by the office', () => {
    office.does('an', ANSWER)
    expect(asksFor(told('read'))).toEqual(['dung'])
    expect(asksFor(told('spoken'))).toEqual(['an', 'binh', 'cuc', 'dung'])
    expect(office.does('an', told('spoken'))).toBe('askerTold')
    expect(office.does('dung', told('read'))).toBe('')
    const taken = new Office()
    taken.does('dung', { ...QUESTION, origin: 'resident' })
    expect(taken.does('dung', told('printed'))).toBe('notInThisState')
    taken.does('an', ANSWER)
    expect(taken.does('dung', told('read'))).toBe('notAllowed')
    expect(taken.does('dung', told('printed'))).toBe('askerTold')
  })

  it('[P98] [I10] whoever asked ends it or asks again; the office ends only what was told', () => {
    expect(asksFor(CLOSE)).toEqual(['dung'])
    expect(office.does('dung', AGAIN)).toBe('notInThisState')
    office.does('an', ANSWER)
    expect(asksFor(AGAIN)).toEqual(['dung'])
    expect(office.does('an', CLOSE)).toBe('notInThisState')
    office.does('dung', told('read'))
    expect(asksFor(CLOSE)).toEqual(['an', 'binh', 'cuc', 'dung'])
    office.does('binh', CLOSE)
    expect(office.opinion().course).toMatchObject({ is: 'closed', by: 'office' })
    expect(office.does('dung', AGAIN)).toBe('opinionReopened')
    expect(office.opinion()).toMatchObject({ course: { is: 'received' }, reopened: { reason: AGAIN.reason } })
    expect(office.does('dung', CLOSE)).toBe('opinionClosed')
  })

  it('[I6] whoever asked sees how far it is; asked again the ladder begins anew', () => {
    const story = new Story('opinion')
    story.phonesOff = null
    expect(rungs()).toEqual(['written', '(onServer)', '(opened)', '(assigned)', '(answered)'])
    office = new Office()
    office.story('opinion-1').phonesOff = 0
    office.does('dung', QUESTION)
    expect(rungs()).toEqual(['written', 'onServer', '(opened)', '(assigned)', '(answered)'])
    office.does('an', { do: 'openOpinion' })
    office.does('an', { do: 'forwardOpinion' })
    expect(rungs()).toEqual([
      ...['written', 'onServer', 'opened', 'forwarded', '(takenUpAbove)', '(assigned)', '(answered)'],
    ])
    office.carryAll()
    office.answersAbove('officer', { do: 'answerForwarded', id: 'answer-01', text: 'Quý I.' })
    office.carryAll()
    expect(rungs()).toEqual(['written', 'onServer', 'opened', 'forwarded', 'takenUpAbove', 'answered'])
    office.does('dung', AGAIN)
    expect(rungs()).toEqual(['written', 'onServer', '(opened)', '(assigned)', '(answered)'])
  })

  it('[I14] one alike gets the answer too, also when it is joined after; who asked again waits for his own', () => {
    office.does('cuc', QUESTION, 'opinion-2')
    office.does('binh', QUESTION, 'opinion-3')
    const join = { do: 'joinOpinion', to: 'opinion-1' }
    expect(office.does('dung', join, 'opinion-2')).toBe('notAllowed')
    expect(office.does('an', { do: 'joinOpinion', to: 'opinion-9' }, 'opinion-2')).toBe('notFound')
    expect(office.does('an', { do: 'joinOpinion', to: 'opinion-2' }, 'opinion-2')).toBe('notFound')
    expect(office.does('an', join, 'opinion-2')).toBe('opinionJoined')
    expect(office.does('an', { do: 'joinOpinion', to: 'opinion-2' }, 'opinion-3')).toBe('notInThisState')
    office.carryAll()
    office.does('an', ANSWER)
    office.carryAll()
    office.does('an', join, 'opinion-3')
    office.carryAll()
    for (const record of ['opinion-2', 'opinion-3'])
      expect(office.opinion(record)).toMatchObject({
        course: { is: 'answered' },
        answers: [{ text: ANSWER.text, quotes: QUESTION.text, alike: 'opinion-1' }],
      })
    office.does('cuc', AGAIN, 'opinion-2')
    office.does('an', { ...ANSWER, id: 'answer-02' })
    office.carryAll()
    expect(office.opinion('opinion-2').course.is).toBe('received')
    expect(office.opinion('opinion-2').answers).toHaveLength(2)
  })

  it('[I16] is put on an agenda by whoever plans meetings, once, and its author reads it in its course', () => {
    const put = { do: 'noteOnAgenda', meeting: 'meeting-0001', item: 'opinion-1' }
    expect(asksFor(put)).toEqual(['an', 'binh', 'cuc'])
    office.does('an', put)
    expect(office.does('binh', put)).toBe('')
    expect(office.opinion()).toMatchObject({ onAgenda: { meeting: 'meeting-0001' } })
    expect(office.opinion().steps.at(-1)).toMatchObject({ is: 'onAgenda', by: 'an-person' })
  })

  it('its row opens nothing: first words, course and how many answers', () => {
    office.does('an', ANSWER)
    const row = opinionRules.project('opinion-1', office.opinion(), 5, null)
    expect(row).toMatchObject({
      kind: 'opinion',
      excerpt: QUESTION.text,
      answers: 1,
      raisedBy: 'dung-person',
    })
    expect(row).not.toHaveProperty('text')
  })
})
