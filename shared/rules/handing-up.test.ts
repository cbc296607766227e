import { expect, it } from 'vitest'
import type { AgendaItem } from '#shared/records/agenda.ts'
import type { HandedDraft } from '#shared/records/handed-up.ts'
import type { Course } from '#shared/records/meeting.ts'
import { comingFromAbove, whatGoesUp } from './handing-up.ts'

const paper = (letter: string, name: string) => ({
  file: { id: letter.repeat(43), media: 'application/pdf' as const, size: 3000 },
  name,
})
const AGENDA: AgendaItem[] = [
  {
    ...{ id: 'item-0001', part: 'people', title: 'Xét kết nạp', minutes: 20, presenter: 'an-person' },
    ...{ guide: 'Hỏi kỹ lý lịch.', person: 'dung-person', text: 'draft-0001' },
  },
  {
    ...{ id: 'item-0002', part: 'documents', title: 'Văn bản mới', minutes: 10 },
    papers: [paper('a', 'Đề cương.pdf'), paper('b', '(MẬT) phương án.pdf'), paper('c', 'Nuôi ong mật.pdf')],
  },
  { id: 'item-0003', part: 'free', title: 'Độ mật: Mật', minutes: 10, papers: [paper('d', 'Khác.pdf')] },
]
const draft = (record: string, title: string, text: string): HandedDraft => ({
  ...{ record, title },
  content: [{ part: 'block', kind: null, depth: 0, runs: [{ text }] }],
})
const DRAFTS = [
  draft('draft-0001', 'Nghị quyết tháng 12', 'Vệ sinh đường làng.'),
  draft('draft-0002', 'Phương án', 'TỐI MẬT'),
]
const PLANNED: Course = { is: 'planned' }
const MEETING = {
  ...{ type: 'regular' as const, month: '2026-12', startsAt: '2026-12-03T19:30', place: 'Nhà văn hóa' },
  ...{ minutes: 90, agenda: AGENDA, course: PLANNED },
}

it('[Z4] goes up title by title: no guide, nobody of whom an item speaks, no link into the book', () => {
  expect(whatGoesUp(MEETING, []).agenda[0]).toEqual({
    ...{ id: 'item-0001', title: 'Xét kết nạp', presenter: 'an-person', minutes: 20 },
  })
})

it('[Z3] what bears a marking of secrecy stays and is named', () => {
  const { agenda, drafts, left } = whatGoesUp({ ...MEETING, topic: 'Tuyệt mật' }, DRAFTS)
  expect(agenda.map(({ title }) => title)).toEqual(['Xét kết nạp', 'Văn bản mới'])
  expect(agenda[1]?.papers?.map(({ name }) => name)).toEqual(['Đề cương.pdf', 'Nuôi ong mật.pdf'])
  expect(drafts.map(({ title }) => title)).toEqual(['Nghị quyết tháng 12'])
  expect(left).toEqual(['Tuyệt mật', '(MẬT) phương án.pdf', 'Độ mật: Mật', 'Phương án'])
})

it('[Z2] what whoever hands up keeps back does not go either, and nobody need say why', () => {
  const { agenda, drafts, left } = whatGoesUp(
    MEETING,
    [DRAFTS[0] as HandedDraft],
    new Set(['draft-0001', 'a'.repeat(43), 'c'.repeat(43)]),
  )
  expect(agenda[1]).not.toHaveProperty('papers')
  expect(drafts).toEqual([])
  expect(left).toEqual(['(MẬT) phương án.pdf', 'Độ mật: Mật'])
})

it('[Z2] that it was called off goes up, why does not', () => {
  const course: Course = { is: 'cancelled', reason: 'Bão số 12', at: 1 }
  expect(whatGoesUp({ ...MEETING, course }, []).notice).toEqual({
    ...{ type: 'regular', month: '2026-12', startsAt: '2026-12-03T19:30', place: 'Nhà văn hóa', minutes: 90 },
    cancelled: true,
  })
})

it('[Z6] those come who said last that they do', () => {
  expect(comingFromAbove({ phu: { coming: true }, oanh: { coming: false } })).toEqual(['phu'])
  expect(comingFromAbove(undefined)).toEqual([])
})
