import { describe, expect, it } from 'vitest'
import type { Duty, RosterPerson, Status } from '#shared/records/person.ts'
import type { Roster } from '#shared/records/roster.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import { committeeIsPossible, dutiesRefusal } from './duties.ts'
import { cellsReadBy, communesLedBy, standingFrom } from './my-units.ts'
import { officialMembers } from './standing.ts'

const person = (n: number, status: Status = 'official', duties: Duty[] = []): RosterPerson => ({
  id: `nguoi-${String(n).padStart(3, '0')}`,
  name: `Người ${n}`,
  status,
  duties,
})
const many = (count: number, status: Status = 'official') =>
  Array.from({ length: count }, (_, i) => person(i, status))
const roster = (people: RosterPerson[]): Roster => ({
  lineage: 'dong-0001',
  version: 1,
  issuedAt: 0,
  unit: { kind: 'cell', id: 'khu-dong-mit', name: 'Chi bộ', cellKind: 'village', parent: 'xa-thanh-moc' },
  people,
})
const refusal = (people: RosterPerson[]) => dutiesRefusal(roster(people), CENTRAL_2026)

describe('duties of a cell', () => {
  it('[D3] one secretary, not two', () => {
    expect(refusal([person(1, 'official', ['secretary'])])).toBeNull()
    expect(refusal([person(1, 'official', ['secretary']), person(2, 'official', ['secretary'])])).toBe(
      'oneSecretaryOnly',
    )
  })

  it('[D4] one deputy, not two', () => {
    expect(refusal([person(1, 'official', ['deputy']), person(2, 'official', ['deputy'])])).toBe(
      'oneDeputyOnly',
    )
  })

  it('[D5] a committee from nine official members on', () => {
    const committee = person(50, 'official', ['committee'])
    expect(refusal([...many(8), committee])).toBeNull()
    expect(refusal([...many(7), committee])).toBe('committeeNeedsNine')
    expect(committeeIsPossible(roster(many(9)), CENTRAL_2026)).toBe(true)
    expect(committeeIsPossible(roster(many(8)), CENTRAL_2026)).toBe(false)
  })

  it.each(['probationary', 'exempt', 'temporarilyOut', 'temporarilyIn', 'suspended'] as const)(
    '[D2] who is %s does not count for it',
    (status) => {
      expect(officialMembers(roster([...many(8), person(60, status)]))).toBe(8)
      expect(refusal([...many(7), person(60, status), person(61, 'official', ['committee'])])).toBe(
        'committeeNeedsNine',
      )
    },
  )
})

describe('what a phone knows from its rosters', () => {
  const commune = (status: Status): Roster => ({
    ...roster([person(1, status, ['officer']), person(2)]),
    unit: { kind: 'commune', id: 'xa-thanh-moc', name: 'Đảng ủy xã' },
  })
  const cell = roster([person(2, 'official', ['deputy']), person(3, 'suspended')])

  it('[P2] [P4] the officer leads the commune and reads no cell; the deputy reads his', () => {
    const rosters = [commune('official'), cell]
    expect(communesLedBy(rosters, 'nguoi-001')).toHaveLength(1)
    expect(cellsReadBy(rosters, 'nguoi-001')).toEqual([])
    expect(standingFrom(rosters, cell, 'nguoi-001')).toMatchObject({ officerAbove: true, status: null })
    expect(cellsReadBy(rosters, 'nguoi-002')).toEqual([cell])
    expect(communesLedBy(rosters, 'nguoi-002')).toEqual([])
    expect(cellsReadBy(rosters, 'nguoi-003')).toEqual([])
  })

  it('[D6] a suspended officer leads nothing', () => {
    expect(communesLedBy([commune('suspended'), cell], 'nguoi-001')).toEqual([])
    expect(standingFrom([commune('suspended'), cell], cell, 'nguoi-001').officerAbove).toBe(false)
  })
})

describe('rulesets', () => {
  it('name a source and a confidence for every value', () => {
    const { id: _, validFrom, ...values } = CENTRAL_2026
    for (const { source, confidence } of Object.values(values))
      expect(`${confidence} ${source}`).toMatch(/^(V|L|G|S|own) .{5}/u)
    expect(rulesetOn(validFrom)).toBe(CENTRAL_2026)
  })

  it('answer for every day, also before the first', () => {
    for (const day of ['1970-01-01', '2026-12-03', '+275760-09']) expect(rulesetOn(day)).toBe(CENTRAL_2026)
  })
})
