import { describe, expect, it } from 'vitest'
import { readPasted } from './paste.ts'

const rules = { known: [], mayNameDuties: true, most: 200 }
const people = (text: string, changed = {}) => readPasted(text, { ...rules, ...changed })

describe('a pasted list', () => {
  it('is one person a line', () => {
    expect(people('Nguyễn Thị Lan\nTrần Văn Hòa')).toMatchObject([
      { line: 1, person: { name: 'Nguyễn Thị Lan', status: 'official', duties: [] } },
      { line: 2, person: { name: 'Trần Văn Hòa' } },
    ])
  })

  it('may say status, duty and birth year in any order, by tab, comma or semicolon', () => {
    expect(people('Lê Thị Mai; 1998; Dự bị')[0]).toMatchObject({
      person: { status: 'probationary', birthYear: 1998 },
    })
    expect(people('Hà Văn Tâm\tBí thư\tchi ủy viên')[0]).toMatchObject({
      person: { duties: ['secretary', 'committee'] },
    })
    expect(people('Đỗ Văn Minh, miễn sinh hoạt, 12/03/1941')[0]).toMatchObject({
      person: { status: 'exempt', birthYear: 1941 },
    })
  })

  it('understands words without tone marks', () => {
    expect(people('Le Thi Mai, du bi')[0]).toMatchObject({ person: { status: 'probationary' } })
  })

  it('leaves out numbers, empty lines and the heading', () => {
    const lines = people('STT\tHọ và tên\tChức vụ\n\n1\tNguyễn Thị Lan\n2. Trần Văn Hòa\n 3) Lê Thị Mai')
    expect(lines.map((l) => 'person' in l && l.person.name)).toEqual([
      'Nguyễn Thị Lan',
      'Trần Văn Hòa',
      'Lê Thị Mai',
    ])
    expect(lines.map((l) => l.line)).toEqual([3, 4, 5])
  })

  it('says which word of a line it does not understand', () => {
    expect(people('Nguyễn Thị Lan, tổ trưởng')).toMatchObject([
      { line: 1, bad: 'unknownWord', word: 'tổ trưởng' },
    ])
  })

  it('says that a line has no name', () => {
    expect(people('Lan\n0987654321 gọi sau')).toMatchObject([{ bad: 'noName' }, { bad: 'noName' }])
  })

  it('names who is already there and who stands twice, unless a birth year tells them apart', () => {
    const known = [{ name: 'Nguyễn Thị Lan' }]
    expect(people('Nguyễn Thị Lan', { known })).toMatchObject([{ bad: 'alreadyThere' }])
    expect(people('Nguyễn Thị Lan, 1980', { known })).toMatchObject([{ person: { birthYear: 1980 } }])
    expect(people('Lê Thị Mai\nLê Thị Mai\nLê Thị Mai, 1970')).toMatchObject([
      { person: {} },
      { bad: 'twice' },
      { person: { birthYear: 1970 } },
    ])
  })

  it('keeps duties for those who may name them', () => {
    expect(people('Hà Văn Tâm, bí thư', { mayNameDuties: false })).toMatchObject([
      { bad: 'dutyNotYours', word: 'bí thư' },
    ])
  })

  it('takes no more than one command carries', () => {
    expect(people('Lê Văn An\nLê Văn Bình', { most: 1 })).toMatchObject([{ person: {} }, { bad: 'tooMany' }])
  })
})
