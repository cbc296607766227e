import { expect, it } from 'vitest'
import type { RosterPerson } from '#shared/records/person.ts'
import type { Roster } from '#shared/records/roster.ts'
import { slipPages } from './slip-pages.ts'

const person = (name: string): RosterPerson => ({
  id: `${name}-person`,
  name,
  status: 'official',
  duties: [],
})
const roster = (name: string, people: RosterPerson[]): Roster => ({
  ...{ lineage: 'dong-0001', version: 1, issuedAt: 0, people },
  unit: { kind: 'cell', id: name, name, cellKind: 'village', parent: 'xa-thanh-moc' },
})
const slipOf = ({ id }: RosterPerson) => ({ person: id, code: `code of ${id}`, link: '' })

it('[E12] slips lie cell by cell, by given name, eight on a page, and nobody has two', () => {
  const ten = [...'jihgfedcba'].map((letter) => person(`Nguyễn Văn ${letter}`))
  const both = person('Đỗ Minh An')
  const rosters = [
    roster('Khu 1', [...ten, both]),
    roster('Khu 2', [both]),
    roster('Khu 3', [person('Lê Mai')]),
  ]
  const pages = slipPages([...ten, both].map(slipOf), rosters)
  expect(pages.map((p) => [p.cell, p.page, p.pages, p.all, p.slips.length])).toEqual([
    ['Khu 1', 1, 2, 11, 8],
    ['Khu 1', 2, 2, 11, 3],
  ])
  expect(pages[0]?.slips.map((s) => s.person.name).slice(0, 3)).toEqual([
    'Nguyễn Văn a',
    'Đỗ Minh An',
    'Nguyễn Văn b',
  ])
  expect(pages.flatMap((p) => p.slips).every((s) => s.code === `code of ${s.person.id}`)).toBe(true)
})
