import { describe, expect, it } from 'vitest'
import type { RosterPerson } from '#shared/records/person.ts'
import type { Roster } from '#shared/records/roster.ts'
import { dutyChanges, leadOf } from './duty-choice.ts'
import { sectionsOf } from './sections.ts'

const person = (id: string, name: string, more: Partial<RosterPerson> = {}): RosterPerson => ({
  id,
  name,
  status: 'official',
  duties: [],
  ...more,
})
const PEOPLE = [
  person('lan', 'Nguyễn Thị Lan', { duties: ['deputy', 'committee'] }),
  person('tam', 'Hà Văn Tâm', { duties: ['committee', 'secretary'] }),
  person('hung', 'Đinh Công Hùng', { duties: ['committee'] }),
  person('mai', 'Lê Thị Mai', { status: 'probationary' }),
  person('hoa', 'Trần Văn Hòa'),
  person('an', 'Nguyễn Đức An'),
]
const roster: Roster = {
  lineage: 'lineage-1',
  version: 1,
  issuedAt: 0,
  unit: { kind: 'cell', id: 'cell-0001', name: 'Chi bộ', cellKind: 'village', parent: 'commune-1' },
  people: PEOPLE,
}
const found = (typed: string) => sectionsOf(PEOPLE, typed).map((s) => [s.name, ...s.people.map((p) => p.id)])

describe('a roster on screen', () => {
  it('stands in sections, office holders by duty, others by given name', () => {
    expect(found('')).toEqual([
      ['office', 'tam', 'lan', 'hung'],
      ['official', 'an', 'hoa'],
      ['probationary', 'mai'],
    ])
  })

  it('is searched without tone marks', () => {
    expect(found('hoa')).toEqual([['official', 'hoa']])
    expect(found('le mai')).toEqual([['probationary', 'mai']])
  })
})

describe('naming a secretary', () => {
  it('takes the duty from whoever had it, and nothing else', () => {
    expect(dutyChanges(roster, 'lan', 'secretary', true)).toEqual([
      { person: 'tam', duties: ['committee'] },
      { person: 'lan', duties: ['secretary', 'committee'] },
    ])
  })

  it('changes one person alone where nobody gives anything up', () => {
    expect(dutyChanges(roster, 'hoa', 'none', true)).toEqual([{ person: 'hoa', duties: ['committee'] }])
    expect(PEOPLE.map(leadOf)).toEqual(['deputy', 'secretary', 'none', 'none', 'none', 'none'])
  })
})
