/** Names that look like a village's, none of them anybody's. */
const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hà',
  'Đinh',
  'Tạ',
  'Lương',
  'Cao',
  'Triệu',
]
const MEN = {
  middle: [
    'Văn',
    'Đức',
    'Xuân',
    'Quang',
    'Hữu',
    'Minh',
    'Ngọc',
    'Đình',
    'Thế',
    'Công',
    'Trọng',
    'Tiến',
    'Quốc',
  ],
  given: [
    'Hòa',
    'Hùng',
    'Tâm',
    'Khải',
    'Thắng',
    'Lượng',
    'Sơn',
    'Dũng',
    'Tuấn',
    'Hiệp',
    'Khánh',
    'Long',
    'Nghĩa',
    'Phúc',
    'Toàn',
    'Vượng',
    'Bảo',
    'Chiến',
  ],
}
const WOMEN = {
  middle: [
    'Thị',
    'Thị Ngọc',
    'Thị Thu',
    'Thị Phương',
    'Thị Hồng',
    'Thị Kim',
    'Thị Thanh',
    'Thị Bích',
    'Thị Minh',
  ],
  given: [
    'Lan',
    'Mai',
    'Hạnh',
    'Thảo',
    'Nhung',
    'Oanh',
    'Huệ',
    'Tuyết',
    'Nguyệt',
    'Hiền',
    'Duyên',
    'Quỳnh',
    'Thủy',
    'Xuân',
    'Ánh',
    'Phượng',
  ],
}

export function madeUpName(chance: () => number): string {
  const { middle, given } = chance() < 0.55 ? MEN : WOMEN
  return [pick(FAMILIES, chance), pick(middle, chance), pick(given, chance)].join(' ')
}

export function pick<T>(from: readonly T[], chance: () => number): T {
  const chosen = from[Math.floor(chance() * from.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}
