import { describe, expect, it } from 'vitest'
import { NAMES, ROSTER, Story } from '#shared/events/people.fixture.ts'
import { REFUSALS } from '#shared/records/refusal.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { presentIn } from '#shared/rules/meeting/presence.ts'
import { momentIn } from '#shared/rules/meeting/course.ts'
import { resultOf } from '#shared/rules/meeting/vote-result.ts'
import { standing } from '#shared/rules/register.ts'
import { Evening, id, PLAN } from './evening.fixture.ts'
import { commandsOfPaper, presenceIn, type PaperMeeting } from './from-paper.ts'
import { meetingRules } from './meeting.ts'

/** Held in November, entered in December. */
const BEGIN = Date.UTC(2026, 10, 3, 12, 30)
const END = BEGIN + 95 * 60_000
const PAPER: PaperMeeting = {
  ...{
    type: 'regular',
    startsAt: '2026-11-03T19:30',
    place: 'Nhà văn hóa',
    minutes: 90,
    begin: BEGIN,
    end: END,
  },
  ...{
    chair: id('an'),
    minuteTaker: id('dung'),
    people: ROSTER.people,
    exceptions: { [id('cuc')]: 'excused' },
  },
  items: PLAN.agenda.map((item, i) => ({ item, treated: i !== 1 })),
  paid: 3,
}
const page = (n: number, size = 100_000) => ({
  file: { id: `${n}`.repeat(43), media: 'image/jpeg', size },
  name: `trang ${n}.jpg`,
})

function entered(over: Partial<PaperMeeting> = {}): Story<Meeting> {
  const story = new Story<Meeting>('meeting')
  let n = 0
  for (const command of commandsOfPaper({ ...PAPER, ...over }, () => `entry-${String(++n).padStart(4, '0')}`))
    expect(REFUSALS, command.do).not.toContain(story.does('an', command))
  return story
}
const stateOf = ({ state }: Story<Meeting>): Meeting => {
  if (!state) throw new Error('nothing was entered')
  return state
}

describe('a meeting from the paper book', () => {
  it('[P71] is entered by secretary and deputy', () => {
    const plan = { ...PLAN, fromPaper: true }
    const may = NAMES.filter((name) => new Story('meeting').asks(name, plan).ok)
    expect(may).toEqual(['an', 'binh'])
  })

  it('[M60] [M62] is held, with its own begin and end, who was there and what was treated', () => {
    const state = stateOf(entered())
    expect(state).toMatchObject({ fromPaper: true, plannedBy: id('an'), minuteTaker: id('dung') })
    expect(state.course).toMatchObject({ is: 'closed', at: BEGIN, closedAt: END, chair: id('an') })
    const roll = 'roll' in state.course ? state.course.roll : []
    expect(presentIn(state, roll).sort()).toEqual([id('an'), id('binh'), id('dung')])
    expect(standing(state.attendance[id('cuc')])?.is).toBe('excused')
    expect(state.turns.map(({ item, from, to }) => [item.slice(-1), from, to])).toEqual([
      ['1', BEGIN, BEGIN],
      ['3', BEGIN, BEGIN],
    ])
    expect(standing(state.fees)).toMatchObject({ paid: 3, of: 4 })
    const row = meetingRules.project('record-0001', state, 0, null)
    expect(row).toMatchObject({
      fromPaper: true,
      course: 'closed',
      present: 3,
      openedAt: BEGIN,
      closedAt: END,
    })
  })

  it('[M62] of whom nobody said anything: present when expected, else not there', () => {
    const of = (status: 'official' | 'probationary' | 'temporarilyIn' | 'exempt' | 'temporarilyOut') =>
      presenceIn({}, { id: 'x', status })
    expect([of('official'), of('probationary'), of('temporarilyIn')]).toEqual(Array(3).fill('present'))
    expect([of('exempt'), of('temporarilyOut')]).toEqual([null, null])
    expect(presenceIn({ x: null }, { id: 'x', status: 'official' })).toBeNull()
    expect(presenceIn({ x: 'present' }, { id: 'x', status: 'exempt' })).toBe('present')
  })

  it('[M60] given again after a cut, nothing that counts has changed', () => {
    const story = entered()
    const before = stateOf(story)
    let n = 0
    for (const command of commandsOfPaper(PAPER, () => `again-${String(++n).padStart(4, '0')}`))
      expect(REFUSALS, command.do).not.toContain(story.does('an', command))
    const other = new Evening()
    expect(other.does('an', { ...PLAN, fromPaper: true })).toBe('alreadyExists')
    const after = stateOf(story)
    expect(after.course).toEqual(before.course)
    for (const person of Object.keys(before.attendance))
      expect(standing(after.attendance[person])?.is).toBe(standing(before.attendance[person])?.is)
  })

  it('[M61] begin and end lie before they are entered, the end after the begin', () => {
    const story = new Story<Meeting>('meeting')
    story.does('an', { ...PLAN, fromPaper: true })
    const open = {
      do: 'openMeeting',
      chair: id('an'),
      roll: [...ROSTER.people].map(({ id: person, status, duties }) => ({ person, status, duties })),
    }
    expect(story.does('an', { ...open, at: story.now + 60_000 })).toBe('timesImpossible')
    expect(story.does('an', { ...open, at: BEGIN })).toBe('meetingOpened')
    expect(story.does('an', { do: 'closeMeeting', at: BEGIN })).toBe('timesImpossible')
    expect(story.does('an', { do: 'closeMeeting', at: story.now + 60_000 })).toBe('timesImpossible')
    expect(story.does('an', { do: 'closeMeeting', at: END })).toBe('meetingClosed')
    expect(Evening.begun().does('an', { do: 'closeMeeting', at: 1 })).toBe('meetingClosed')
  })

  it('[M61] what is entered later carries the time of the meeting', () => {
    const now = Date.UTC(2026, 11, 3)
    expect(momentIn(stateOf(entered()), now)).toBe(END)
    expect(momentIn(Evening.begun().meeting, now)).toBe(now)
    const story = new Story<Meeting>('meeting')
    story.does('an', { ...PLAN, fromPaper: true })
    expect(momentIn(stateOf(story), now)).toBe(now)
  })

  it('[Q1–Q5] its votes are counted like those of every meeting', () => {
    const story = entered()
    const put = {
      ...{ do: 'putToVote', id: 'vote-0001', item: null, about: { what: 'agenda' }, majority: 'ordinary' },
      ...{ form: 'hands', present: [id('an'), id('binh'), id('dung')], amendments: [], at: END },
    }
    expect(story.does('an', put)).toBe('putToVote')
    const count = { do: 'enterCount', vote: 'vote-0001', against: 0, other: 0, at: END }
    story.does('an', { ...count, id: 'count-0001', for: 4, instead: [] })
    const result = () => {
      const [vote] = stateOf(story).votes
      return vote && resultOf(vote, stateOf(story)).is
    }
    expect(result()).toBe('overcounted')
    story.does('an', { ...count, id: 'count-0002', for: 3, instead: ['count-0001'] })
    expect(result()).toBe('carried')
  })

  it('[M63] has its pages attached, added and taken off later; no other meeting has pages', () => {
    const story = entered()
    expect(story.does('binh', { do: 'putPage', page: page(1) })).toBe('pagePut')
    expect(story.does('binh', { do: 'putPage', page: page(1) })).toBe('')
    expect(story.does('an', { do: 'putPage', page: page(2, 2_000_000) })).toBe('tooLarge')
    expect(story.does('cuc', { do: 'putPage', page: page(2) })).toBe('notAllowed')
    expect(meetingRules.attachments?.(stateOf(story)).map(({ id: file }) => file[0])).toEqual(['1'])
    expect(story.does('an', { do: 'removePage', page: page(1).file.id })).toBe('pageRemoved')
    expect(stateOf(story).pages).toEqual([])
    expect(new Evening().does('an', { do: 'putPage', page: page(1) })).toBe('notInThisState')
  })

  it('[M64] times stated wrongly are stated again; it is not reopened', () => {
    const story = entered()
    const times = { do: 'restateTimes', startsAt: '2026-11-03T19:00', begin: BEGIN - 1_800_000, end: END }
    expect(story.does('cuc', times)).toBe('notAllowed')
    expect(story.does('an', { ...times, end: BEGIN - 1_800_000 })).toBe('timesImpossible')
    expect(story.does('an', { ...times, end: story.now + 60_000 })).toBe('timesImpossible')
    expect(story.does('an', times)).toBe('timesRestated')
    expect(story.does('an', times)).toBe('')
    expect(stateOf(story)).toMatchObject({
      startsAt: '2026-11-03T19:00',
      course: { is: 'closed', at: BEGIN - 1_800_000, closedAt: END },
    })
    expect(story.does('an', { do: 'reopenMeeting', at: story.now })).toBe('notInThisState')
    expect(Evening.begun().does('an', times)).toBe('notInThisState')
  })

  it('[G20] points for its times are taken only with a reason', () => {
    const story = entered()
    const mark = { do: 'markScore', sub: '1.1', points: 5, at: END }
    expect(story.does('an', mark)).toBe('reasonMissing')
    expect(story.does('an', { ...mark, reason: 'Sổ ghi 19 giờ 30 đến 21 giờ 05' })).toBe('scoreMarked')
    expect(story.does('an', { ...mark, points: null })).toBe('scoreMarked')
    expect(story.does('an', { ...mark, sub: '4.2' })).toBe('scoreMarked')
    expect(Evening.begun().does('an', mark)).toBe('scoreMarked')
  })
})
