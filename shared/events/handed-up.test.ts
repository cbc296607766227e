import { describe, expect, it } from 'vitest'
import { handedUpOf, type HandedUp } from '#shared/records/handed-up.ts'
import { handedUpRules } from './handed-up.ts'
import { NAMES, Story } from './people.fixture.ts'

const MEETING = 'meeting-0001'
const file = { id: 'p'.repeat(43), media: 'application/pdf', size: 3000 }
const NOTICE = {
  ...{
    type: 'regular',
    month: '2026-12',
    startsAt: '2026-12-03T19:30',
    place: 'Nhà văn hóa khu',
    minutes: 90,
  },
}
const AGENDA = [
  { id: 'item-0001', title: 'Báo cáo tháng', presenter: 'an-person', minutes: 20 },
  { id: 'item-0002', title: 'Dự thảo nghị quyết', minutes: 30, papers: [{ file, name: 'Đề cương.pdf' }] },
]
const line = (text: string) => ({ part: 'block', kind: null, depth: 0, runs: [{ text }] })
const DRAFTS = [
  { record: 'draft-0001', title: 'Nghị quyết tháng 12', content: [line('Vệ sinh đường làng.')] },
]
const UP = {
  ...{ do: 'handUp', id: 'up-000001', meeting: MEETING, notice: NOTICE, agenda: AGENDA, drafts: DRAFTS },
}
const PAPER = {
  ...{ do: 'handUpPaper', meeting: MEETING, record: 'draft-0001', title: 'Nghị quyết tháng 12', type: 'NQ' },
  ...{ content: [line('Vệ sinh đường làng.')], signers: [{ person: 'an-person', post: 'secretary' }] },
  ...{ signedOn: '2026-12-04', slug: 'a'.repeat(22) },
}
const ANSWER = { do: 'answerFromAbove', version: 'up-000001', coming: true }
const SEE = { do: 'seeHandedUp', what: 'up-000001' }

const bridge = () => new Story<HandedUp>('handedUp', handedUpOf(MEETING))
function handedUp() {
  const story = bridge()
  story.does('an', UP)
  return story
}

describe('what is handed up of a meeting', () => {
  it('[V13] a signed paper takes along how far the chain was, for the committee to keep', () => {
    const story = bridge()
    const chain = { count: 3, chain: 'c'.repeat(64) }
    expect(story.asks('an', { ...PAPER, chain: { ...chain, chain: 'not a hash' } }).ok).toBe(false)
    expect(story.does('an', { ...PAPER, chain })).toBe('paperHandedUp')
    expect(story.state?.sealed[0]?.chain).toEqual(chain)
    expect(story.does('an', { ...PAPER, chain: { ...chain, count: 4 } })).toBe('')
  })

  it('[P81] [Z1] is handed up by secretary and deputy, into the bridge, as one record of the meeting', () => {
    expect(NAMES.filter((name) => bridge().asks(name, UP).ok)).toEqual(['an', 'binh'])
    expect(NAMES.filter((name) => bridge().asks(name, PAPER).ok)).toEqual(['an', 'binh'])
    expect(handedUpRules.livesIn).toBe('bridge')
    expect(new Story('handedUp').does('an', UP)).toBe('malformed')
  })

  it('[Z2] a later one is shown instead and the earlier stays; the same again is nothing', () => {
    const story = handedUp()
    expect(story.does('binh', { ...UP, id: 'up-000002' })).toBe('')
    const later = { ...UP, id: 'up-000003', notice: { ...NOTICE, place: 'Sân đình' } }
    expect(story.does('binh', later)).toBe('handedUp')
    expect(story.does('binh', later)).toBe('')
    expect(story.does('an', UP)).toBe('')
    expect(story.state?.versions.map(({ notice, by }) => [notice.place, by])).toEqual([
      ['Nhà văn hóa khu', 'an-person'],
      ['Sân đình', 'binh-person'],
    ])
    expect(rowOf(story)).toMatchObject({
      shown: { id: 'up-000003', nth: 2, place: 'Sân đình', items: 2, papers: 1, drafts: 1 },
    })
  })

  it('[Z2] a draft is the text as it was handed up; lists never carry it', () => {
    const story = handedUp()
    expect(story.state?.versions[0]?.drafts).toEqual(DRAFTS)
    expect(JSON.stringify(rowOf(story))).not.toContain('Vệ sinh')
  })

  it.each([
    ['a title', { notice: { ...NOTICE, topic: '[MẬT] Việc của khu' } }],
    ['an item', { agenda: [{ ...AGENDA[0], title: 'Độ mật: Tối mật' }] }],
    ['the name of a paper', { agenda: [{ ...AGENDA[1], papers: [{ file, name: '(MẬT) kế hoạch.pdf' }] }] }],
    ['a draft', { drafts: [{ ...DRAFTS[0], content: [line('Nuôi ong mật.'), line('TUYỆT MẬT')] }] }],
    ['its title', { drafts: [{ ...DRAFTS[0], title: 'Nghị quyết (MẬT)' }] }],
  ])('[Z3] %s that bears a marking of secrecy does not go up', (_, marked) => {
    expect(bridge().does('an', { ...UP, ...marked })).toBe('secrecyMarking')
  })

  it('[Z3] nor does a signed paper that bears one', () => {
    expect(bridge().does('an', { ...PAPER, content: [line('TỐI MẬT')] })).toBe('secrecyMarking')
    expect(bridge().does('an', { ...PAPER, content: [line('Nuôi ong mật')] })).toBe('paperHandedUp')
  })

  it('[Z4] of an agenda nothing goes up but titles, presenters, minutes and papers', () => {
    const story = bridge()
    const agenda = AGENDA.map((item) => ({
      ...item,
      guide: 'Hỏi kỹ.',
      person: 'dung-person',
      part: 'people',
    }))
    story.does('an', { ...UP, agenda })
    expect(story.state?.versions[0]?.agenda).toEqual(AGENDA)
  })

  it('[F12] a paper larger than a paper may be is refused, and so is more text than one command carries', () => {
    const heavy = [{ ...AGENDA[1], papers: [{ file: { ...file, size: 60_000_000 }, name: 'To.pdf' }] }]
    expect(bridge().does('an', { ...UP, agenda: heavy })).toBe('tooLarge')
    const long = { ...DRAFTS[0], content: [line('a'.repeat(31_000))] }
    expect(bridge().does('an', { ...UP, drafts: [long, { ...long, record: 'draft-0002' }] })).toBe('tooLarge')
  })

  it('[Z5] a signed paper goes up once and whole; its number may follow, its text never changes', () => {
    const story = bridge()
    expect(story.does('an', PAPER)).toBe('paperHandedUp')
    expect(story.does('binh', PAPER)).toBe('')
    const number = { no: 5, term: '2025-2027' }
    expect(story.does('binh', { ...PAPER, number })).toBe('paperHandedUp')
    expect(story.does('binh', PAPER)).toBe('')
    expect(story.does('an', { ...PAPER, content: [line('Khác.')] })).toBe('alreadySigned')
    expect(story.does('an', { ...PAPER, record: 'draft-0002', type: 'BB' })).toBe('malformed')
    expect(rowOf(story)).toMatchObject({ sealed: [{ record: 'draft-0001', type: 'NQ', number }] })
    expect(rowOf(story)).not.toHaveProperty('shown')
  })

  it('[F3] the bytes of its papers are asked for by it', () => {
    expect(handedUpRules.attachments?.(handedUp().state as HandedUp)).toEqual([file])
  })
})

describe('what comes back down', () => {
  it('[P82] [Z6] superior and officer answer, with a word; the last answer counts', () => {
    expect(NAMES.filter((name) => handedUp().asks(name, ANSWER).ok)).toEqual(['officer', 'superior'])
    const story = handedUp()
    expect(story.does('superior', { ...ANSWER, word: 'Tôi đến sớm 15 phút.' })).toBe('answeredFromAbove')
    expect(story.does('superior', { ...ANSWER, word: 'Tôi đến sớm 15 phút.' })).toBe('')
    expect(story.does('superior', { ...ANSWER, coming: false })).toBe('answeredFromAbove')
    expect(story.state?.answers['phu-person']).toMatchObject({ coming: false, version: 'up-000001' })
    expect(story.state?.answers['phu-person']).not.toHaveProperty('word')
    expect(rowOf(story)).toMatchObject({ answers: { 'phu-person': false } })
  })

  it('[Z6] nobody answers what was not handed up', () => {
    expect(bridge().does('superior', ANSWER)).toBe('notFound')
    expect(handedUp().does('superior', { ...ANSWER, version: 'up-000009' })).toBe('notFound')
  })

  it('[P83] [Z7] that somebody above looked is told once a handing up and once a paper', () => {
    expect(NAMES.filter((name) => handedUp().asks(name, SEE).ok)).toEqual(['officer', 'superior'])
    const story = handedUp()
    expect(story.does('superior', { ...SEE, name: 'Trần Văn Phú' })).toBe('handedUpSeen')
    expect(story.does('superior', SEE)).toBe('')
    expect(story.state?.names).toEqual({ 'phu-person': 'Trần Văn Phú' })
    expect(story.does('officer', SEE)).toBe('handedUpSeen')
    expect(story.does('superior', { ...SEE, what: 'draft-0001' })).toBe('notFound')
    story.does('an', PAPER)
    expect(story.does('superior', { ...SEE, what: 'draft-0001' })).toBe('handedUpSeen')
    expect(story.state?.looks.map(({ person, what }) => [person, what])).toEqual([
      ['phu-person', 'up-000001'],
      ['oanh-person', 'up-000001'],
      ['phu-person', 'draft-0001'],
    ])
  })
})

const rowOf = (story: Story<HandedUp>) =>
  handedUpRules.project(story.record, story.state as HandedUp, story.now, null)
