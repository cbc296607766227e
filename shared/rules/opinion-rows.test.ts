import { expect, it } from 'vitest'
import type { OpinionCourse } from '#shared/records/opinion.ts'
import type { ForwardedOpinionRow, OpinionRow } from '#shared/records/row.ts'
import { forwardedAsks, mostUrgentFirst, opinionAsks } from './opinion-rows.ts'
import type { Standing } from './standing.ts'

const SINCE = Date.UTC(2026, 11, 3, 13)
const row = (record: string, course: OpinionCourse): OpinionRow => ({
  ...{ kind: 'opinion', record, changedAt: 1, type: 'question', origin: 'member', raisedBy: 'dung-person' },
  ...{ raisedAt: SINCE, course, rounds: 0, excerpt: 'Bao giờ xong đường?', answers: 0 },
})
const who = (name: string, duties: Standing['duties'] = []): Standing => ({
  ...{ person: `${name}-person`, unit: 'khu-dong-mit', status: 'official', duties, officerAbove: false },
})
const [AN, BINH, DUNG, EM] = [who('an', ['secretary']), who('binh', ['deputy']), who('dung'), who('em')]
const asked = (course: OpinionCourse, day: string) =>
  [AN, BINH, DUNG, EM].map((standing) => opinionAsks(row('opinion-1', course), standing, day))

it('[I15] asks the office to take it up, then the deputy, then the secretary to see to it, nobody else', () => {
  const received = { is: 'received', since: SINCE } as const
  expect(asked(received, '2026-12-06')).toEqual(['new', 'new', null, null])
  expect(asked(received, '2026-12-07')).toEqual(['new', 'raised', null, null])
  expect(asked(received, '2026-12-10')).toEqual(['raised', 'raised', null, null])
})

it('[I6] asks whom it was assigned to for an answer, and whoever asked to read it', () => {
  const assigned = { is: 'assigned', since: SINCE, to: 'em-person', due: '2026-12-10' } as const
  expect(asked(assigned, '2026-12-05')).toEqual([null, null, null, 'mine'])
  expect(asked({ is: 'answered', since: SINCE }, '2026-12-05')).toEqual([null, null, 'answered', null])
  expect(asked({ is: 'closed', since: SINCE, by: 'asker' }, '2027-12-05')).toEqual([null, null, null, null])
})

it('[I15] asks those above to take it up, and again from the first day it is late', () => {
  const above: ForwardedOpinionRow = {
    ...{
      kind: 'forwardedOpinion',
      record: 'yk-opinion-1',
      changedAt: 1,
      opinion: 'opinion-1',
      type: 'question',
    },
    ...{ forwardedAt: SINCE, round: 1, course: { is: 'sent', since: SINCE }, excerpt: '' },
  }
  expect(forwardedAsks(above, '2026-12-06')).toBe('new')
  expect(forwardedAsks(above, '2026-12-07')).toBe('raised')
  expect(forwardedAsks({ ...above, course: { is: 'answered', since: SINCE } }, '2027-01-01')).toBeNull()
})

it('[I3] what is due first stands first, what is settled last', () => {
  const rows = [
    row('closed', { is: 'closed', since: SINCE, by: 'office' }),
    row('told', { is: 'told', since: SINCE, how: 'read' }),
    row('new', { is: 'received', since: SINCE }),
  ]
  expect(mostUrgentFirst(rows, '2026-12-04').map(({ record }) => record)).toEqual(['new', 'told', 'closed'])
})
