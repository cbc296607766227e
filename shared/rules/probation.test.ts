import { describe, expect, it } from 'vitest'
import type { RosterPerson, Status } from '#shared/records/person.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { probationEnds, probationUnknown, recognitionsDue } from './probation.ts'

const person = (name: string, probationFrom?: string, status: Status = 'probationary'): RosterPerson => ({
  ...{ id: `${name}-person`, name, status, duties: [] },
  ...(probationFrom === undefined ? {} : { probationFrom }),
})
const due = (today: string, ...people: RosterPerson[]) =>
  recognitionsDue(people, today, CENTRAL_2026).map((one) => `${one.person.name} ${one.due}`)

describe('probation', () => {
  it.each([
    ['2025-12-03', '2026-12-03'],
    ['2024-02-29', '2025-02-28'],
    ['2023-02-28', '2024-02-28'],
    ['2025-01-31', '2026-01-31'],
  ])('[O5] begun on %s it ends on %s', (from, end) => {
    expect(probationEnds(from, CENTRAL_2026)).toBe(end)
  })

  it('[O5] the cell is reminded from two months ahead until he is official', () => {
    const lan = person('Lan', '2026-02-03')
    expect(due('2026-12-02', lan)).toEqual([])
    expect(due('2026-12-03', lan)).toEqual(['Lan 2027-02-03'])
    expect(due('2027-04-01', lan)).toEqual(['Lan 2027-02-03'])
    expect(due('2027-02-01', person('Lan', '2026-02-03', 'official'))).toEqual([])
    expect(due('2027-02-01', person('Lan'))).toEqual([])
  })

  it('[O5] of whom no beginning is known is named instead of passed over', () => {
    const people = [person('Lan', '2026-02-03'), person('Hoa'), person('Minh', undefined, 'official')]
    expect(probationUnknown(people).map(({ name }) => name)).toEqual(['Hoa'])
  })

  it('[O5] over the turn of a year and at the end of a short month', () => {
    expect(due('2026-12-31', person('Lan', '2026-02-28'))).toEqual(['Lan 2027-02-28'])
    expect(due('2026-12-31', person('Lan', '2026-03-01'))).toEqual([])
  })

  it('[O5] whose day comes first stands first', () => {
    expect(
      due(
        '2027-02-01',
        person('Minh', '2026-03-19'),
        person('Lan', '2026-02-03'),
        person('Hoa', '2026-03-19'),
      ),
    ).toEqual(['Lan 2027-02-03', 'Minh 2027-03-19', 'Hoa 2027-03-19'])
  })
})
