import { describe, expect, it } from 'vitest'
import type { Block, Content } from '#shared/records/content.ts'
import { clearWordsOn } from '#shared/rulesets/clear-words.ts'
import { MISSING, missingIn, unclearLines } from './clear-lines.ts'

const NAMES = ['Nguyễn Thị Phương Lan', 'Trần Văn Hòa', 'Đinh Công Hùng', 'Lý A Páo']
const WORDS = clearWordsOn('2026-12-03')

/** Lines as village cells write them, and what they leave open, as a person judged who read them; invented by us. */
const LINES: readonly [line: string, missing: string][] = [
  ['Vận động 5 hộ hiến đất làm đường nội đồng trước ngày 20/12; đ/c Hùng chủ trì.', ''],
  [
    'Rà soát 4 hộ cận nghèo, giúp làm hồ sơ vay vốn; đ/c Nguyễn Thị Phương Lan chủ trì, báo cáo tại kỳ sinh hoạt tháng 01.',
    '',
  ],
  ['Đồng chí Hòa phụ trách nạo vét 800 m mương nội đồng, xong trong tháng 12.', ''],
  ['Chi hội phụ nữ tổ chức 1 buổi tuyên truyền phân loại rác vào tuần 2.', ''],
  ['Chi đoàn trồng 200 cây lát dọc đường vào dịp Tết, xong trước Tết.', ''],
  ['Chi ủy lập danh sách quần chúng ưu tú, gửi Đảng ủy trước 15/12.', ''],
  ['Bí thư chi bộ báo cáo kết quả phân loại đảng viên trong quý IV.', ''],
  ['Ban công tác mặt trận vận động 100% hộ ký bản cam kết không đốt pháo trước ngày 25/12.', ''],
  ['Trưởng khu rà soát 12 hộ chưa đóng quỹ, báo cáo vào cuối tháng.', ''],
  ['Tổ công nghệ số hướng dẫn 30 người dùng dịch vụ công hằng tuần.', ''],
  ['Mỗi đảng viên giúp 1 hộ làm vườn, xong trong vụ xuân.', ''],
  ['Đ/c Páo thu đảng phí quý I, nộp danh sách cho chi ủy ngày 05.', ''],
  ['Hội nông dân cấp 2 tấn phân bón cho các hộ trong tháng này.', ''],
  ['Trần Văn Hòa hoàn thiện sổ biên bản trước buổi sinh hoạt tới.', ''],
  ['Hội cựu chiến binh kiểm tra 3 tuyến đường tự quản vào chủ nhật.', ''],
  ['Phó bí thư xây dựng kế hoạch sinh hoạt chuyên đề năm 2027, xong trước ngày 28/12.', ''],
  ['Trạm y tế tiêm phòng cho 45 trẻ trong tuần 3 tháng 12.', ''],
  ['Ban quản lý nhà văn hóa sửa 8 bóng đèn, xong giữa tháng.', ''],
  ['Các đồng chí Lan, Hùng thăm 6 gia đình chính sách dịp 22/12.', ''],
  ['Tổ hòa giải lập biên bản vụ tranh chấp lối đi, xong trong tuần này.', ''],

  ['Phát động trồng cây đầu xuân.', 'who when what'],
  ['Tiếp tục thực hiện tốt công tác dồn điền đổi thửa.', 'who when what'],
  ['Tăng cường tuyên truyền chủ trương, đường lối của Đảng.', 'who when what'],
  ['Giữ vững an ninh trật tự trên địa bàn.', 'who when what'],
  ['Đẩy mạnh xây dựng nông thôn mới nâng cao.', 'who when what'],
  ['Nâng cao chất lượng sinh hoạt chi bộ.', 'who when what'],
  ['Vận động nhân dân hoàn thành tuyến đường nội đồng khu Đồng Mạ, dài 1,2 km, trước ngày 20/12.', 'who'],
  ['Vận động nhân dân đóng góp 15 triệu đồng làm cổng khu trước ngày 30/12.', 'who'],
  ['Rà soát 4 hộ cận nghèo trong tháng 12.', 'who'],
  ['Hoàn thành hồ sơ đề nghị kết nạp trước ngày 10/01/2027.', 'who'],
  ['Tổ chức 2 buổi lao động vệ sinh đường làng trong tháng.', 'who'],
  ['Nộp báo cáo năm về Đảng ủy xã trước 20/12.', 'who'],
  ['Đ/c Lan rà soát 4 hộ cận nghèo.', 'when'],
  ['Hội phụ nữ vận động 20 hội viên trồng rau sạch.', 'when'],
  ['Chi ủy xây dựng kế hoạch kiểm tra đảng viên.', 'when'],
  ['Đồng chí Hùng lập danh sách hộ hiến đất.', 'when'],
  ['Giao ông Bình sửa 300 m mương.', 'when'],
  ['Đ/c Hùng phụ trách an ninh trong dịp Tết, trước ngày 15/01.', 'what'],
  ['Chi đoàn vệ sinh đường làng vào chủ nhật hằng tuần.', 'what'],
  ['Mặt trận phối hợp tuyên truyền trong tháng 12.', 'what'],
  ['Đồng chí Hòa đôn đốc việc thu hoạch vụ mùa, xong trước 15/12.', 'what'],
  ['Phấn đấu thu nhập bình quân tăng 10%.', 'who when'],
  ['Xóa 3 hộ nghèo, không để tái nghèo.', 'who when'],
  ['Làm 1,5 km kênh mương nội đồng.', 'who when'],
  ['Đ/c Hùng phụ trách công tác an ninh.', 'when what'],
  ['Chi hội nông dân hướng dẫn bà con chăm sóc lúa.', 'when what'],
  ['Giao đồng chí Lan theo dõi công tác phụ nữ.', 'when what'],
  ['Hoàn thành thu hoạch lúa trước ngày 15/12.', 'who what'],
  ['Tuyên truyền phòng cháy trong mùa khô, từ tháng 12.', 'who what'],
  ['Chuẩn bị tốt cho Tết, xong trước ngày 20/01.', 'who what'],
]

describe('[R10] what a task does not say', () => {
  it.each(LINES)('%s', (line, missing) => {
    expect(missingIn(line, NAMES, WORDS).join(' ')).toBe(missing)
  })

  it('both kinds are there, and each thing is missing and said often enough to tell', () => {
    expect(LINES.length).toBeGreaterThanOrEqual(40)
    for (const what of MISSING) {
      const missing = LINES.filter(([, left]) => left.includes(what)).length
      expect(Math.min(missing, LINES.length - missing), what).toBeGreaterThan(10)
    }
  })
})

describe('[R10] which lines are looked at', () => {
  const block = (kind: Block['kind'], text: string, depth = 0): Block => ({
    ...{ part: 'block', kind, depth },
    runs: text === '' ? [] : [{ text }],
  })
  const VAGUE = 'Tiếp tục giữ vững an ninh trật tự.'
  const placesIn = (content: Content) => unclearLines(content, NAMES, WORDS).map(({ index }) => index)

  it('points under the tasks, and none elsewhere', () => {
    const content = [
      block('heading', 'I- ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG TRƯỚC'),
      block('number', VAGUE),
      block('heading', 'II- NHIỆM VỤ THÁNG NÀY'),
      block(null, VAGUE),
      block('number', VAGUE),
      block('heading', '1. Kinh tế', 1),
      block('bullet', VAGUE),
      block('heading', 'III- PHÂN CÔNG, TỔ CHỨC THỰC HIỆN'),
      block('number', VAGUE),
    ]
    expect(placesIn(content)).toEqual([4, 6])
    expect(placesIn([block('heading', 'II- NHIỆM VỤ'), block('number', 'Họp'), block('number', '')])).toEqual(
      [],
    )
  })

  it.each([
    'II- NHIỆM VỤ THÁNG 12',
    'II. Phương hướng, nhiệm vụ tháng tới',
    'III- NHIỆM VỤ VÀ GIẢI PHÁP',
    'Nhiệm vụ',
  ])('%s is a heading of tasks', (heading) =>
    expect(placesIn([block('heading', heading), block('bullet', VAGUE)])).toEqual([1]),
  )

  it('a point with points below it is read with each of them', () => {
    const content = [
      block('heading', 'II- NHIỆM VỤ'),
      block('number', 'Đ/c Hùng phụ trách, xong trước 20/12:'),
      block('bullet', 'vận động 5 hộ hiến đất;', 1),
      block('bullet', 'giữ gìn vệ sinh.', 1),
      block('number', VAGUE),
    ]
    expect(unclearLines(content, NAMES, WORDS)).toEqual([
      { index: 3, missing: ['what'] },
      { index: 4, missing: ['who', 'when', 'what'] },
    ])
  })
})
