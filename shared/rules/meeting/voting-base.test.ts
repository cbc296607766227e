import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RollEntry } from '#shared/records/meeting.ts'
import type { Status } from '#shared/records/person.ts'
import type { MajorityName, Vote } from '#shared/records/vote.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { rulesetNamed, rulesetOn } from '#shared/rulesets/in-force.ts'
import { resultOf } from './vote-result.ts'
import { countFits, votesNeeded, votingBase } from './voting-base.ts'

const cellOf = (statuses: Partial<Record<Status, number>>): RollEntry[] =>
  Object.entries(statuses).flatMap(([status, n]) =>
    Array.from({ length: n }, (_, i) => ({
      person: `${status}-${i}`,
      status: status as Status,
      duties: [],
    })),
  )
const those = (roll: readonly RollEntry[], status: Status, n = roll.length) =>
  roll
    .filter((one) => one.status === status)
    .map(({ person }) => person)
    .slice(0, n)
const baseOf = (roll: readonly RollEntry[], present: readonly string[], name: MajorityName = 'ordinary') =>
  votingBase({ roll, present }, CENTRAL_2026.majorities[name].value, CENTRAL_2026)

const voted = (roll: RollEntry[], present: string[], { inFavour, majority = 'ordinary' }: Voted) => {
  const count = { for: inFavour, against: 0, other: 0 }
  const vote = {
    id: 'vote',
    item: null,
    about: { what: 'score' },
    majority,
    form: 'hands',
    present,
    at: 1,
    amendments: [],
    counts: [{ ...count, id: 'count', by: 'an', at: 1 }],
  } as unknown as Vote
  return resultOf(vote, {
    course: { is: 'running', at: 1, chair: 'an', roll, ruleset: CENTRAL_2026.id },
  }).is
}
type Voted = { inFavour: number; majority?: MajorityName }

describe('the voting base', () => {
  it('[Q1] [Q3] of 22 members, 20 official and 2 on probation, with 17 there, is 20', () => {
    const roll = cellOf({ official: 20, probationary: 2 })
    expect(baseOf(roll, [...those(roll, 'official', 17), ...those(roll, 'probationary')])).toMatchObject({
      base: 20,
      present: 17,
      needed: 11,
      tooFew: false,
      thin: false,
    })
  })

  it('[Q1] loses those who are temporarily elsewhere', () => {
    expect(baseOf(cellOf({ official: 10, temporarilyOut: 3 }), [])).toMatchObject({
      base: 10,
      official: 13,
      out: 3,
    })
  })

  it('[Q2] has an exempt member only while he is there', () => {
    const roll = cellOf({ official: 10, exempt: 2 })
    expect(baseOf(roll, []).base).toBe(10)
    expect(baseOf(roll, ['exempt-0'])).toMatchObject({ base: 11, exempt: 1, present: 1 })
  })

  it('[Q3] never changes with those who have no vote, there or not', () => {
    const roll = cellOf({ official: 4, probationary: 2, suspended: 1, temporarilyIn: 2 })
    const all = roll.map(({ person }) => person)
    expect(baseOf(roll, all)).toMatchObject({ base: 4, present: 4 })
  })

  it('[Q1] [Q2] [Q6] always holds whoever is entitled, and can carry exactly when enough are there', () => {
    const size = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(
        fc.record({ official: size, exempt: size, temporarilyOut: size, probationary: size }),
        size,
        (statuses, n) => {
          const roll = cellOf(statuses)
          const found = baseOf(roll, [...those(roll, 'official', n), ...those(roll, 'exempt', n)])
          expect(found.present).toBeLessThanOrEqual(found.base)
          expect(found.base).toBe(found.official - found.out + found.exempt)
          expect(found.tooFew).toBe(found.present * 2 <= found.base)
        },
      ),
    )
  })
})

describe('a majority', () => {
  it('[Q4] is more than half of the base, not of those who are there', () => {
    const roll = cellOf({ official: 20 })
    const there = those(roll, 'official', 17)
    expect(voted(roll, there, { inFavour: 10 })).toBe('notCarried')
    expect(voted(roll, there, { inFavour: 11 })).toBe('carried')
  })

  it('[Q5] for an admission is two thirds of all official members', () => {
    const roll = cellOf({ official: 15, temporarilyOut: 3 })
    const there = those(roll, 'official')
    expect(voted(roll, there, { inFavour: 11, majority: 'admission' })).toBe('notCarried')
    expect(voted(roll, there, { inFavour: 12, majority: 'admission' })).toBe('carried')
    expect(baseOf(cellOf({ official: 8, exempt: 1 }), [], 'admission')).toMatchObject({ base: 9, needed: 6 })
  })

  it('[Q4] [Q5] is always the smallest number that reaches its fraction', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom('ordinary', 'admission'),
        (base, name) => {
          const { value } = CENTRAL_2026.majorities[name]
          const [part, whole] = value.fraction
          const reaches = (n: number) => (value.strict ? n * whole > base * part : n * whole >= base * part)
          const needed = votesNeeded(base, value)
          expect(reaches(needed)).toBe(true)
          expect(reaches(needed - 1)).toBe(false)
        },
      ),
    )
  })

  it('[Q6] is out of reach with half of the base there, whatever was counted; few only warn', () => {
    const roll = cellOf({ official: 20 })
    expect(voted(roll, those(roll, 'official', 10), { inFavour: 20 })).toBe('cannotCarry')
    expect(baseOf(roll, those(roll, 'official', 13))).toMatchObject({ tooFew: false, thin: true })
  })

  it('[Q7] has no more votes than people who are there and entitled', () => {
    expect(countFits({ for: 15, against: 1, other: 1 }, 17)).toBe(true)
    expect(countFits({ for: 15, against: 2, other: 1 }, 17)).toBe(false)
  })

  it('[Q8] stays that of the ruleset a meeting was held under', () => {
    const later = { ...CENTRAL_2026, id: 'later', validFrom: '2027-01-01' }
    const known = [later, CENTRAL_2026]
    expect(rulesetNamed('central-2026', known)).toBe(CENTRAL_2026)
    expect(rulesetNamed('later', known)).toBe(later)
    expect(rulesetOn('2026-11-25')).toBe(CENTRAL_2026)
  })
})
