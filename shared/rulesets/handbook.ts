import type { RuleValue } from './ruleset.ts'

/** What a part of a package is. */
export type PartKind = 'notice' | 'agenda' | 'paper' | 'draft' | 'minutes' | 'text'

/** [X2] In which order the e-handbook wants the parts of the two packages. */
export const HANDBOOK_ORDER: RuleValue<Readonly<Record<'before' | 'after', readonly PartKind[]>>> = {
  value: { before: ['notice', 'agenda', 'paper', 'draft'], after: ['minutes', 'text'] },
  source:
    'Chưa thấy văn bản hướng dẫn của Sổ tay đảng viên điện tử; theo thứ tự các bước của Hướng dẫn 42-HD/BTCTW ngày 28/10/2025',
  confidence: 'G',
}
