import { describe, expect, it } from 'vitest'
import { contentText } from '#shared/records/content.ts'
import type { Meeting, RollEntry } from '#shared/records/meeting.ts'
import { PEOPLE_MATTERS, type PeopleMatter, type Vote } from '#shared/records/vote.ts'
import { majorityOf } from '#shared/rules/meeting/people-vote.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { expandDerived, type Facts } from './derived.ts'
import { asRead } from './names.ts'

const AT = Date.UTC(2026, 11, 3, 12, 30)
const roll: RollEntry[] = Array.from({ length: 20 }, (_, i) => ({
  ...{ person: `person-${i}`, status: i < 18 ? 'official' : 'exempt', duties: [] },
}))
const vote = (matter: PeopleMatter, ...counts: [number, number, number][]): Vote => {
  const about =
    matter === 'admission'
      ? { what: 'person' as const, person: 'lan-candidate', matter, name: 'Hà Thị Lan' }
      : { what: 'person' as const, person: 'person-4', matter }
  return {
    ...{ id: `vote-${matter}`, item: null, about, majority: majorityOf(about), form: 'secretBallot' },
    ...{ present: roll.slice(0, 17).map(({ person }) => person), at: AT, amendments: [] },
    counts: counts.map(([yes, against, other], i) => ({
      ...{ id: `count-${i}`, for: yes, against, other, by: 'person-0', at: AT },
    })),
  }
}
const course = {
  is: 'closed',
  at: AT,
  closedAt: AT,
  chair: 'person-0',
  roll,
  ruleset: CENTRAL_2026.id,
} as const
const read = (language: Facts['language'], ...votes: Vote[]) => {
  const meeting = { votes, course } as unknown as Meeting
  const facts: Facts = {
    ...{ meeting, cell: '', language, titleOf: () => '', tasks: [], reported: [] },
    wallClock: () => '2026-12-03T19:30',
  }
  return contentText(
    asRead(expandDerived([{ part: 'derived', kind: 'votes' }], facts), {
      nameOf: () => 'Lê Văn Dũng',
      wordsOf: () => '',
    }),
  )
}

describe('[O10] minutes of a matter of one person', () => {
  it('an admission: who, by secret ballot, from all official members, two thirds, asked of the commune', () => {
    expect(read('vi', vote('admission', [15, 1, 1])).split('\n')).toEqual([
      'Xét kết nạp quần chúng Hà Thị Lan vào Đảng; biểu quyết bằng bỏ phiếu kín.',
      'Tính trên toàn bộ 20 đảng viên chính thức: tán thành 15 (75 %), không tán thành 1, ý kiến khác 1; cần ít nhất 2/3, tức 14.',
      'Chi bộ thống nhất đề nghị Đảng ủy xã xét, quyết định kết nạp quần chúng Hà Thị Lan vào Đảng.',
    ])
  })

  it('an exemption is counted from the base and needs more than half; too few is said', () => {
    const text = read('vi', vote('exemption', [9, 5, 0]))
    expect(text).toContain('Xét miễn công tác và sinh hoạt đảng đối với đồng chí Lê Văn Dũng;')
    expect(text).toContain('Tính trên 18 đồng chí: tán thành 9 (50 %)')
    expect(text).toContain('cần quá nửa, tức 10.')
    expect(text).toContain('việc này không được thông qua')
    expect(text).not.toContain('được miễn công tác và sinh hoạt đảng, báo cáo')
  })

  it('nothing while nobody counted; counts that differ decide nothing', () => {
    expect(read('vi', vote('recognition'))).toBe('')
    const text = read('vi', vote('recognition', [15, 0, 0], [13, 0, 0]))
    expect(text).toContain('Kết quả kiểm đếm chưa thống nhất.')
    expect(text).not.toContain('thống nhất đề nghị')
  })

  it.each(PEOPLE_MATTERS)('%s has its own words in three languages', (matter) => {
    const spoken = (['vi', 'en', 'de'] as const).map((language) => read(language, vote(matter, [16, 0, 0])))
    for (const text of spoken) {
      expect(text.split('\n')).toHaveLength(3)
      expect(text).not.toMatch(/undefined|NaN/u)
    }
    expect(new Set(spoken).size).toBe(3)
    for (const other of spoken.slice(1)) expect(other).not.toMatch(/đồng chí|quần chúng/u)
  })
})
