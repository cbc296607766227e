import { expect, it } from 'vitest'
import { privateWordsIn } from './private-words.ts'

const people = ['Lê An', 'Phạm Thế Khải'].map((name, i) => ({
  ...{ id: `person-000${i}`, name, status: 'official' as const, duties: [] },
}))
const found = (text: string) => privateWordsIn(text, { people }).map(({ is, words }) => `${is} ${words}`)

it('[A8] finds names of the roster, whole and in any writing', () => {
  expect(found('Gặp đồng chí PHẠM THẾ  KHẢI, hoặc đ/c Lê An.')).toEqual(['name Lê An', 'name Phạm Thế Khải'])
  expect(found('Cháu Lê Anh và ông Khải')).toEqual([])
  expect(found('Phạm Thế Khải'.normalize('NFD'))).toEqual(['name Phạm Thế Khải'])
})

it('[A8] finds telephone numbers and numbers as long as a card', () => {
  expect(found('Gọi 0912 345 678 hoặc +84 912.345.678, số 034087001234')).toEqual([
    'phone 0912 345 678',
    'phone +84 912.345.678',
    'number 034087001234',
  ])
  expect(found('ngày 05/12/2026, 1.200.000 đồng, 640 m, 2026-12-05')).toEqual([])
})

it('[A8] without a roster still finds numbers', () => {
  expect(privateWordsIn('0912345678', null)).toEqual([{ is: 'phone', words: '0912345678' }])
})
