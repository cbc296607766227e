import type { Block, Content } from '#shared/records/content.ts'

const block = (text: string, kind: Block['kind'] = null, depth = 0): Block => ({
  part: 'block',
  kind,
  depth,
  runs: text === '' ? [] : [{ text }],
})

/** What drafts in the trials begin with. */
export const STARTS: Readonly<Record<string, Content>> = {
  empty: [],
  paragraph: [block('')],
  sentence: [block('Chi bộ họp bàn nhiệm vụ tháng mười hai.')],
  three: [block('Đoạn một.'), block('Đoạn hai.'), block('Đoạn ba.')],
  resolution: [
    block('I. Đánh giá tháng qua', 'heading'),
    { part: 'derived', kind: 'taskResults' },
    block('II. Nhiệm vụ tháng tới', 'heading'),
    block('Thu hoạch lúa vụ mùa.', 'number'),
    block('Vận động nhân dân đóng góp.', 'number', 1),
    block('Giữ gìn đường làng.', 'number', 1),
    block('Bảo đảm an ninh trật tự.', 'number'),
    block('Tuần tra ban đêm.', 'bullet'),
    {
      part: 'table',
      rows: [
        [[block('Việc')], [block('Người làm')]],
        [[block('Sửa mương')], [block('đ/c Lan')]],
      ],
    },
    block('Nghị quyết có hiệu lực từ ngày ký.'),
  ],
}
