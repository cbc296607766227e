import type { Meeting, RollEntry } from '#shared/records/meeting.ts'
import type { Status } from '#shared/records/person.ts'
import type { TaskRow } from '#shared/records/row.ts'
import type { Facts } from './derived.ts'
import type { PutIn } from './names.ts'

export const NAMES: Record<string, string> = {
  an: 'Bùi Thị Thu An',
  binh: 'Đinh Công Bình',
  cuc: 'Hà Thị Cúc',
  dung: 'Lê Văn Dũng',
  em: 'Phạm Thị Em',
  giang: 'Vũ Văn Giang',
}
export const nameOf = (id: string) => NAMES[id] ?? '?'
const roll = Object.keys(NAMES).map((person): RollEntry => {
  const status: Status = person === 'em' ? 'probationary' : person === 'giang' ? 'exempt' : 'official'
  return { person, status, duties: [] }
})
export const AT = Date.UTC(2026, 11, 3, 12, 30)
const entry = { by: 'an', at: AT }
export const own = (letter: string) => ({ id: letter.repeat(43), media: 'text/plain' as const, size: 40 })
export const MEETING: Meeting = {
  ...{
    type: 'regular',
    month: '2026-12',
    startsAt: '2026-12-03T19:30',
    place: 'Nhà văn hóa khu',
    minutes: 90,
  },
  ...{ plannedBy: 'an', plannedAt: 0, steps: {}, invitations: {}, told: {}, guests: [], chairs: ['an'] },
  ...{
    minuteTaker: 'binh',
    alsoOpenedBy: [],
    hands: [],
    selfCriticism: [],
    lines: [],
    marks: {},
    scores: {},
  },
  agenda: [
    { id: 'item-0001', part: 'report', title: 'Báo cáo tháng', minutes: 20, presenter: 'an' },
    { id: 'item-0002', part: 'discussion', title: 'Thảo luận', minutes: 40 },
  ],
  course: { is: 'closed', at: AT, closedAt: AT + 5_400_000, chair: 'an', roll, ruleset: 'central-2026' },
  turns: [
    { item: 'item-0001', from: AT, to: AT + 1 },
    { item: 'item-0002', from: AT + 1, to: null },
  ],
  attendance: {
    an: [{ id: 'mark-1', is: 'present', ...entry }],
    binh: [{ id: 'mark-2', is: 'late', ...entry }],
    cuc: [{ id: 'mark-3', is: 'excused', ...entry }],
    em: [{ id: 'mark-4', is: 'present', ...entry }],
  },
  fees: [{ id: 'fees-1', paid: 5, of: 6, ...entry }],
  contributions: [
    {
      id: 'said-1',
      item: 'item-0002',
      speaker: 'dung',
      kind: 'recommendation',
      text: 'sửa đường\nxóm Chùa',
      at: AT,
    },
    {
      id: 'said-2',
      item: 'item-0002',
      speaker: 'em',
      kind: 'opinion',
      text: 'không phải ý tôi',
      at: AT,
      entered: { by: 'an', disowned: true },
    },
  ],
  selfCriticism: [
    { id: 'own-1', item: 'item-0002', speaker: 'an', at: AT, words: own('o'), confirmed: 'himself' },
    { id: 'own-2', item: 'item-0002', speaker: 'binh', at: AT, words: own('p') },
    {
      ...{ id: 'own-3', item: 'item-0002', speaker: 'cuc', at: AT, words: own('q') },
      ...{ confirmed: 'readBack', entered: { by: 'an', disowned: true } },
    },
  ],
  conclusions: { 'item-0002': [{ id: 'con-1', text: 'Nhất trí sửa đường.', ...entry }] },
  votes: [
    {
      ...{
        id: 'vote-1',
        item: null,
        about: { what: 'text', record: 'nq' },
        majority: 'ordinary',
        form: 'hands',
      },
      ...{ present: ['an', 'binh', 'dung'], at: AT, amendments: [] },
      counts: [{ id: 'count-1', for: 3, against: 0, other: 0, ...entry }],
    },
  ],
}
export const task = (over: Partial<TaskRow> = {}): TaskRow => ({
  ...{
    kind: 'task',
    record: 'task-1',
    changedAt: 0,
    title: 'Vận động 5 hộ hiến đất',
    owner: 'dung',
    assignedBy: 'an',
  },
  ...{ assignedAt: 0, state: 'assigned', since: 0, reports: 0, deadline: '2026-12-28', reportIn: '2027-01' },
  ...over,
})
export const FACTS: Facts = {
  ...{ meeting: MEETING, cell: 'Chi bộ khu Đồng Mít', language: 'vi', titleOf: () => 'Nghị quyết tháng 12' },
  ...{
    tasks: [task()],
    reported: [task({ state: 'confirmed', result: 'Đủ 5 hộ.' }), task({ reports: 1 }), task()],
  },
  wallClock: (at) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 16),
  score: { points: 92.5, grade: 'good' },
}
export const PUT_IN: PutIn = {
  nameOf,
  wordsOf: (id) => (id.startsWith('o') ? 'tôi còn nể nang.' : 'không có'),
}
