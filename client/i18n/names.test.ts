import { describe, expect, it } from 'vitest'
import { byGivenName, isFoundIn, plain } from './names.ts'

describe('Vietnamese names', () => {
  it('are ordered by the given name, then by the whole name', () => {
    const names = [
      'Nguyễn Thị Lan',
      'Trần Văn An',
      'Lê Thị Mai',
      'Đỗ Văn Ân',
      'Bùi Thị Lan',
      'Phạm Đức Đạt',
      'Hà Thị Dung',
    ]
    const sorted = names.map((name) => ({ name })).sort(byGivenName)
    expect(sorted.map((p) => p.name)).toEqual([
      'Trần Văn An',
      'Đỗ Văn Ân',
      'Hà Thị Dung',
      'Phạm Đức Đạt',
      'Bùi Thị Lan',
      'Nguyễn Thị Lan',
      'Lê Thị Mai',
    ])
  })

  it('are found without tone marks', () => {
    expect(plain('Đặng Thị Ước')).toBe('dang thi uoc')
    expect(isFoundIn('Nguyễn Thị Phương Lan', 'phuong la')).toBe(true)
    expect(isFoundIn('Nguyễn Thị Phương Lan', 'lan nguyễn')).toBe(true)
    expect(isFoundIn('Nguyễn Thị Phương Lan', 'hoa')).toBe(false)
    expect(isFoundIn('Nguyễn Thị Phương Lan', ' ')).toBe(true)
  })
})
