import type { RuleValue } from './ruleset.ts'

/** What advice there is while a meeting is planned. */
export const ADVICE = [
  'presenters',
  'nobodyAssigned',
  'tooShort',
  'littleDiscussion',
  'draftMissing',
  'thematicMissing',
  'tasksWithoutResult',
  'noticeMissing',
  'papersMissing',
  'committeeMissing',
] as const
export type AdviceKind = (typeof ADVICE)[number]

type Values = {
  /** One person presents more than this share of the items. */
  presenters: { share: number }
  nobodyAssigned: Record<string, never>
  tooShort: Record<string, never>
  /** Less than this share of the minutes is for discussion. */
  littleDiscussion: { share: number }
  /** So many days before the meeting. */
  draftMissing: { days: number }
  /** From the n-th month of a quarter on. */
  thematicMissing: { month: number }
  tasksWithoutResult: Record<string, never>
  noticeMissing: { days: number }
  papersMissing: { days: number }
  committeeMissing: { days: number }
}

const GUIDANCE = 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025'

/** When each advice speaks, from which paper or practice. */
export const ADVICE_2026: { readonly [Kind in AdviceKind]: RuleValue<Values[Kind]> } = {
  presenters: { value: { share: 0.5 }, source: `${GUIDANCE}: phân công chuẩn bị nội dung`, confidence: 'V' },
  nobodyAssigned: { value: {}, source: `${GUIDANCE}: phân công chuẩn bị nội dung`, confidence: 'V' },
  tooShort: { value: {}, source: `${GUIDANCE}: ít nhất 90 phút`, confidence: 'V' },
  littleDiscussion: { value: { share: 0.25 }, source: 'Sổ Chi bộ', confidence: 'own' },
  draftMissing: { value: { days: 3 }, source: `${GUIDANCE}: chuẩn bị dự thảo nghị quyết`, confidence: 'V' },
  thematicMissing: { value: { month: 2 }, source: 'Ít nhất mỗi quý một buổi chuyên đề', confidence: 'V' },
  tasksWithoutResult: { value: {}, source: `${GUIDANCE}: đánh giá kết quả tháng trước`, confidence: 'V' },
  noticeMissing: { value: { days: 3 }, source: `${GUIDANCE}: thông báo đến từng đảng viên`, confidence: 'V' },
  papersMissing: {
    value: { days: 2 },
    source: `${GUIDANCE}: đăng tài liệu trước ít nhất 1 ngày`,
    confidence: 'V',
  },
  committeeMissing: { value: { days: 3 }, source: `${GUIDANCE}: chi ủy họp trước`, confidence: 'V' },
}
