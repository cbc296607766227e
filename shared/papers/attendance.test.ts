import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PRESENCES } from '#shared/records/attendance.ts'
import { contentText } from '#shared/records/content.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { STATUSES } from '#shared/records/person.ts'
import { expandDerived, type Facts } from './derived.ts'
import { asRead } from './names.ts'

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261204)

it(`[Y7] every member of the roll stands in the minutes, and the numbers add up, seed ${SEED}`, () => {
  const member = fc.record({
    status: fc.constantFrom(...STATUSES),
    is: fc.option(fc.constantFrom(...PRESENCES)),
  })
  fc.assert(
    fc.property(fc.array(member, { maxLength: 30 }), (members) => {
      const people = members.map((one, i) => ({ ...one, person: `nguoi-${i}` }))
      const text = attendance(people)
      const number = (label: string) => Number(new RegExp(`${label}: (\\d+)`, 'u').exec(text)?.[1] ?? 0)
      const away = ['Vắng có lý do', 'Vắng không lý do', 'Chưa điểm danh', 'Được miễn sinh hoạt']
      const counted = [...away, 'Có mặt', 'Sinh hoạt tạm thời nơi khác'].map(number)
      expect(counted.reduce((sum, n) => sum + n, 0)).toBe(number('Tổng số đảng viên'))
      const missing = people.filter(({ status, is, person }) => {
        const silent = status === 'suspended' || (is === 'present' && status !== 'temporarilyIn')
        return !silent && !text.includes(`<${person}>`)
      })
      expect(missing).toEqual([])
    }),
    { seed: SEED, numRuns: 300 },
  )
})

function attendance(
  people: readonly {
    person: string
    status: (typeof STATUSES)[number]
    is: (typeof PRESENCES)[number] | null
  }[],
): string {
  const entry = { by: 'an', at: 0 }
  const marks = people.flatMap(({ person, is }) =>
    is === null ? [] : [[person, [{ id: `mark-${person}`, is, ...entry }]] as const],
  )
  const roll = people.map(({ person, status }) => ({ person, status, duties: [] }))
  const meeting = {
    course: { is: 'open', at: 0, roll },
    attendance: Object.fromEntries(marks),
    fees: [],
  } as unknown as Meeting
  const facts: Facts = {
    ...{ meeting, cell: 'Chi bộ', language: 'vi', titleOf: () => '', tasks: [], reported: [] },
    wallClock: () => '2026-12-03T19:30',
  }
  return contentText(
    asRead(expandDerived([{ part: 'derived', kind: 'attendance' }], facts), {
      nameOf: (id) => `<${id}>`,
      wordsOf: (id) => `[${id}]`,
    }),
  )
}
