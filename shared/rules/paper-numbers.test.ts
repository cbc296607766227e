import { expect, it } from 'vitest'
import type { PaperNumber } from '#shared/records/adoption.ts'
import { nextNumber, termOn } from './paper-numbers.ts'

const taken = (no: number, type: PaperNumber['type'], term = '2025-2027'): PaperNumber => {
  return { no, type, term, record: `record-${no}`, by: 'an-person', at: 0 }
}

it('[V8] numbers of one type run through one term, each term from one', () => {
  const register = [taken(4, 'NQ'), taken(7, 'NQ'), taken(9, 'KL'), taken(12, 'NQ', '2022-2025')]
  expect(nextNumber(register, 'NQ', '2025-2027')).toBe(8)
  expect(nextNumber(register, 'KL', '2025-2027')).toBe(10)
  expect(nextNumber(register, 'BB', '2025-2027')).toBe(1)
  expect(nextNumber(register, 'NQ', '2027-2030')).toBe(1)
})

it('[V8] a day lies in the term that began last', () => {
  expect(['2024-06-01', '2025-01-01', '2026-12-03', '2027-05-01', '2031-01-01'].map(termOn)).toEqual([
    '2022-2025',
    '2025-2027',
    '2025-2027',
    '2027-2030',
    '2030-2032',
  ])
})
