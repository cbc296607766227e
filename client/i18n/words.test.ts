import { afterEach, describe, expect, it } from 'vitest'
import { countdownText, monthAfter, sizeText } from './days-and-amounts.ts'
import { briefText, spanText, whenText } from './dates.ts'
import { shell } from './vi/shell.ts'
import { fill, speak, wordsOf } from './words.ts'

afterEach(() => speak('vi'))

describe('words', () => {
  it('take parameters', () => {
    expect(wordsOf('shell', shell)('waitingSince', { n: 3, age: '2 ngày' })).toBe(
      'Chờ gửi: 3 mục (lâu nhất 2 ngày)',
    )
  })

  it('have one form in Vietnamese and two in English', () => {
    expect(fill('{n} item | {n} items', { n: 1 }, 'en')).toBe('1 item')
    expect(fill('{n} item | {n} items', { n: 3 }, 'en')).toBe('3 items')
  })

  it('change with the language, at once', async () => {
    const t = wordsOf('shell', shell)
    await speak('en')
    expect(t('today')).toBe('Today')
    await speak('vi')
    expect(t('today')).toBe('Hôm nay')
  })
})

describe('dates', () => {
  const at = new Date(2026, 11, 3, 14, 5).getTime()

  it('are written day first', () => {
    expect(whenText('2026-12-03T19:30')).toBe('19:30, thứ Năm, 03/12/2026')
    expect(whenText('2026-12-06')).toBe('Chủ nhật, 06/12/2026')
  })

  it('are brief where there is little room', () => {
    expect(briefText(at, at + 3_600_000)).toBe('14:05')
    expect(briefText(at, at + 2 * 86_400_000)).toBe('03/12')
    expect(briefText(at, at + 60 * 86_400_000)).toBe('03/12/2026')
  })

  it('tell spans in their largest unit', () => {
    expect([spanText(20_000), spanText(5 * 60_000), spanText(7_200_000), spanText(172_800_000)]).toEqual([
      'dưới 1 phút',
      '5 phút',
      '2 giờ',
      '2 ngày',
    ])
    expect([countdownText(545_000), countdownText(-1)]).toEqual(['9:05', '0:00'])
  })

  it('step over the turn of the year', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1)]).toEqual(['2027-01', '2026-12'])
  })

  it('tell sizes in real units', () => {
    expect([sizeText(3_400_000), sizeText(2_000_000_000), sizeText(900)]).toEqual([
      '3,4 MB',
      '2,0 GB',
      '0,9 kB',
    ])
  })
})
