import { describe, expect, it } from 'vitest'
import type { NumberRegister } from '#shared/records/numbers.ts'
import { reasonsOf, type OwnReason, type Reasons } from '#shared/records/reasons.ts'
import { numbersRules } from './numbers.ts'
import { NAMES, Story } from './people.fixture.ts'
import { ownReasonRules, reasonsRules } from './reasons.ts'

const TAKE = { do: 'takeNumber', record: 'record-0007', type: 'NQ', term: '2025-2027', no: 5 }

describe('the number register', () => {
  it('[P45] numbers are given by secretary and deputy', () => {
    expect(NAMES.filter((name) => new Story('numbers').asks(name, TAKE).ok)).toEqual(['an', 'binh'])
  })

  it('[V9] a number belongs to one paper of its type in a term; who comes second is told and keeps his paper', () => {
    const register = new Story<NumberRegister>('numbers')
    expect(register.does('an', TAKE)).toBe('numberTaken')
    expect(register.does('an', TAKE)).toBe('')
    expect(register.asks('binh', { ...TAKE, record: 'record-0008' })).toEqual({
      ok: false,
      refusal: 'numberTaken',
    })
    expect(register.does('binh', { ...TAKE, record: 'record-0008', no: 6 })).toBe('numberTaken')
    expect(register.does('binh', { ...TAKE, record: 'record-0009', type: 'KL' })).toBe('numberTaken')
    expect(register.does('binh', { ...TAKE, record: 'record-0010', term: '2027-2029' })).toBe('numberTaken')
    expect(register.does('an', { ...TAKE, no: 9 })).toBe('alreadyExists')
    const row = numbersRules.project('paper-numbers', register.state as NumberRegister, 1, null)
    expect(row).toMatchObject({ taken: [{ no: 5 }, { no: 6 }, { type: 'KL' }, { term: '2027-2029' }] })
  })

  it('[V9] given back it can be taken again', () => {
    const register = new Story<NumberRegister>('numbers')
    register.does('an', TAKE)
    expect(register.does('an', { ...TAKE, do: 'giveNumberBack', record: 'record-0008' })).toBe('')
    expect(register.does('an', { ...TAKE, do: 'giveNumberBack' })).toBe('numberGivenBack')
    expect(register.does('binh', { ...TAKE, record: 'record-0008' })).toBe('numberTaken')
  })
})

describe('reasons of absence', () => {
  const MEETING = 'meeting-0001'
  const NOTE = { do: 'noteReason', meeting: MEETING, person: 'dung-person', text: 'Đi viện huyện' }
  const GIVE = { do: 'giveReason', meeting: MEETING, text: 'Con ốm, phải trông' }
  const story = () => new Story<Reasons>('reasons', reasonsOf(MEETING))

  it('[P53] [M24] are noted by the office, in the office, and taken out again', () => {
    expect(NAMES.filter((name) => story().asks(name, NOTE).ok)).toEqual(['an', 'binh', 'cuc'])
    const reasons = story()
    reasons.does('an', NOTE)
    expect(reasons.does('binh', NOTE)).toBe('')
    expect(reasons.does('an', { ...NOTE, meeting: 'meeting-0002' })).toBe('malformed')
    expect(reasonsRules.livesIn).toBe('office')
    expect(reasonsRules.project('reasons-01', reasons.state as Reasons, 1, null)).toMatchObject({
      reasons: { 'dung-person': 'Đi viện huyện' },
    })
    reasons.does('an', { ...NOTE, text: null })
    expect(reasons.state?.reasons).toEqual({})
  })

  it('[P84] [Z10] are given by every member for himself, or entered for him; what the office noted tells him nothing', () => {
    expect(NAMES.filter((name) => story().asks(name, GIVE).ok)).toEqual(['an', 'binh', 'cuc', 'dung'])
    const reasons = story()
    reasons.does('an', { ...NOTE, text: GIVE.text })
    expect(reasons.does('dung', GIVE)).toBe('reasonGiven')
    expect(reasons.does('dung', GIVE)).toBe('reasonGiven')
    expect(reasons.does('dung', { ...GIVE, text: 'Đi viện' }, 'cuc')).toBe('reasonGiven')
    expect(reasons.state?.reasons).toEqual({ 'dung-person': GIVE.text, 'cuc-person': 'Đi viện' })
    expect(reasons.does('dung', NOTE, 'cuc')).toBe('notForAnother')
  })

  it('[Z11] go back to whoever gave one as his own copy, also when it was entered for him', () => {
    const reasons = story()
    reasons.does('dung', GIVE, 'cuc')
    reasons.does('an', NOTE)
    const copies = reasons.events.flatMap((e) => reasonsRules.react?.(e, reasons.state as Reasons) ?? [])
    expect(copies).toEqual([
      {
        ...{ do: 'append', scope: 'own/cuc-person', kind: 'ownReason', record: reasonsOf(MEETING) },
        event: {
          ...{ type: 'ownReasonGiven', v: 1 },
          data: { meeting: MEETING, text: GIVE.text, by: 'dung-person' },
        },
      },
    ])
    const own = new Story<OwnReason>('ownReason')
    expect(own.does('an', GIVE)).toBe('unknownCommand')
    own.happened('ownReasonGiven', copies[0]?.do === 'append' ? copies[0].event.data : null)
    expect(ownReasonRules.project('own-00001', own.state as OwnReason, 1, null)).toMatchObject({
      text: GIVE.text,
    })
  })
})
