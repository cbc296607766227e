import { describe, expect, it } from 'vitest'
import type { Candidate } from '#shared/records/candidate.ts'
import { isAdmitted, missingOf } from '#shared/rules/candidates.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { PEOPLE, ROSTER, Story } from './people.fixture.ts'
import { rulesOf } from './registry.ts'

const LAN = { do: 'addCandidate', name: 'Hà Thị Lan', birthYear: 2001, area: 'Khu Đồng Mít' } as const
const [AN, CUC, DUNG, SON] = [PEOPLE.an, PEOPLE.cuc, PEOPLE.dung, PEOPLE.son].map(({ person }) => person)
const story = () => new Story<Candidate>('candidate', 'lan-candidate')
const begun = () => {
  const lan = story()
  lan.does('an', LAN)
  return lan
}

describe('candidates', () => {
  it('[O1] one is added once, with as little as a name, and lies in the office', () => {
    const lan = begun()
    expect(lan.does('binh', LAN)).toBe('alreadyExists')
    expect(lan.state).toMatchObject({ name: 'Hà Thị Lan', birthYear: 2001, helpers: [], stage: 'introduced' })
    expect(lan.state).toMatchObject({ addedBy: AN })
    expect(rulesOf('candidate').livesIn).toBe('office')

    const minh = story()
    expect(minh.does('cuc', { do: 'addCandidate', name: 'Đỗ Văn Minh' })).toBe('candidateAdded')
    expect(minh.state).not.toHaveProperty('birthYear')
    expect(minh.does('cuc', { do: 'addCandidate', name: '<b>' })).toBe('malformed')
  })

  it('[O1] corrected as a whole: what is left out is taken out, the rest of him stays', () => {
    const lan = begun()
    lan.does('an', { do: 'moveCandidate', to: 'helped' })
    expect(lan.does('an', { do: 'correctCandidate', name: 'Hà Thị Hương Lan' })).toBe('candidateCorrected')
    expect(lan.state).toMatchObject({ name: 'Hà Thị Hương Lan', stage: 'helped' })
    expect(lan.state).not.toHaveProperty('area')
    expect(lan.does('an', { do: 'correctCandidate', name: 'Hà Thị Hương Lan' })).toBe('')
  })

  it('[P60] secretary, deputy and committee keep them, nobody else', () => {
    for (const name of ['an', 'binh', 'cuc'] as const) expect(story().does(name, LAN)).toBe('candidateAdded')
    for (const name of ['dung', 'son', 'officer', 'stranger'] as const)
      expect(story().does(name, LAN)).toBe('notAllowed')
    expect(begun().does('dung', { do: 'moveCandidate', to: 'voted' })).toBe('notAllowed')
  })

  it('[O2] two official members help, nobody twice and nobody who is suspended', () => {
    const lan = begun()
    const helpers = (...ids: (string | undefined)[]) => lan.does('an', { do: 'setHelpers', helpers: ids })
    expect(helpers(CUC, DUNG)).toBe('helpersSet')
    expect(helpers(CUC, DUNG)).toBe('')
    expect(helpers(AN, CUC, DUNG)).toBe('tooManyHelpers')
    expect(helpers(CUC, SON)).toBe('helperNotOfficial')
    expect(helpers(CUC, 'nobody-here')).toBe('helperNotOfficial')
    expect(helpers(CUC, CUC)).toBe('malformed')
    expect(lan.state?.helpers).toEqual([CUC, DUNG])
    expect(helpers()).toBe('helpersSet')
  })

  it('[O3] what is missing is said, and he can be moved all the same', () => {
    const lan = begun()
    const missing = () => missingOf(lan.state as Candidate, CENTRAL_2026)
    expect(missing()).toEqual(['helpers', 'course'])
    expect(lan.does('an', { do: 'moveCandidate', to: 'filing' })).toBe('candidateMoved')
    lan.does('an', { do: 'setHelpers', helpers: [CUC] })
    lan.does('an', { do: 'noteCourse', course: { attendedOn: '2026-05-20', certificate: false } })
    expect(missing()).toEqual(['helpers', 'certificate'])
    lan.does('an', { do: 'setHelpers', helpers: [CUC, DUNG] })
    const course = { do: 'noteCourse', course: { attendedOn: '2026-05-20', certificate: true } } as const
    expect(lan.does('an', course)).toBe('courseNoted')
    expect(lan.does('an', course)).toBe('')
    expect(missing()).toEqual([])
    lan.does('an', { do: 'noteCourse', course: null })
    expect(missing()).toEqual(['course'])
  })

  it('[O4] put aside and taken up again; a member once the roster has him', () => {
    const lan = begun()
    expect(lan.does('an', { do: 'moveCandidate', to: 'stopped' })).toBe('candidateMoved')
    expect(lan.does('an', { do: 'moveCandidate', to: 'stopped' })).toBe('')
    expect(lan.does('an', { do: 'moveCandidate', to: 'introduced' })).toBe('candidateMoved')
    expect(isAdmitted('lan-candidate', ROSTER)).toBe(false)
    const member = { id: 'lan-candidate', name: 'Hà Thị Lan', status: 'probationary' as const, duties: [] }
    expect(isAdmitted('lan-candidate', { ...ROSTER, people: [...ROSTER.people, member] })).toBe(true)
    expect(isAdmitted('lan-candidate', null)).toBe(false)
  })

  it('the list has what the office needs to see at a glance', () => {
    const lan = begun()
    const row = rulesOf('candidate').project('lan-candidate', lan.state, 7, null)
    expect(row).toEqual({
      ...{ kind: 'candidate', record: 'lan-candidate', changedAt: 7 },
      ...{ name: 'Hà Thị Lan', birthYear: 2001, area: 'Khu Đồng Mít', helpers: [], stage: 'introduced' },
    })
  })
})
