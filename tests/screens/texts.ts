import type { Block, BlockKind, Content } from '#shared/records/content.ts'

const block = (kind: BlockKind | null, depth: number, text: string, bold = false): Block => ({
  part: 'block',
  kind,
  depth,
  runs: [bold ? { text, bold: true } : { text }],
})

export const DRAFT: Content = [
  block('heading', 0, 'NGHỊ QUYẾT', true),
  block('heading', 0, 'về lãnh đạo thực hiện nhiệm vụ tháng 12/2026'),
  block(
    null,
    0,
    'Ngày 03/12/2026, tại nhà văn hóa khu Đồng Mạ, Chi bộ họp sinh hoạt thường kỳ, có mặt 19/22 đảng viên.',
  ),
  block('heading', 1, 'I- ĐÁNH GIÁ THÁNG 11'),
  block(
    'bullet',
    0,
    'Tư tưởng đảng viên và nhân dân ổn định, đồng thuận với chủ trương hiến đất mở rộng đường nội đồng.',
  ),
  {
    part: 'table',
    rows: [
      [[block(null, 0, 'TT', true)], [block(null, 0, 'Nhiệm vụ', true)], [block(null, 0, 'Kết quả', true)]],
      [[block(null, 0, '1')], [block(null, 0, 'Vận động 5 hộ hiến đất')], [block(null, 0, 'Xong 4/5 hộ')]],
    ],
  },
  block('heading', 1, 'II- NHIỆM VỤ THÁNG 12'),
  block(
    'number',
    0,
    'Vận động nhân dân hoàn thành tuyến đường nội đồng khu Đồng Mạ, dài 1,2 km, trước ngày 20/12.',
  ),
  block(
    'number',
    0,
    'Rà soát 4 hộ cận nghèo, giúp làm hồ sơ vay vốn; đ/c Nguyễn Thị Phương Lan chủ trì, báo cáo tại kỳ sinh hoạt tháng 01.',
  ),
  block('number', 0, 'Phát động trồng cây đầu xuân.'),
  { part: 'derived', kind: 'taskResults' },
]

export const NOTICE = {
  title: 'Mời bà con họp bàn làm đường nội đồng',
  body: 'Kính mời mỗi gia đình cử một người dự họp bàn việc mở rộng đường nội đồng, đoạn từ cầu Đá đến nhà văn hóa.\n\nKhi đi bà con mang theo giấy tờ ruộng (nếu có).',
  when: '2026-12-05T19:30',
  where: 'Nhà văn hóa khu Đồng Mạ',
}
