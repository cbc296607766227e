import type { DiscussionView, RemarkView } from '#client/data/views.ts'
import { blockText } from '#shared/records/content.ts'
import type { RemarkWords } from '#shared/records/discussion.ts'
import { DRAFT } from './texts.ts'
import { personId } from './people.ts'

const HOUR = 3_600_000
const partName = (index: number): string => `7:${index}`
const paragraphAt = (index: number): string => {
  const part = DRAFT[index]
  return part?.part === 'block' ? blockText(part) : ''
}

/** What a cell says about the draft of the screens; `amount` as everywhere. */
export function talkAbout(amount: 'none' | 'one' | 'many', now: number): DiscussionView {
  const parts = DRAFT.map((part, index) => ({ name: partName(index), part }))
  const all = remarks(now)
  const versions = [
    {
      id: 'version-1',
      name: 'Bản trước buổi sinh hoạt',
      by: personId(3),
      at: now - 26 * HOUR,
      content: EARLIER,
    },
    {
      id: 'version-2',
      name: 'Bản đầu tiên chi ủy thống nhất',
      by: personId(0),
      at: now - 90 * HOUR,
      content: EARLIER.slice(0, 7),
    },
  ]
  if (amount === 'none') return { parts, remarks: [], versions: [] }
  return {
    parts,
    remarks: amount === 'one' ? all.slice(0, 1) : all,
    versions: amount === 'one' ? versions.slice(0, 1) : versions,
  }
}

/** The draft as it was: one line otherwise, one line less. */
const EARLIER = DRAFT.flatMap((part, index) => {
  if (index === 9) return []
  if (index !== 7 || part.part !== 'block') return [part]
  return [
    {
      ...part,
      runs: [{ text: 'Vận động nhân dân hoàn thành tuyến đường nội đồng khu Đồng Mạ trước ngày 10/12.' }],
    },
  ]
})

function remark(
  id: string,
  index: number | null,
  says: RemarkWords,
  more: Partial<RemarkView> = {},
): RemarkView {
  const where = index === null ? null : { part: partName(index), index, paragraph: paragraphAt(index) }
  const words = index === null ? '' : paragraphAt(index)
  const anchor = index === null ? null : { part: partName(index), words }
  return {
    id,
    by: personId(1),
    at: 0,
    anchor,
    says,
    answers: [],
    outcome: null,
    where,
    proposed: null,
    ...more,
  }
}

function proposal(
  id: string,
  index: number,
  [words, wording]: [string, string],
  more: Partial<RemarkView> = {},
) {
  const was = paragraphAt(index)
  const at = was.indexOf(words)
  const beside = { before: was.slice(0, at), behind: was.slice(at + words.length) }
  const says = { is: 'proposal' as const, way: 'replace' as const, wording, ...beside }
  const proposed = { was, wanted: beside.before + wording + beside.behind, unchanged: true }
  return remark(id, index, says, { proposed, ...more })
}

function remarks(now: number): RemarkView[] {
  const at = (hours: number) => now - hours * HOUR
  return [
    proposal('remark-1', 7, ['20/12.', '25/12, vì bà con còn thu hoạch.'], {
      by: personId(16),
      at: at(3),
      says: {
        is: 'proposal',
        way: 'replace',
        wording: '25/12, vì bà con còn thu hoạch.',
        before: paragraphAt(7).slice(0, -6),
        behind: '',
        why: 'Từ 15 đến 20/12 cả khu gặt rộ, huy động người làm đường rất khó.',
      },
    }),
    remark(
      'remark-2',
      7,
      { is: 'comment', text: 'Nên ghi rõ đ/c nào chủ trì và tổ nào làm đoạn nào.' },
      {
        by: personId(17),
        at: at(20),
        answers: [{ id: 'a1', by: personId(0), at: at(18), text: 'Đ/c Hùng chủ trì, chi ủy sẽ ghi thêm.' }],
      },
    ),
    proposal('remark-3', 8, ['4 hộ', '5 hộ'], {
      by: personId(4),
      at: at(30),
      proposed: {
        was: paragraphAt(8).replace('4 hộ', '3 hộ'),
        wanted: paragraphAt(8).replace('4 hộ', '5 hộ'),
        unchanged: false,
      },
    }),
    remark(
      'remark-4',
      null,
      { is: 'comment', text: 'Bản này gọn, dễ hiểu. Đề nghị giữ như vậy.' },
      { by: personId(10), at: at(31) },
    ),
    remark(
      'remark-5',
      null,
      { is: 'comment', text: 'Đề nghị bỏ ý này.' },
      {
        by: personId(12),
        at: at(50),
        anchor: { part: '7:99', words: 'Tổ chức thăm hỏi gia đình chính sách dịp 22/12.' },
      },
    ),
    proposal('remark-6', 4, ['ổn định', 'cơ bản ổn định'], {
      by: personId(1),
      at: at(60),
      outcome: { is: 'accepted', by: personId(3), at: at(40) },
    }),
    proposal('remark-7', 9, ['cây đầu xuân', '200 cây lát dọc đường nội đồng'], {
      by: personId(6),
      at: at(61),
      outcome: { is: 'declined', by: personId(0), at: at(41), why: 'Chưa có cây giống, để tháng 2.' },
    }),
  ]
}
