import { describe, expect, it } from 'vitest'
import { contradictionsIn } from '#shared/rules/meeting/contradictions.ts'
import { chairOf, currentItem } from '#shared/rules/meeting/course.ts'
import { inTheRoom, presentIn } from '#shared/rules/meeting/presence.ts'
import { NAMES } from '#shared/events/people.fixture.ts'
import { AT, Evening, id, OPEN, ROLL } from './evening.fixture.ts'

const MINUTE = 60_000

describe('the course of a meeting', () => {
  it('[P39] is opened by secretary, deputy or committee, with one of them in the chair', () => {
    expect(NAMES.filter((name) => new Evening().asks(name, OPEN).ok)).toEqual(['an', 'binh', 'cuc'])
    expect(new Evening().does('an', { ...OPEN, chair: id('dung') })).toBe('notAllowed')
    expect(new Evening().does('an', { ...OPEN, chair: id('cuc') })).toBe('meetingOpened')
  })

  it('[P40] is run by secretary, deputy and whoever chairs', () => {
    const close = { do: 'closeMeeting', at: AT }
    expect(NAMES.filter((name) => Evening.begun().asks(name, close).ok)).toEqual(['an', 'binh'])
    const evening = new Evening()
    evening.does('an', { ...OPEN, chair: id('cuc') })
    expect(evening.does('cuc', close)).toBe('meetingClosed')
  })

  it('[P41] attendance is taken by them and by the minute-taker', () => {
    const mark = {
      do: 'markAttendance',
      id: 'entry-0001',
      person: id('an'),
      is: 'present',
      at: AT,
      instead: [],
    }
    expect(NAMES.filter((name) => Evening.begun().asks(name, mark).ok)).toEqual(['an', 'binh', 'dung'])
  })

  it('[M13] the last one who took the chair chairs, and who chaired before may still enter', () => {
    const evening = Evening.begun()
    evening.does('binh', { do: 'takeChair', person: id('binh'), at: AT + MINUTE })
    expect(chairOf(evening.meeting)).toBe(id('binh'))
    expect(evening.does('an', { do: 'takeUpItem', item: 'item-0001', at: AT })).toBe('itemTakenUp')
    expect(evening.does('dung', { do: 'takeChair', person: id('dung'), at: AT })).toBe('notAllowed')
  })

  it('[M14] taking up an item leaves the one before; a clock that runs behind makes no negative time', () => {
    const evening = Evening.begun()
    evening.does('an', { do: 'takeUpItem', item: 'item-0001', at: AT + 10 * MINUTE })
    evening.does('binh', { do: 'takeUpItem', item: 'item-0002', at: AT + 5 * MINUTE })
    expect(evening.does('an', { do: 'takeUpItem', item: 'item-0002', at: AT + 20 * MINUTE })).toBe('')
    expect(currentItem(evening.meeting)).toBe('item-0002')
    expect(evening.does('an', { do: 'leaveItem', item: 'item-0001', at: AT })).toBe('')
    expect(evening.meeting.turns).toEqual([
      { item: 'item-0001', from: AT + 10 * MINUTE, to: AT + 10 * MINUTE },
      { item: 'item-0002', from: AT + 5 * MINUTE, to: null },
    ])
    evening.does('an', { do: 'closeMeeting', at: AT + 90 * MINUTE })
    expect(currentItem(evening.meeting)).toBeNull()
  })

  it('[M15] opened by two at once, it has one course, and both are told', () => {
    const evening = new Evening()
    evening.does('an', OPEN)
    expect(evening.does('an', OPEN)).toBe('')
    expect(evening.does('binh', { ...OPEN, chair: id('binh'), at: AT + MINUTE })).toBe('meetingOpened')
    expect(evening.meeting.course).toMatchObject({ is: 'running', at: AT, chair: id('an') })
    expect(chairOf(evening.meeting)).toBe(id('an'))
    expect(contradictionsIn(evening.meeting)).toEqual([{ about: 'opening' }])
  })

  it('[M16] a roll that is not the roster is taken, and says so', () => {
    const evening = new Evening()
    evening.does('an', { ...OPEN, roll: ROLL.map((one) => ({ ...one, status: 'temporarilyOut' })) })
    expect(contradictionsIn(evening.meeting)).toEqual([{ about: 'roll' }])
    expect(contradictionsIn(Evening.begun().meeting)).toEqual([])
  })

  it('[M19] what was seen is taken in whatever state the meeting is', () => {
    const evening = new Evening()
    evening.marks('an', 'dung', 'present')
    evening.does('an', OPEN)
    evening.does('an', { do: 'closeMeeting', at: AT })
    evening.marks('binh', 'cuc', 'late')
    expect(presentIn(evening.meeting, ROLL)).toEqual([id('cuc'), id('dung')])
  })

  it('[M20] [M21] who left early was present and is not in the room, who was not marked was not there', () => {
    const evening = Evening.begun()
    evening.marks('an', 'an', 'present')
    evening.marks('an', 'binh', 'late')
    evening.marks('an', 'cuc', 'leftEarly')
    evening.marks('an', 'dung', 'excused')
    expect(presentIn(evening.meeting, ROLL)).toEqual([id('an'), id('binh'), id('cuc')])
    expect(inTheRoom(evening.meeting, ROLL)).toEqual([id('an'), id('binh')])
  })

  it('[M22] a phone handed from chair to minute-taker and back is written down, to nobody else', () => {
    const evening = Evening.begun()
    expect(evening.does('an', { do: 'handPhone', to: id('dung'), at: AT })).toBe('phoneHanded')
    expect(evening.does('an', { do: 'handPhone', to: id('cuc'), at: AT })).toBe('notFound')
    expect(evening.meeting.hands).toEqual([{ device: 'an-phone', to: id('dung'), at: AT }])
  })

  it('closed by mistake it is opened again as it was', () => {
    const evening = Evening.begun()
    const before = evening.meeting.course
    evening.does('an', { do: 'closeMeeting', at: AT + 90 * MINUTE })
    expect(evening.does('an', { do: 'closeMeeting', at: AT + 91 * MINUTE })).toBe('')
    evening.does('an', { do: 'reopenMeeting', at: AT + 92 * MINUTE })
    expect(evening.meeting.course).toEqual(before)
  })
})

describe('[M11] [M12] what phones said differently', () => {
  it('stands side by side until somebody who saw both says how it was', () => {
    const evening = Evening.begun()
    const first = evening.marks('an', 'cuc', 'excused')
    const second = evening.marks('dung', 'cuc', 'late')
    expect(contradictionsIn(evening.meeting)).toEqual([{ about: 'attendance', person: id('cuc') }])
    expect(evening.meeting.attendance[id('cuc')]?.map(({ is }) => is)).toEqual(['excused', 'late'])
    evening.marks('an', 'cuc', 'late', [first, second])
    expect(contradictionsIn(evening.meeting)).toEqual([])
    expect(presentIn(evening.meeting, ROLL)).toEqual([id('cuc')])
  })

  it('is no contradiction where they said the same', () => {
    const evening = Evening.begun()
    evening.marks('an', 'cuc', 'present')
    evening.marks('dung', 'cuc', 'present')
    expect(contradictionsIn(evening.meeting)).toEqual([])
  })

  it('counts, fees and conclusions likewise', () => {
    const evening = Evening.begun()
    const vote = {
      id: 'vote-0001',
      item: null,
      about: { what: 'agenda' },
      majority: 'ordinary',
      form: 'hands',
    }
    evening.does('an', { do: 'putToVote', ...vote, present: [id('an')], amendments: [], at: AT })
    const count = { do: 'enterCount', vote: 'vote-0001', against: 0, other: 0, at: AT, instead: [] }
    evening.does('an', { ...count, id: 'entry-0101', for: 3 })
    evening.does('dung', { ...count, id: 'entry-0102', for: 4 })
    evening.does('an', { do: 'noteFees', id: 'entry-0103', paid: 4, of: 4, at: AT, instead: [] })
    evening.does('dung', { do: 'noteFees', id: 'entry-0104', paid: 3, of: 4, at: AT, instead: [] })
    const conclusion = { do: 'concludeItem', item: 'item-0001', at: AT, instead: [] }
    evening.does('an', { ...conclusion, id: 'entry-0105', text: 'Nhất trí' })
    evening.does('dung', { ...conclusion, id: 'entry-0106', text: 'Nhất trí cao' })
    expect(contradictionsIn(evening.meeting)).toEqual([
      { about: 'count', vote: 'vote-0001' },
      { about: 'fees' },
      { about: 'conclusion', item: 'item-0001' },
    ])
  })
})
