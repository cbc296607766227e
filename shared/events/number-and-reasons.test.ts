import { describe, expect, it } from 'vitest'
import type { NumberRegister } from '#shared/records/numbers.ts'
import type { Reasons } from '#shared/records/reasons.ts'
import { numbersRules } from './numbers.ts'
import { NAMES, Story } from './people.fixture.ts'
import { reasonsRules } from './reasons.ts'

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
  const NOTE = { do: 'noteReason', meeting: 'meeting-0001', person: 'dung-person', text: 'Đi viện huyện' }
  it('[P53] [M24] are noted by the office, in the office, and taken out again', () => {
    expect(NAMES.filter((name) => new Story('reasons').asks(name, NOTE).ok)).toEqual(['an', 'binh', 'cuc'])
    const reasons = new Story<Reasons>('reasons')
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
})
