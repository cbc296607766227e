import { describe, expect, it } from 'vitest'
import { NAMES } from '#shared/events/people.fixture.ts'
import { meetingRules } from './meeting.ts'
import { AT, Evening, id } from './evening.fixture.ts'

const said = (over = {}) => ({
  do: 'noteContribution',
  id: 'said-0001',
  item: 'item-0003',
  kind: 'opinion',
  text: 'Đường vào xóm Chùa cần sửa trước mùa mưa.',
  at: AT,
  ...over,
})
const WORDS = { id: 'w'.repeat(43), media: 'text/plain', size: 120 }
const OTHERS = { id: 'x'.repeat(43), media: 'text/plain', size: 121 }

describe('what is said in the room', () => {
  it("[M17] is its speaker's, entered by whoever keeps the notes, and both are named", () => {
    const evening = Evening.begun()
    expect(evening.does('dung', said(), 'cuc')).toBe('contributionNoted')
    expect(evening.meeting.contributions).toMatchObject([{ speaker: id('cuc'), entered: { by: id('dung') } }])
    const allowed = NAMES.filter((name) => name !== 'cuc' && Evening.begun().asks(name, said(), 'cuc').ok)
    expect(allowed).toEqual(['an', 'binh', 'dung'])
  })

  it('[M17] a member notes his own words on his own phone, a suspended one does not', () => {
    expect(NAMES.filter((name) => Evening.begun().asks(name, said()).ok)).toEqual([
      'an',
      'binh',
      'cuc',
      'dung',
    ])
  })

  it('[N4] its speaker says that it was not meant so, and the entry carries that for everybody', () => {
    const evening = Evening.begun()
    evening.does('dung', said(), 'cuc')
    const seq = evening.events.at(-1)?.seq ?? 0
    expect(evening.does('cuc', { do: 'disownEntry', of: seq })).toBe('entryDisowned')
    expect(evening.meeting.contributions[0]?.entered?.disowned).toBe(true)
  })

  it('a guest speaks under his own name, if he is on the list', () => {
    const evening = Evening.begun()
    expect(evening.does('an', said({ guest: 'guest-001' }))).toBe('notFound')
    evening.does('an', { do: 'putGuest', guest: { id: 'guest-001', name: 'Lò Văn Pín', superior: true } })
    expect(evening.does('dung', said({ guest: 'guest-001' }))).toBe('contributionNoted')
    expect(evening.meeting.contributions[0]?.speaker).toBe('guest-001')
  })

  it('is put right and struck by whoever keeps the notes or said it', () => {
    const evening = Evening.begun()
    evening.does('dung', said(), 'cuc')
    expect(
      evening.does('cuc', { do: 'changeContribution', of: 'said-0001', text: 'Sửa đường xóm Chùa.' }),
    ).toBe('contributionChanged')
    expect(evening.meeting.contributions[0]?.text).toBe('Sửa đường xóm Chùa.')
    expect(evening.does('dung', { do: 'strikeContribution', of: 'said-0001' })).toBe('contributionStruck')
    expect(evening.does('dung', { do: 'strikeContribution', of: 'said-0001' })).toBe('')
    expect(evening.meeting.contributions).toEqual([])
  })

  it('[M18] self-criticism: its words are no event, and stand only as its speaker confirmed them', () => {
    const evening = Evening.begun()
    const note = { do: 'noteSelfCriticism', id: 'self-0001', item: 'item-0003', words: WORDS, at: AT }
    expect(evening.does('dung', note, 'cuc')).toBe('selfCriticismNoted')
    const confirm = { do: 'confirmSelfCriticism', of: 'self-0001', words: WORDS.id }
    expect(evening.does('an', confirm)).toBe('notAllowed')
    expect(evening.does('cuc', { ...confirm, words: OTHERS.id })).toBe('notInThisState')
    expect(evening.does('dung', confirm, 'cuc')).toBe('selfCriticismConfirmed')
    expect(evening.meeting.selfCriticism[0]?.confirmed).toBe('readBack')
    const reword = { do: 'wordSelfCriticism', of: 'self-0001', words: OTHERS }
    expect(evening.does('dung', reword)).toBe('notAllowed')
    expect(evening.does('dung', { ...reword, words: null })).toBe('notAllowed')
    expect(evening.does('dung', reword, 'cuc')).toBe('selfCriticismWorded')
    expect(evening.meeting.selfCriticism[0]?.confirmed).toBeUndefined()
    expect(evening.does('cuc', { ...confirm, words: OTHERS.id })).toBe('selfCriticismConfirmed')
    expect(evening.meeting.selfCriticism[0]?.confirmed).toBe('himself')
    expect(meetingRules.attachments?.(evening.meeting)).toEqual([OTHERS])
    evening.does('cuc', { do: 'wordSelfCriticism', of: 'self-0001', words: null })
    expect(meetingRules.attachments?.(evening.meeting)).toEqual([])
  })

  it('[F15] its words are words and no picture or paper', () => {
    const note = { do: 'noteSelfCriticism', id: 'self-0001', item: null, at: AT }
    const asked = (media: string) =>
      Evening.begun().does('dung', { ...note, words: { ...WORDS, media } }, 'cuc')
    expect(['image/png', 'application/pdf'].map(asked)).toEqual(['malformed', 'malformed'])
  })

  it("[P42] nobody confirms another's without keeping the notes", () => {
    const evening = Evening.begun()
    evening.does('dung', { do: 'noteSelfCriticism', id: 'self-0001', item: null, words: WORDS, at: AT }, 'an')
    const confirm = { do: 'confirmSelfCriticism', of: 'self-0001', words: WORDS.id }
    expect(evening.does('cuc', confirm, 'an')).toBe('notAllowed')
    expect(evening.does('an', confirm)).toBe('selfCriticismConfirmed')
  })
})
