/** How papers say who does something, by when, and what comes of it: data, because usage changes and communes differ. */
export type ClearWords = {
  id: string
  validFrom: string
  source: string
  confidence: 'V' | 'L' | 'G' | 'S' | 'own'
  /** Duties, bodies and groups that somebody answers for; written small, whole words. */
  bodies: readonly string[]
  /** What stands before a name. */
  titles: readonly string[]
  /** Patterns of times, as regular expressions over small letters. */
  times: readonly string[]
  /** What a number counts: `5 hộ`, `1,2 km`. */
  units: readonly string[]
  /** What can be handed in or shown. */
  products: readonly string[]
}

const CLEAR_WORDS_2026: ClearWords = {
  id: 'clear-2026',
  validFrom: '2025-10-28',
  source:
    'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025: nhiệm vụ ghi rõ người chủ trì, việc, thời hạn; cách viết thường gặp trong nghị quyết chi bộ khu dân cư',
  confidence: 'L',
  bodies: [
    ...['chi ủy', 'ban chi ủy', 'bí thư', 'phó bí thư', 'chi ủy viên', 'tổ đảng', 'ban công tác mặt trận'],
    ...[
      'trưởng khu',
      'trưởng thôn',
      'trưởng xóm',
      'trưởng bản',
      'trưởng ấp',
      'tổ trưởng',
      'tổ phó',
      'khu trưởng',
    ],
    ...['hội nông dân', 'hội phụ nữ', 'hội cựu chiến binh', 'hội người cao tuổi', 'chi hội', 'chi đoàn'],
    ...['đoàn thanh niên', 'hội khuyến học', 'hội chữ thập đỏ', 'mặt trận', 'ban mặt trận', 'các đoàn thể'],
    ...[
      'công an viên',
      'tổ an ninh',
      'tổ liên gia',
      'tổ hòa giải',
      'tổ công nghệ số',
      'tổ công tác',
      'tổ vay vốn',
    ],
    ...[
      'ban quản lý',
      'ban giám sát',
      'ban kiến thiết',
      'hợp tác xã',
      'nhà trường',
      'trạm y tế',
      'y tế thôn',
    ],
    ...[
      'mỗi đảng viên',
      'toàn thể đảng viên',
      'các đảng viên',
      'từng đảng viên',
      '100% đảng viên',
      'thủ quỹ',
      'thư ký',
    ],
  ],
  titles: ['đ/c', 'đc', 'đồng chí', 'các đồng chí', 'các đ/c', 'ông', 'bà'],
  times: [
    String.raw`\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?`,
    String.raw`ngày \d{1,2}`,
    String.raw`tháng (?:\d{1,2}|này|tới|sau|giêng|chạp)`,
    String.raw`quý (?:[1-4]|i{1,3}|iv)(?!\p{L})`,
    String.raw`tuần (?:\d|này|tới|sau|đầu|cuối|thứ)`,
    String.raw`(?:đầu|giữa|cuối|hết|trong|nửa) (?:tháng|năm|quý|tuần|vụ)`,
    String.raw`(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm|tối|sáng)`,
    String.raw`(?:trước|sau|dịp) tết`,
    String.raw`vụ (?:xuân|mùa|hè|đông|chiêm)`,
    String.raw`(?:kỳ|buổi) sinh hoạt (?:tới|sau|tháng)`,
    String.raw`thứ (?:hai|ba|tư|năm|sáu|bảy)(?!\p{L})|chủ nhật`,
    String.raw`năm (?:20\d\d|nay|tới|học)`,
    String.raw`thường xuyên`,
  ],
  units: [
    ...[
      'hộ',
      'km',
      'm',
      'm2',
      'm²',
      'mét',
      'ha',
      'sào',
      'cây',
      'con',
      'tấn',
      'tạ',
      'kg',
      'lít',
      'đoạn',
      'tuyến',
    ],
    ...[
      'triệu',
      'nghìn',
      'đồng',
      '%',
      'buổi',
      'lớp',
      'người',
      'cháu',
      'em',
      'đảng viên',
      'quần chúng',
      'hội viên',
    ],
    ...[
      'lần',
      'suất',
      'công',
      'ngày công',
      'cuộc',
      'gia đình',
      'trẻ',
      'bóng',
      'điểm',
      'mô hình',
      'thửa',
      'thùng',
    ],
  ],
  products: [
    ...['báo cáo', 'danh sách', 'kế hoạch', 'biên bản', 'hồ sơ', 'tờ trình', 'bản cam kết', 'quy ước', 'đơn'],
    ...['sổ', 'bản đăng ký', 'bản kiểm điểm', 'nghị quyết', 'kết luận', 'thông báo', 'giấy mời', 'dự thảo'],
  ],
}

const ALL: readonly ClearWords[] = [CLEAR_WORDS_2026]

/** The words in force on a day (`yyyy-mm-dd`). */
export function clearWordsOn(day: string): ClearWords {
  const begun = ALL.filter(({ validFrom }) => validFrom <= day)
  return begun.at(-1) ?? CLEAR_WORDS_2026
}
