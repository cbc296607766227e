import { describe, expect, it } from 'vitest'
import { linesWithin, sizeThatFits } from './card-lines.ts'

/** Every letter is ten wide, so a width of 100 holds ten. */
const measure = (text: string) => [...text].length * 10
const lines = (text: string, width: number, most = 9) => linesWithin(text, measure, { width, most })

describe('[A13] words on the card', () => {
  it('break between words, never inside one that fits', () => {
    expect(lines('Họp dân khu Đồng Mít về làm đường', 120)).toEqual([
      'Họp dân khu',
      'Đồng Mít về',
      'làm đường',
    ])
    expect(lines('  Họp \n dân ', 120)).toEqual(['Họp dân'])
    expect(lines('', 120)).toEqual([])
  })

  it('end in a sign when there is no room for more', () => {
    expect(lines('Họp dân khu Đồng Mít về làm đường', 120, 2)).toEqual(['Họp dân khu', 'Đồng Mít về…'])
    expect(lines('Họp', 120, 1)).toEqual(['Họp'])
  })

  it('a word longer than a line is cut, whole letters', () => {
    expect(lines('🌾'.repeat(20), 100)).toEqual([`${'🌾'.repeat(9)}…`])
  })

  it('are as large as they can be whole, else small and cut', () => {
    const at = (size: number, text: string) =>
      linesWithin(text, (words) => words.length * size, { width: 600, most: 2 })
    const sizes = [60, 40, 20]
    expect(sizeThatFits(sizes, (size) => at(size, 'Họp dân'))).toEqual({ size: 60, lines: ['Họp dân'] })
    expect(sizeThatFits(sizes, (size) => at(size, 'Họp dân khu Đồng Mít')).size).toBe(40)
    const long = sizeThatFits(sizes, (size) => at(size, 'Họp dân '.repeat(20)))
    expect([long.size, long.lines.at(-1)?.endsWith('…')]).toEqual([20, true])
  })
})
