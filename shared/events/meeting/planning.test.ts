import { describe, expect, it } from 'vitest'
import type { Meeting } from '#shared/records/meeting.ts'
import { NAMES, Story } from '#shared/events/people.fixture.ts'
import { Evening, id, OPEN, PLAN } from './evening.fixture.ts'
import { meetingRules } from './meeting.ts'

const order = (evening: Evening) => evening.meeting.agenda.map((item) => item.id.slice(-1)).join('')
const item = (n: number, over = {}) => ({
  id: `item-000${n}`,
  part: 'free',
  title: `Việc ${n}`,
  minutes: 5,
  ...over,
})

describe('planning', () => {
  it('[P37] is for secretary, deputy and committee', () => {
    const may = NAMES.filter(
      (name) => new Evening().asks(name, { do: 'tickStep', step: 'noticeSent', day: '2026-12-01' }).ok,
    )
    expect(may).toEqual(['an', 'binh', 'cuc'])
  })

  it('[P38] every member answers for himself, and for one without a phone another enters it', () => {
    const evening = new Evening()
    expect(evening.does('dung', { do: 'answerInvitation', coming: true, way: 'app' })).toBe(
      'invitationAnswered',
    )
    expect(evening.does('an', { do: 'answerInvitation', coming: false, way: 'byPhone' }, 'cuc')).toBe(
      'invitationAnswered',
    )
    expect(evening.does('son', { do: 'answerInvitation', coming: true, way: 'app' })).toBe('notAllowed')
    expect(evening.meeting.invitations).toMatchObject({
      [id('dung')]: { coming: true, way: 'app' },
      [id('cuc')]: { coming: false, way: 'byPhone' },
    })
    expect(evening.does('dung', { do: 'answerInvitation', coming: true, way: 'app' })).toBe('')
  })

  it('[M10] an item moves behind the one it names, and stays where it is when that one is gone', () => {
    const evening = new Evening()
    evening.does('an', { do: 'moveAgendaItem', item: 'item-0003', after: null })
    expect(order(evening)).toBe('312')
    evening.does('an', { do: 'moveAgendaItem', item: 'item-0003', after: 'item-0001' })
    expect(order(evening)).toBe('132')
    evening.does('binh', { do: 'moveAgendaItem', item: 'item-0001', after: 'item-0009' })
    expect(order(evening)).toBe('132')
    evening.does('an', { do: 'putAgendaItem', item: item(4), after: 'item-0001' })
    expect(order(evening)).toBe('1432')
    evening.does('an', { do: 'putAgendaItem', item: item(3, { title: 'Thảo luận dài' }) })
    expect(order(evening)).toBe('1432')
    evening.does('an', { do: 'removeAgendaItem', item: 'item-0001' })
    expect(order(evening)).toBe('432')
  })

  it('[F12] a paper may be larger than a picture, up to its own limit', () => {
    const put = (media: string, size: number) => {
      const papers = [{ file: { id: 'p'.repeat(43), media, size }, name: 'Dự thảo.pdf' }]
      return new Evening().does('an', { do: 'putAgendaItem', item: item(1, { papers }) })
    }
    expect(put('application/pdf', 5 * 1024 * 1024)).toBe('agendaItemPut')
    expect(put('application/pdf', 5 * 1024 * 1024 + 1)).toBe('tooLarge')
    expect(put('image/jpeg', 1024 * 1024 + 1)).toBe('tooLarge')
  })

  it('[M23] the plan stands once the meeting is over; what was done is ticked later too', () => {
    const evening = Evening.begun()
    evening.does('an', { do: 'closeMeeting', at: OPEN.at + 5_400_000 })
    expect(evening.does('an', { do: 'changeMeeting', place: 'Nhà đồng chí An' })).toBe('notInThisState')
    expect(evening.does('an', { do: 'removeAgendaItem', item: 'item-0001' })).toBe('notInThisState')
    expect(evening.does('an', { do: 'tickStep', step: 'signedPapersPosted', day: '2026-12-05' })).toBe(
      'stepTicked',
    )
  })

  it('[M22] is cancelled with its reason, and then not opened', () => {
    const evening = new Evening()
    expect(evening.does('an', { do: 'cancelMeeting', reason: 'Bão số 9' })).toBe('meetingCancelled')
    expect(evening.does('binh', { do: 'cancelMeeting', reason: 'Bão' })).toBe('')
    expect(evening.meeting.course).toMatchObject({ is: 'cancelled', reason: 'Bão số 9' })
    expect(evening.does('an', OPEN)).toBe('notInThisState')
    const held = Evening.begun()
    expect(held.does('an', { do: 'cancelMeeting', reason: 'Bão' })).toBe('notInThisState')
  })

  it('[R7] the same again changes nothing, and a plan is made once', () => {
    const evening = new Evening()
    expect(evening.does('an', PLAN)).toBe('alreadyExists')
    evening.does('an', { do: 'tickStep', step: 'committeeMet', day: '2026-12-01' })
    expect(evening.does('binh', { do: 'tickStep', step: 'committeeMet', day: '2026-12-01' })).toBe('')
    expect(evening.does('an', { do: 'tickStep', step: 'committeeMet', day: null })).toBe('stepTicked')
    expect(evening.meeting.steps).toEqual({})
    expect(evening.does('an', { do: 'changeMeeting', place: PLAN.place })).toBe('')
  })
})

describe('[M71] a topic of the bank', () => {
  const BEGIN = { ...PLAN, type: 'thematic', topic: 'Trước mùa mưa bão', topicId: 'environment-flood-season' }
  const planned = (over: object) => {
    const story = new Story<Meeting>('meeting')
    return { story, refusal: story.does('an', { ...BEGIN, ...over }) }
  }

  it('stands beside the words of a thematic meeting, in its row too', () => {
    const { story } = planned({})
    expect(story.state).toMatchObject({ topic: BEGIN.topic, topicId: BEGIN.topicId })
    const row = story.state && meetingRules.project('meeting-0001', story.state, 1, null)
    expect(row).toMatchObject({ topic: BEGIN.topic, topicId: BEGIN.topicId })
  })

  it('is of no other kind of meeting, and of none without words', () => {
    expect(planned({ type: 'regular' }).refusal).toBe('malformed')
    const { topic: _, ...wordless } = BEGIN
    expect(new Story<Meeting>('meeting').does('an', wordless)).toBe('malformed')
    expect(planned({ topicId: 'Không phải tên' }).refusal).toBe('malformed')
    const evening = new Evening()
    expect(evening.does('an', { do: 'changeMeeting', topicId: 'security-fire' })).toBe('malformed')
    expect(evening.does('an', { do: 'changeMeeting', topicId: null })).toBe('')
  })

  it('stays when the words change, and goes or is another one when somebody says so', () => {
    const { story } = planned({})
    story.does('an', { do: 'changeMeeting', topic: 'Trước mùa mưa bão ở thôn ta' })
    expect(story.state).toMatchObject({ topic: 'Trước mùa mưa bão ở thôn ta', topicId: BEGIN.topicId })
    story.does('an', { do: 'changeMeeting', topicId: 'security-fire' })
    expect(story.state?.topicId).toBe('security-fire')
    story.does('an', { do: 'changeMeeting', topicId: null })
    expect(story.state).not.toHaveProperty('topicId')
    expect(story.state?.topic).toBe('Trước mùa mưa bão ở thôn ta')
  })

  it('is missing from plans that were made before there was a bank, and nothing else is', () => {
    const { topicId: _, ...before } = BEGIN
    const story = new Story<Meeting>('meeting')
    expect(story.does('an', before)).toBe('meetingPlanned')
    story.does('an', { do: 'changeMeeting', place: 'Nhà đồng chí An' })
    expect(story.state).toMatchObject({ topic: BEGIN.topic, place: 'Nhà đồng chí An' })
    expect(story.state).not.toHaveProperty('topicId')
  })
})
