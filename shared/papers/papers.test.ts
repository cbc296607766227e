import { describe, expect, it } from 'vitest'
import { contentText, DERIVED_KINDS, type Content, type Part } from '#shared/records/content.ts'
import type { Meeting, RollEntry } from '#shared/records/meeting.ts'
import type { Status } from '#shared/records/person.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { TaskRow } from '#shared/records/row.ts'
import { expandDerived, type Facts } from './derived.ts'
import {
  attendancePaper,
  ballotLines,
  invitationPaper,
  noticePaper,
  runSheet,
  type About,
} from './meeting-papers.ts'
import { withNames, withoutNames } from './names.ts'
import { issuerOf, minutesPaper, textPaper } from './official-paper.ts'

const NAMES: Record<string, string> = {
  an: 'Bùi Thị Thu An',
  binh: 'Đinh Công Bình',
  cuc: 'Hà Thị Cúc',
  dung: 'Lê Văn Dũng',
  em: 'Phạm Thị Em',
  giang: 'Vũ Văn Giang',
}
const nameOf = (id: string) => NAMES[id] ?? '?'
const roll = Object.keys(NAMES).map((person): RollEntry => {
  const status: Status = person === 'em' ? 'probationary' : person === 'giang' ? 'exempt' : 'official'
  return { person, status, duties: [] }
})
const AT = Date.UTC(2026, 11, 3, 12, 30)
const entry = { by: 'an', at: AT }
const MEETING: Meeting = {
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
const task = (over: Partial<TaskRow> = {}): TaskRow => ({
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
const FACTS: Facts = {
  ...{ meeting: MEETING, cell: 'Chi bộ khu Đồng Mít', language: 'vi', titleOf: () => 'Nghị quyết tháng 12' },
  ...{
    tasks: [task()],
    reported: [task({ state: 'confirmed', result: 'Đủ 5 hộ.' }), task({ reports: 1 }), task()],
  },
  wallClock: (at) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 16),
  score: { points: 92.5, grade: 'good' },
}
const all: Content = DERIVED_KINDS.map((kind): Part => ({ part: 'derived', kind }))
const read = (content: Content, facts = FACTS) =>
  contentText(withNames(expandDerived(content, facts), nameOf))

describe('[Y7] minutes write themselves', () => {
  const text = read(all)
  it.each([
    'Hôm nay, hồi 19 giờ 30 phút, ngày 03 tháng 12 năm 2026, tại Nhà văn hóa khu, Chi bộ khu Đồng Mít tổ chức sinh hoạt thường kỳ tháng 12/2026.',
    'Chủ trì: đồng chí Bùi Thị Thu An.',
    'Thư ký: đồng chí Đinh Công Bình.',
    'Tổng số đảng viên: 6 đồng chí; trong đó chính thức 5, dự bị 1.',
    'Có mặt: 3 đồng chí (chính thức 2, dự bị 1).',
    'Vắng có lý do: 1 đồng chí: Hà Thị Cúc.',
    'Đến muộn: 1 đồng chí: Đinh Công Bình.',
    'Được miễn sinh hoạt: 1 đồng chí: Vũ Văn Giang.',
    'Đảng phí: 5/6 đồng chí đã đóng.',
    'Bùi Thị Thu An trình bày.',
    'Lê Văn Dũng kiến nghị: sửa đường xóm Chùa',
    'Kết luận: Nhất trí sửa đường.',
    'Biểu quyết: Nghị quyết tháng 12: tán thành 3, không tán thành 0, ý kiến khác 0; đạt 75 % trên 4 đồng chí được tính; được thông qua.',
    'Lê Văn Dũng: Vận động 5 hộ hiến đất; thời hạn 28/12/2026; báo cáo tại kỳ sinh hoạt tháng 01/2027.',
    'Chi bộ tự chấm buổi sinh hoạt 92,5 điểm, xếp loại Tốt.',
    'Buổi sinh hoạt kết thúc hồi 21 giờ cùng ngày.',
    'Đủ 5 hộ.',
    'Chưa có báo cáo',
  ])('%s', (sentence) => expect(text).toContain(sentence))

  it('what its speaker disowned is not in them, nor the words of anybody’s self-criticism', () => {
    expect(text).not.toContain('không phải ý tôi')
    const own = { id: 'self-1', item: 'item-0002', speaker: 'cuc', at: AT }
    const told = (confirmed: object) =>
      read(all, { ...FACTS, meeting: { ...MEETING, selfCriticism: [{ ...own, ...confirmed }] } })
    expect(told({})).not.toContain('tự phê bình')
    expect(told({ confirmed: 'readBack' })).toContain('Hà Thị Cúc tự phê bình trước chi bộ (lời ghi riêng')
  })

  it('a part that stands twice is written once, and what nobody knows yet leaves nothing', () => {
    expect(expandDerived([...all, ...all], FACTS)).toEqual(expandDerived(all, FACTS))
    const { score: _, ...unscored } = FACTS
    expect(read([{ part: 'derived', kind: 'score' }], unscored)).toBe('')
    expect(expandDerived(all, FACTS).every(({ part }) => part !== 'derived')).toBe(true)
  })

  it.each(['en', 'de'] as const)('in %s likewise, every sentence', (language) => {
    const other = read(all, { ...FACTS, language })
    expect(other).not.toMatch(/đồng chí|undefined|NaN/u)
    expect(other.split('\n').length).toBe(text.split('\n').length)
  })
})

it('[V7] an adopted text has people by whose they are; names come in where it is read', () => {
  const content = expandDerived([{ part: 'derived', kind: 'opening' }], FACTS)
  const named = withNames(content, nameOf)
  expect(JSON.stringify(withoutNames(named))).not.toContain('Bùi')
  expect(withoutNames(named)).toEqual(content)
  expect(contentText(withNames(content, () => '…'))).toContain('Chủ trì: đồng chí ….')
})

const ROSTER: Roster = {
  ...{ lineage: 'dong-0001', version: 1, issuedAt: 0, people: [] },
  unit: {
    kind: 'cell',
    id: 'khu-dong-mit',
    name: 'Chi bộ khu Đồng Mít',
    cellKind: 'village',
    parent: 'xa-thanh-moc',
  },
  superior: { kind: 'commune', id: 'xa-thanh-moc', name: 'Đảng uỷ xã Thanh Mộc' },
}
const issuer = issuerOf(ROSTER)
const given = { issuer, day: '2026-12-03', nameOf }
const text = {
  type: 'NQ' as const,
  title: 'Lãnh đạo nhiệm vụ tháng 12',
  draft: [],
  number: null,
  waits: 'Tạm ghi, chờ xác nhận',
}
const adopted = {
  ...{ meeting: 'm', vote: 'v', content: [], amendments: [], by: 'an', at: AT },
  count: { for: 3, against: 0, other: 0 },
  base: 4,
  present: 3,
}
const sealed = {
  content: [],
  signers: [{ person: 'binh', post: 'deputy' as const }],
  signedOn: '2026-12-05',
  by: 'an',
  at: AT,
  slug: 's',
}

describe('a resolution on paper', () => {
  it('[Y8] has the superior body and the cell at the left, the party at the right, the commune as place', () => {
    const sheet = textPaper({ ...text, state: {} }, given)
    expect(sheet.left).toEqual({ superior: 'ĐẢNG BỘ XÃ THANH MỘC', body: 'CHI BỘ KHU ĐỒNG MÍT' })
    expect([sheet.motto, sheet.placeDate, sheet.type]).toEqual([
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Thanh Mộc, ngày 03 tháng 12 năm 2026',
      'NGHỊ QUYẾT',
    ])
    expect([sheet.summary, sheet.hyphens, sheet.marks]).toEqual([
      'về lãnh đạo nhiệm vụ tháng 12',
      true,
      ['Dự thảo lần 1'],
    ])
  })

  it('[Y9] [Y11] is signed on behalf of the cell by post and name; the last recipient is the file', () => {
    const sheet = textPaper(
      {
        ...text,
        state: { adopted, sealed: { ...sealed, seq: 9 } },
        number: { ...{ no: 5, type: 'NQ', term: '2025-2027' }, ...{ record: 'r', by: 'an', at: 0 } },
      },
      given,
    )
    expect(sheet.signatures).toEqual({
      right: { lines: ['T/M CHI BỘ', 'PHÓ BÍ THƯ'], name: 'Đinh Công Bình' },
    })
    expect(sheet.recipients).toEqual(['Đảng ủy xã Thanh Mộc (để báo cáo),', 'Các đảng viên,', 'Lưu Chi bộ.'])
    expect([sheet.number, sheet.placeDate, sheet.marks]).toEqual([
      'Số 05-NQ/CB',
      'Thanh Mộc, ngày 05 tháng 12 năm 2026',
      [],
    ])
  })

  it('[V5] says so while the server has not confirmed it', () => {
    for (const state of [{ adopted }, { adopted, sealed }])
      expect(textPaper({ ...text, state }, given).marks).toEqual(['Tạm ghi, chờ xác nhận'])
  })
})

it('[Y10] minutes have no hyphens; the minute-taker signs left, the chair right', () => {
  const sheet = minutesPaper({ content: [], state: {}, meeting: MEETING, number: null, waits: '' }, given)
  expect([sheet.type, sheet.hyphens, sheet.summary]).toEqual([
    'BIÊN BẢN',
    false,
    'sinh hoạt chi bộ thường kỳ tháng 12 năm 2026',
  ])
  expect(sheet.signatures).toEqual({
    left: { lines: ['THƯ KÝ'], name: 'Đinh Công Bình' },
    right: { lines: ['CHỦ TRÌ'], name: 'Bùi Thị Thu An' },
  })
})

describe('papers around a meeting', () => {
  const people = Object.keys(NAMES).map((id) => ({ id, name: nameOf(id), status: 'official' as const }))
  const about: About = { meeting: MEETING, issuer, people, secretary: 'an', nameOf, day: '2026-11-28' }
  it('[Y12] notice: when, where, what, by letters; invitation: whom', () => {
    const notice = contentText(noticePaper(about).body)
    expect(notice).toContain('1. Thời gian: 19 giờ 30 phút, ngày 03 tháng 12 năm 2026.')
    expect(notice).toContain('a) Báo cáo tháng (đồng chí Bùi Thị Thu An);')
    expect(contentText(invitationPaper(about, 'Lò Văn Pín').body)).toContain('Kính mời đồng chí: Lò Văn Pín')
    expect(noticePaper(about).signatures.right.name).toBe('Bùi Thị Thu An')
  })

  it('[Y12] attendance sheet: everybody with room to sign; run sheet: by the clock; ballot: three answers', () => {
    const [, sheet] = attendancePaper(about).body
    expect(sheet?.part === 'table' && sheet.rows.length).toBe(7)
    const run = contentText(runSheet(about).body)
    expect(run).toMatch(/19:30[\s\S]*Báo cáo tháng[\s\S]*19:50[\s\S]*Thảo luận/u)
    expect(contentText(ballotLines('Kết nạp quần chúng Lò Thị Hoa?'))).toMatch(
      /Tán thành\n.*Không tán thành\n.*Ý kiến khác/u,
    )
  })
})
