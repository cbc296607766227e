import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Meeting, RollEntry } from '#shared/records/meeting.ts'
import { STATUSES, type Status } from '#shared/records/person.ts'
import { MAJORITIES, type Count, type MajorityName, type Vote } from '#shared/records/vote.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { rulesetNamed } from '#shared/rulesets/in-force.ts'
import { countFits, percentOf, presenceIsThin, resultOf, votesNeeded } from './vote-result.ts'
import { votingBase } from './voting-base.ts'

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const options = { seed: SEED, numRuns: 500 }

const roll = (...groups: [Status, number][]): RollEntry[] =>
  groups.flatMap(([status, n]) =>
    Array.from({ length: n }, (_, i) => ({
      person: `${status}-${String(i).padStart(4, '0')}`,
      status,
      duties: [],
    })),
  )
const people = (status: Status, n: number) => roll([status, n]).map(({ person }) => person)
const opened = (of: readonly RollEntry[], ruleset = CENTRAL_2026.id): Pick<Meeting, 'course'> => ({
  course: { is: 'running', at: 0, chair: 'an-person', roll: of, ruleset },
})
const voted = (
  present: readonly string[],
  counts: readonly Count[],
  majority: MajorityName = 'ordinary',
): Vote => ({
  ...{
    id: 'vote-0001',
    item: null,
    about: { what: 'agenda' },
    majority,
    form: 'hands',
    at: 0,
    amendments: [],
  },
  present,
  counts: counts.map((count, i) => ({ ...count, id: `count-${i}`, by: 'an-person', at: i })),
})
const yes = (n: number, against = 0, other = 0): Count => ({ for: n, against, other })

describe('the voting base', () => {
  const village = roll(['official', 20], ['probationary', 2])

  it('[Q1] [Q3] the worked example: 22 members, 20 official, 17 here: percentages are of 20, not of 17', () => {
    const here = people('official', 17)
    expect(votingBase(village, here)).toMatchObject({ base: 20, official: 20, entitled: 17 })
    const result = resultOf(voted(here, [yes(17)]), opened(village))
    expect(result).toMatchObject({ is: 'carried', base: 20, percent: 85, needed: 11 })
  })

  it('[Q1] an absent exempt member leaves the base, one who came counts like everybody', () => {
    const cell = roll(
      ['official', 18],
      ['exempt', 2],
      ['temporarilyOut', 1],
      ['temporarilyIn', 1],
      ['suspended', 1],
    )
    const [first = ''] = people('exempt', 1)
    expect(votingBase(cell, people('official', 18)).base).toBe(18)
    expect(votingBase(cell, [...people('official', 18), first])).toEqual({
      ...{ base: 19, official: 21, away: 1, exemptAbsent: 1, exemptPresent: 1, entitled: 19 },
    })
    expect(votingBase(cell, [...people('temporarilyIn', 1), ...people('suspended', 1)]).entitled).toBe(0)
  })
})

describe('majorities', () => {
  it('[Q2] more than half is strict, two thirds are enough when reached', () => {
    const { ordinary, admission } = CENTRAL_2026.majorities.value
    expect([20, 21, 1, 0].map((base) => votesNeeded(base, ordinary))).toEqual([11, 11, 1, 1])
    expect([20, 21, 3, 1, 0].map((base) => votesNeeded(base, admission))).toEqual([14, 14, 2, 1, 1])
    for (const name of MAJORITIES) expect(CENTRAL_2026.majorities.value[name].source).not.toBe('')
  })

  it('[Q4] more votes than people who have one are not believed', () => {
    const cell = roll(['official', 20])
    expect(countFits(yes(10, 5, 2), 17)).toBe(true)
    expect(resultOf(voted(people('official', 17), [yes(17, 1)]), opened(cell)).is).toBe('overcounted')
  })

  it('[Q5] is counted by the roll and ruleset of its meeting, disputed where phones differ, open before anybody counted', () => {
    const cell = roll(['official', 20])
    const here = people('official', 17)
    expect(resultOf(voted(here, []), opened(cell)).is).toBe('uncounted')
    expect(resultOf(voted(here, [yes(11), yes(12)]), opened(cell)).is).toBe('disputed')
    expect(resultOf(voted(here, [yes(11), yes(11)]), opened(cell)).is).toBe('carried')
    expect(resultOf(voted(here, [yes(10, 7)]), opened(cell)).is).toBe('notCarried')
    expect(resultOf(voted(here, [yes(13)], 'admission'), opened(cell)).is).toBe('notCarried')
    expect(resultOf(voted(here, [yes(14)], 'admission'), opened(cell)).is).toBe('carried')
    expect(rulesetNamed('a-set-nobody-knows').id).toBe(CENTRAL_2026.id)
  })

  it('[Q8] an admission is counted from all official members, what is ordinary from the base', () => {
    const cell = roll(['official', 15], ['exempt', 2], ['temporarilyOut', 1], ['probationary', 3])
    const here = people('official', 15)
    expect(resultOf(voted(here, [yes(11)]), opened(cell))).toMatchObject({ base: 15, needed: 8 })
    const admission = (n: number) => resultOf(voted(here, [yes(n)], 'admission'), opened(cell))
    expect(admission(11)).toMatchObject({ is: 'notCarried', base: 18, official: 18, needed: 12 })
    expect(admission(12).is).toBe('carried')
  })

  it('[Q6] with half of the base here nothing carries, whatever is counted', () => {
    const cell = roll(['official', 20])
    expect(resultOf(voted(people('official', 10), [yes(10)]), opened(cell)).is).toBe('cannotCarry')
    expect(resultOf(voted(people('official', 11), [yes(11)]), opened(cell)).is).toBe('carried')
  })

  it('[Q7] below two thirds the chair is warned, and nothing more', () => {
    const thin = (n: number) =>
      presenceIsThin(votingBase(roll(['official', 18]), people('official', n)), CENTRAL_2026)
    expect([11, 12, 18].map(thin)).toEqual([true, false, false])
    expect(resultOf(voted(people('official', 11), [yes(11)]), opened(roll(['official', 18]))).is).toBe(
      'carried',
    )
  })
})

const member = fc.record({ status: fc.constantFrom(...STATUSES), here: fc.boolean() })
const evening = fc.record({
  members: fc.array(member, { maxLength: 60 }),
  count: fc.record({ for: fc.nat(60), against: fc.nat(20), other: fc.nat(20) }),
  majority: fc.constantFrom(...MAJORITIES),
})
type EveningOf = {
  members: readonly { status: Status; here: boolean }[]
  count: Count
  majority: MajorityName
}
function toldOf({ members, count, majority }: EveningOf) {
  const of = members.map(({ status }, i): RollEntry => ({ person: `person-${i}`, status, duties: [] }))
  const here = members.flatMap((one, i) => (one.here ? [`person-${i}`] : []))
  return resultOf(voted(here, [count], majority), opened(of))
}

describe(`always and never, seed ${SEED}`, () => {
  it('[Q5] nothing carries without more than half of the base, nor with more votes than people who have one', () => {
    fc.assert(
      fc.property(evening, (of) => {
        const result = toldOf(of)
        if (result.is !== 'carried') return
        expect(result.count.for * 2).toBeGreaterThan(result.base)
        expect(result.count.for + result.count.against + result.count.other).toBeLessThanOrEqual(
          result.entitled,
        )
        expect(result.entitled * 2).toBeGreaterThan(result.base)
      }),
      options,
    )
  })

  it('[Q8] somebody exempt or elsewhere never makes an admission easier', () => {
    fc.assert(
      fc.property(evening, (of) => {
        const admission = { ...of, majority: 'admission' as const }
        const official = of.members.map((one) =>
          one.status === 'exempt' || one.status === 'temporarilyOut'
            ? { ...one, status: 'official' as const }
            : one,
        )
        expect(toldOf(admission).needed).toBe(toldOf({ ...admission, members: official }).needed)
      }),
      options,
    )
  })

  it('[Q1] one who merely stays away never changes the base, and nobody is in it twice', () => {
    fc.assert(
      fc.property(evening, (of) => {
        const before = toldOf(of)
        const away = of.members.map((one) => (one.status === 'official' ? { ...one, here: false } : one))
        expect(toldOf({ ...of, members: away }).base).toBe(before.base)
        expect(before.base + before.away + before.exemptAbsent).toBe(before.official)
        expect(before.entitled).toBeLessThanOrEqual(before.base)
      }),
      options,
    )
  })

  it('[Q5] one more yes never turns a vote that carried into one that did not', () => {
    fc.assert(
      fc.property(evening, (of) => {
        const more = { ...of, count: { ...of.count, for: of.count.for + 1 } }
        if (toldOf(of).is === 'carried') expect(['carried', 'overcounted']).toContain(toldOf(more).is)
      }),
      options,
    )
  })

  it('[Q3] a percentage is between 0 and 100 where the count fits', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (votes, base) => {
        const percent = percentOf(Math.min(votes, base), base)
        expect(percent).toBeGreaterThanOrEqual(0)
        expect(percent).toBeLessThanOrEqual(100)
      }),
      options,
    )
  })
})
