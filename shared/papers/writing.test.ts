import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateWords,
  draftLine,
  ended,
  hourWords,
  itemLetter,
  numberLine,
  openPlaces,
  spelled,
} from './writing.ts'

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)

describe('how papers are written', () => {
  it('[Y1] letters are those of papers, with đ and without f, j, w, z; after y it begins with two', () => {
    expect(Array.from({ length: 10 }, (_, i) => itemLetter(i + 1)).join(' ')).toBe('a b c d đ e g h i k')
    expect([itemLetter(23), itemLetter(24), itemLetter(46), itemLetter(47)]).toEqual(['y', 'aa', 'yy', 'aaa'])
  })

  it(`[Y1] no two lines have the same letter, seed ${SEED}`, () => {
    const pair = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(pair, ([a = 1, b = 2]) => {
        expect(itemLetter(a)).not.toBe(itemLetter(b))
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('[Y2] a number has no colon and two digits below ten', () => {
    expect(numberLine({ no: 5, type: 'NQ' })).toBe('Số 05-NQ/CB')
    expect(numberLine({ no: 12, type: 'KL' })).toBe('Số 12-KL/CB')
    expect(numberLine({ no: 120, type: 'QD' })).toBe('Số 120-QĐ/CB')
  })

  it('[Y3] days below ten and the months 1 and 2 have a leading zero, the others not', () => {
    expect(dateWords('2026-02-03')).toBe('ngày 03 tháng 02 năm 2026')
    expect(dateWords('2026-12-13')).toBe('ngày 13 tháng 12 năm 2026')
    expect(dateWords('2026-03-01')).toBe('ngày 01 tháng 3 năm 2026')
  })

  it('[Y4] [Y5] [Y6] spelling, end, draft', () => {
    expect(spelled('Đảng uỷ xã, ỦY BAN, UỶ BAN')).toBe('Đảng ủy xã, ỦY BAN, ỦY BAN')
    expect([ended('Lưu Chi bộ'), ended('Lưu Chi bộ./.'), ended('Lưu Chi bộ.')]).toEqual(
      Array(3).fill('Lưu Chi bộ.'),
    )
    expect([draftLine(1), draftLine(3), draftLine(0)]).toEqual([
      'Dự thảo lần 1',
      'Dự thảo lần 3',
      'Dự thảo lần 1',
    ])
  })

  it('[Y13] places left open are counted, a date once', () => {
    const line = (text: string) => ({ part: 'block' as const, kind: null, depth: 0, runs: [{ text }] })
    expect(openPlaces([line('Hôm nay, ngày …/…/…, tại …, chi bộ họp.'), line('Có mặt: 19.')])).toBe(2)
    expect(openPlaces([])).toBe(0)
  })

  it('hours as they are spoken', () => {
    expect([
      hourWords('2026-12-03T19:30'),
      hourWords('2026-12-03T21:00'),
      hourWords('2026-12-03T08:05'),
    ]).toEqual(['19 giờ 30 phút', '21 giờ', '8 giờ 05 phút'])
  })
})
