import type { PaperType } from '#shared/records/adoption.ts'
import type { RuleValue } from './ruleset.ts'

/** How an official paper looks; lengths in millimetres, letters in points. */
export type PaperLayout = {
  id: string
  validFrom: string
  margins: RuleValue<{ top: number; bottom: number; left: number; right: number }>
  font: RuleValue<{ family: string; body: number; line: number; before: number; indent: number }>
  /** Where page numbers begin; they stand in the middle above the text. */
  pageNumbers: RuleValue<{ fromPage: number }>
  /** Letters that number lines, in their order. */
  letters: RuleValue<string>
  /** Right above: the party's name. */
  motto: RuleValue<string>
  /** Names of types as they stand in capitals. */
  names: RuleValue<Readonly<Record<PaperType, string>>>
  /** Types that have no five hyphens under their name. */
  withoutHyphens: RuleValue<readonly PaperType[]>
  organ: RuleValue<string>
}

/** Layout of party papers. */
export const LAYOUT_2026: PaperLayout = {
  id: '05-hd-vptw-2026',
  validFrom: '2026-05-27',
  margins: {
    value: { top: 20, bottom: 20, left: 30, right: 15 },
    source: 'Hướng dẫn 05-HD/VPTW ngày 27/5/2026',
    confidence: 'L',
  },
  font: {
    value: { family: 'Times New Roman', body: 14, line: 18, before: 6, indent: 10 },
    source: 'Hướng dẫn 05-HD/VPTW ngày 27/5/2026',
    confidence: 'L',
  },
  pageNumbers: { value: { fromPage: 2 }, source: 'thông lệ trình bày văn bản của Đảng', confidence: 'S' },
  letters: {
    value: 'abcdđeghiklmnopqrstuvxy',
    source: 'Hướng dẫn 05-HD/VPTW ngày 27/5/2026',
    confidence: 'L',
  },
  motto: { value: 'ĐẢNG CỘNG SẢN VIỆT NAM', source: 'Hướng dẫn 05-HD/VPTW ngày 27/5/2026', confidence: 'V' },
  names: {
    value: {
      NQ: 'NGHỊ QUYẾT',
      KL: 'KẾT LUẬN',
      TB: 'THÔNG BÁO',
      BC: 'BÁO CÁO',
      BB: 'BIÊN BẢN',
      KH: 'KẾ HOẠCH',
      CTr: 'CHƯƠNG TRÌNH',
      QD: 'QUYẾT ĐỊNH',
      GM: 'GIẤY MỜI',
    },
    source: 'Quy định 399-QĐ/TW ngày 09/01/2026; giấy mời: thông lệ',
    confidence: 'L',
  },
  withoutHyphens: { value: ['BB'], source: 'Hướng dẫn 05-HD/VPTW ngày 27/5/2026', confidence: 'L' },
  organ: { value: 'CB', source: 'Quy định 399-QĐ/TW ngày 09/01/2026', confidence: 'L' },
}
