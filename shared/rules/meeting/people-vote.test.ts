import { describe, expect, it } from 'vitest'
import type { AgendaItem } from '#shared/records/agenda.ts'
import type { Meeting, RollEntry } from '#shared/records/meeting.ts'
import { PEOPLE_MATTERS, type VoteAbout } from '#shared/records/vote.ts'
import { AT, Evening } from '#shared/events/meeting/evening.fixture.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { formFor, isSoundVote, majorityIn, majorityOf, openPersonVote, personOfItem } from './people-vote.ts'
import { resultOf } from './vote-result.ts'

const LAN = { what: 'person', person: 'lan-candidate', matter: 'admission', name: 'Hà Thị Lan' } as const
const DUNG = { what: 'person', person: 'dung-person', matter: 'recognition' } as const
const roll: RollEntry[] = ['an', 'binh', 'cuc', 'dung', 'giang', 'ha'].map((name) => ({
  ...{ person: `${name}-person`, duties: [] },
  status: name === 'ha' ? 'exempt' : name === 'giang' ? 'temporarilyOut' : 'official',
}))
const vote = (id: string, about: VoteAbout, counts: readonly number[] = []) =>
  ({
    ...{ id, about, item: null, majority: majorityOf(about), form: 'secretBallot', at: AT, amendments: [] },
    present: ['an-person', 'binh-person', 'cuc-person', 'dung-person'],
    counts: counts.map((n, i) => ({
      id: `count-${i}`,
      for: n,
      against: 0,
      other: 0,
      by: 'an-person',
      at: AT,
    })),
  }) as Meeting['votes'][number]
const meeting = (...votes: Meeting['votes'][number][]): Pick<Meeting, 'course' | 'votes'> => ({
  votes,
  course: { is: 'running', at: AT, chair: 'an-person', roll, ruleset: CENTRAL_2026.id },
})

describe('votes about people', () => {
  it('[O7] a matter brings its own majority, everything else is ordinary', () => {
    expect(majorityOf({ what: 'agenda' })).toBe('ordinary')
    expect(majorityOf(LAN)).toBe('admission')
    for (const matter of PEOPLE_MATTERS)
      expect(majorityIn(meeting(), matter)).toBe(CENTRAL_2026.majorities.value[matter])
  })

  it('[O7] four of six official members are enough for an admission, whoever of them is exempt or away; three are not', () => {
    expect(resultOf(vote('v1', LAN, [4]), meeting())).toMatchObject({ is: 'carried', base: 6, needed: 4 })
    expect(resultOf(vote('v1', LAN, [3]), meeting()).is).toBe('notCarried')
    const commended = { what: 'person', person: 'dung-person', matter: 'commendation' } as const
    expect(resultOf(vote('v2', commended, [3]), meeting())).toMatchObject({ is: 'carried', base: 4 })
  })

  it('[O7] another majority than that of the matter is not taken, nor a member by name, nor a stranger by his id alone', () => {
    expect(isSoundVote({ about: LAN, majority: 'admission' })).toBe(true)
    expect(isSoundVote({ about: LAN, majority: 'ordinary' })).toBe(false)
    expect(isSoundVote({ about: { ...DUNG, matter: 'admission' }, majority: 'admission' })).toBe(false)
    expect(isSoundVote({ about: { ...DUNG, name: 'Dũng' }, majority: 'recognition' })).toBe(false)

    const evening = Evening.begun()
    const put = { do: 'putToVote', id: 'vote-0001', item: null, form: 'cards', present: [], amendments: [] }
    expect(evening.does('an', { ...put, at: AT, about: LAN, majority: 'ordinary' })).toBe('malformed')
    expect(evening.does('an', { ...put, at: AT, about: LAN, majority: 'admission' })).toBe('putToVote')
    expect(evening.meeting.votes[0]?.about).toEqual(LAN)
  })

  it('[O8] the next person comes once the one before is counted', () => {
    expect(openPersonVote(meeting())).toBeNull()
    const lan = vote('v1', LAN)
    expect(openPersonVote(meeting(vote('v0', { what: 'agenda' }), lan))).toBe(lan)
    expect(openPersonVote(meeting(vote('v1', LAN, [4])))).toBeNull()
  })

  it('[O8] admission, recognition and striking off are voted by card or secret ballot, never by a mere hand', () => {
    for (const matter of ['admission', 'recognition', 'strikingOff'] as const) {
      const majority = majorityIn(meeting(), matter)
      expect(majority.forms).toEqual(['cards', 'secretBallot'])
      expect(formFor(majority, 'hands')).toBe('cards')
      expect(formFor(majority, 'secretBallot')).toBe('secretBallot')
    }
    expect(formFor(majorityIn(meeting(), 'ordinary'), 'hands')).toBe('hands')
  })

  it('[O9] an item brings its person by name or as a member, and nothing else of him', () => {
    const item: AgendaItem = { id: 'item-0001', part: 'people', title: 'Kết nạp', minutes: 10 }
    expect(personOfItem(item)).toBeNull()
    expect(personOfItem({ ...item, person: 'lan-candidate', matter: 'admission', name: LAN.name })).toEqual(
      LAN,
    )
    expect(personOfItem({ ...item, person: 'dung-person', matter: 'recognition' })).toEqual(DUNG)
    expect(personOfItem({ ...item, person: 'lan-candidate', matter: 'admission' })).toBeNull()
    expect(personOfItem({ ...item, person: 'dung-person' })).toBeNull()

    const evening = new Evening()
    const named = { ...item, id: 'item-0009', person: 'lan-candidate', matter: 'admission', name: LAN.name }
    evening.does('an', { do: 'putAgendaItem', item: { ...named, helpers: ['cuc-person'], stage: 'filing' } })
    expect(evening.meeting.agenda.at(-1)).toEqual(named)
  })
})
