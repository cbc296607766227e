import { describe, expect, it } from 'vitest'
import type { AgendaItem } from '#shared/records/agenda.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import type { CandidateRow } from '#shared/records/row.ts'
import { ROSTER } from '#shared/events/people.fixture.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { mattersToPropose } from './people-items.ts'

const em: RosterPerson = {
  ...{ id: 'em-person', name: 'Lê Thị Em', status: 'probationary', duties: [] },
  probationFrom: '2026-01-20',
}
const candidate = (over: Partial<CandidateRow> = {}): CandidateRow => ({
  ...{ kind: 'candidate', record: 'lan-candidate', changedAt: 0, name: 'Hà Thị Lan', stage: 'filing' },
  ...{ helpers: ['an-person', 'cuc-person'], course: { attendedOn: '2026-05-20', certificate: true } },
  ...over,
})
const proposed = (over: Partial<Parameters<typeof mattersToPropose>[0]> = {}) =>
  mattersToPropose({
    ...{ agenda: [], candidates: [candidate()], on: '2026-12-03', ruleset: CENTRAL_2026 },
    roster: { ...ROSTER, people: [...ROSTER.people, em] },
    ...over,
  }).map(({ matter, person }) => `${matter} ${person}`)
const item = (over: Partial<AgendaItem>): AgendaItem => ({
  ...{ id: 'item-0001', part: 'people', title: 'Việc về đảng viên', minutes: 10 },
  ...over,
})

describe('what is ready for the agenda', () => {
  it('[O6] recognitions that are due and candidates who lack nothing', () => {
    expect(proposed()).toEqual(['recognition em-person', 'admission lan-candidate'])
    expect(proposed({ on: '2026-11-03' })).toEqual(['admission lan-candidate'])
  })

  it('[O6] not who lacks something, was voted on, was put aside or is a member', () => {
    const { course: _, ...without } = candidate()
    for (const row of [
      without,
      candidate({ helpers: ['an-person'] }),
      candidate({ stage: 'voted' }),
      candidate({ stage: 'stopped' }),
      candidate({ record: 'an-person' }),
    ])
      expect(proposed({ candidates: [row] })).toEqual(['recognition em-person'])
  })

  it('[O6] not what is on the agenda already', () => {
    const agenda = [item({ person: 'em-person', matter: 'recognition' }), item({ person: 'lan-candidate' })]
    expect(proposed({ agenda })).toEqual(['admission lan-candidate'])
  })
})
