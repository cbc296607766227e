import { describe, expect, it } from 'vitest'
import { contentText, DERIVED_KINDS, type Content, type Part } from '#shared/records/content.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { Adoptable } from '#shared/records/adoption.ts'
import { AT, FACTS, MEETING, NAMES, nameOf, own, PUT_IN, task } from './december.fixture.ts'
import { expandDerived } from './derived.ts'
import {
  attendancePaper,
  ballotLines,
  invitationPaper,
  noticePaper,
  runSheet,
  type About,
} from './meeting-papers.ts'
import { asRead, leftOutOf, withoutNames } from './names.ts'
import { MONTHLY_RESOLUTION } from '#shared/rulesets/templates.ts'
import { openPlaces } from './writing.ts'
import { issuerOf, minutesPaper, textPaper } from './official-paper.ts'

const all: Content = DERIVED_KINDS.map((kind): Part => ({ part: 'derived', kind }))
const read = (content: Content, facts = FACTS) => contentText(asRead(expandDerived(content, facts), PUT_IN))

it('[M60] minutes of a meeting from the paper book say so, and when it was entered; others do not', () => {
  const fromPaper = { ...FACTS, meeting: { ...FACTS.meeting, fromPaper: true as const, plannedAt: AT } }
  expect(read(all, fromPaper)).toMatch(/\(Nhập sau từ sổ giấy, ngày 03\/12\/2026\.\)/u)
  expect(read(all)).not.toContain('sổ giấy')
})

describe('[Y17] the opening of a monthly resolution', () => {
  const opening: Content = MONTHLY_RESOLUTION.content.slice(0, 2)

  it('says when, where, under whom and how many of how many, and what was paid', () => {
    expect(read(opening)).toBe(
      [
        'Hôm nay, hồi 19 giờ 30 phút, ngày 03 tháng 12 năm 2026, tại Nhà văn hóa khu, Chi bộ khu Đồng Mít tổ chức sinh hoạt thường kỳ tháng 12/2026.',
        'Chủ trì: đồng chí Bùi Thị Thu An.',
        'Thư ký: đồng chí Đinh Công Bình.',
        'Tổng số đảng viên: 6; có mặt: 3; vắng: 3. Đảng phí: 5/6 đồng chí đã đóng.',
      ].join('\n'),
    )
    expect(openPlaces(expandDerived(opening, FACTS))).toBe(0)
  })

  it('has its counts open until the roll is called', () => {
    const planned = { ...FACTS, meeting: { ...FACTS.meeting, course: { is: 'planned' as const }, fees: [] } }
    expect(read(opening, planned)).toContain('Tổng số đảng viên: …; có mặt: …; vắng: ….')
    expect(openPlaces(expandDerived(opening, planned))).toBe(3)
  })
})

describe('[Y7] minutes write themselves', () => {
  const text = read(all)
  it.each([
    'Hôm nay, hồi 19 giờ 30 phút, ngày 03 tháng 12 năm 2026, tại Nhà văn hóa khu, Chi bộ khu Đồng Mít tổ chức sinh hoạt thường kỳ tháng 12/2026.',
    'Chủ trì: đồng chí Bùi Thị Thu An.',
    'Thư ký: đồng chí Đinh Công Bình.',
    'Tổng số đảng viên: 6 đồng chí; trong đó chính thức 5, dự bị 1.',
    'Có mặt: 3 đồng chí (chính thức 2, dự bị 1).',
    'Vắng có lý do: 1 đồng chí: Hà Thị Cúc.',
    'Chưa điểm danh: 1 đồng chí: Lê Văn Dũng.',
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

  it('what its speaker disowned is not in them', () => {
    expect(text).not.toContain('không phải ý tôi')
    expect(text).not.toContain('Hà Thị Cúc tự phê bình')
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

it('[Y7] last month’s tasks stand with their state at the start: deadline, permanent, carried over', () => {
  const { deadline: _, ...permanent } = task()
  const longAgo = Date.UTC(2026, 9, 3)
  const reported = [
    task({ assignedAt: Date.UTC(2026, 11, 3) }),
    { ...permanent, assignedAt: Date.UTC(2026, 11, 3) },
    task({ assignedAt: longAgo }),
  ]
  const content = expandDerived([{ part: 'derived', kind: 'taskResults' }], { ...FACTS, reported })
  const [table] = content
  const column = table?.part === 'table' ? table.rows.map((row) => contentText(row[2] ?? [])) : []
  expect(column).toEqual([
    'Tình trạng ban đầu',
    'Hạn 28/12/2026',
    'Thường xuyên',
    'Đang thực hiện; hạn 28/12/2026',
  ])
})

it('[Y15] self-criticism stands in the minutes only as its speaker confirmed it, its words beside them', () => {
  const content = expandDerived([{ part: 'derived', kind: 'course' }], FACTS)
  expect(leftOutOf(content).words).toEqual([own('o').id])
  expect(JSON.stringify(content)).not.toContain('nể nang')
  expect(read([{ part: 'derived', kind: 'course' }])).toContain(
    `${nameOf('an')} tự phê bình trước chi bộ: tôi còn nể nang.`,
  )
})

it('[V7] an adopted text has people by whose they are; names come in where it is read', () => {
  const content = expandDerived([{ part: 'derived', kind: 'opening' }], FACTS)
  const named = asRead(content, PUT_IN)
  expect(JSON.stringify(withoutNames(named))).not.toContain('Bùi')
  expect(withoutNames(named)).toEqual(content)
  expect(contentText(asRead(content, { ...PUT_IN, nameOf: () => '…' }))).toContain('Chủ trì: đồng chí ….')
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
  waits: { signing: 'Đã biểu quyết, chờ ký', confirming: 'Tạm ghi, chờ xác nhận', withdrawn: 'Đã thu hồi' },
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
  names: [],
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
    const named = { ...text, title: 'Đồng Mít giữ rừng', state: {} }
    expect(textPaper(named, given).summary).toBe('về Đồng Mít giữ rừng')
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
    const marks = (state: Adoptable) => textPaper({ ...text, state }, given).marks
    expect(marks({ adopted })).toEqual(['Đã biểu quyết, chờ ký'])
    expect(marks({ adopted, sealed })).toEqual(['Tạm ghi, chờ xác nhận'])
    const withdrawn = { reason: 'Sai tên.', by: 'an', at: AT }
    expect(marks({ adopted, sealed: { ...sealed, seq: 9 }, withdrawn })).toEqual(['Đã thu hồi'])
  })
})

it('[Y10] minutes have no hyphens; the minute-taker signs left, the chair right', () => {
  const sheet = minutesPaper(
    { content: [], state: {}, meeting: MEETING, number: null, waits: text.waits },
    given,
  )
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
