import { describe, expect, it } from 'vitest'
import type { PresentView } from '#client/data/views.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import { companyWords, firstWords } from './company-words.ts'

const person = (id: string, name: string): RosterPerson => ({ id, name, status: 'official', duties: [] })
const PEOPLE = [
  person('me', 'Hà Văn Tâm'),
  person('lan', 'Nguyễn Thị Phương Lan'),
  person('hoa', 'Trần Văn Hòa'),
  person('mai-1', 'Lê Thị Mai'),
  person('mai-2', 'Đỗ Thị Mai'),
  person('an', 'Nguyễn Văn An'),
]
const around = {
  me: 'me',
  people: PEOPLE,
  wordsAt: (name: string) => (name === '7:3' ? 'Rà soát 4 hộ cận nghèo…' : null),
}
const at = (id: string, place?: string): PresentView => ({
  person: id,
  ...(place ? { at: place } : {}),
})

describe('who else writes, in words', () => {
  it('nobody: nothing is said', () => expect(companyWords([], around)).toBeNull())

  it('one comrade, by the name everybody calls her, and where she is', () => {
    expect(companyWords([at('lan', '7:3')], around)).toEqual({
      who: 'Đ/c Lan đang cùng soạn',
      where: ['Đ/c Lan ở đoạn “Rà soát 4 hộ cận nghèo…”'],
    })
  })

  it('a place that is not on this phone yet is not guessed', () => {
    expect(companyWords([at('lan', '9:9'), at('hoa')], around)).toEqual({
      who: 'Đ/c Lan, đ/c Hòa đang cùng soạn',
      where: [],
    })
  })

  it('two who are called alike are named in full', () => {
    expect(companyWords([at('mai-2')], around)?.who).toBe('Đ/c Đỗ Thị Mai đang cùng soạn')
  })

  it('two phones of one comrade are one comrade, and my own other phone is said to be mine', () => {
    expect(companyWords([at('lan'), at('lan')], around)?.who).toBe('Đ/c Lan đang cùng soạn')
    expect(companyWords([at('me')], around)?.who).toContain('Máy khác của đồng chí')
    expect(companyWords([at('me'), at('lan')], around)?.who).toBe('Đ/c Lan đang cùng soạn')
  })

  it('whoever the roster of this phone does not know has no name', () => {
    expect(companyWords([at('stranger')], around)?.who).toBe('Một đồng chí khác đang cùng soạn')
  })

  it('many are counted, and nobody’s place is said', () => {
    const all = PEOPLE.slice(1).map(({ id }) => at(id, '7:3'))
    const words = companyWords(all, around)
    expect(words?.who).toBe(
      'Đ/c Lan, đ/c Hòa, đ/c Lê Thị Mai, đ/c Đỗ Thị Mai và 1 đồng chí khác đang cùng soạn',
    )
    expect(words?.where).toEqual([])
  })
})

describe('the first words of a part', () => {
  it('are cut where a word ends', () => {
    expect(firstWords('Vận động nhân dân hoàn thành tuyến đường nội đồng')).toBe(
      'Vận động nhân dân hoàn thành…',
    )
    expect(firstWords('  Chi bộ\u00a0 họp. ')).toBe('Chi bộ họp.')
    expect(firstWords('x'.repeat(60))).toHaveLength(29)
    expect(firstWords(' ')).toBeNull()
  })
})
