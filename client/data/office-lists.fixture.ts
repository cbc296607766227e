import writeXlsxFile from 'write-excel-file/node'

type Cell = string | number | Date | null | { value: string; columnSpan?: number; rowSpan?: number }
type Made = { name: string; rows: readonly (readonly Cell[])[] }

/** A real .xlsx file, with merged cells and dates as Excel keeps them. */
export async function xlsx(...sheets: Made[]): Promise<File> {
  const written = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row) =>
      row.map((cell) => {
        if (cell instanceof Date) return { value: cell, type: Date, format: 'dd/mm/yyyy' }
        if (cell === null || typeof cell !== 'object') return cell
        return { ...cell, type: String }
      }),
    ),
  }))
  const buffer = await writeXlsxFile(written as Parameters<typeof writeXlsxFile>[0]).toBuffer()
  return new File([new Uint8Array(buffer)], 'danh-sach.xlsx')
}

const day = (y: number, m: number, d: number) => new Date(Date.UTC(y, m - 1, d))
const over = (value: string, columnSpan: number) => ({ value, columnSpan })
const down = (value: string, rowSpan = 2) => ({ value, rowSpan })

/** One sheet of a cell: titles, a header of two rows, dates of admission, card and telephone numbers, signatures. */
export const CELL_LIST: Made = {
  name: 'DS đảng viên',
  rows: [
    [over('ĐẢNG BỘ XÃ THANH BA', 4), null, null, null, over('ĐẢNG CỘNG SẢN VIỆT NAM', 5)],
    [over('CHI BỘ KHU ĐỒNG MẠ', 4)],
    [],
    [over('DANH SÁCH ĐẢNG VIÊN CHI BỘ KHU ĐỒNG MẠ', 9)],
    [over('(Tính đến ngày 01/11/2026)', 9)],
    [
      down('STT'),
      down('Họ và tên'),
      down('Ngày, tháng, năm sinh'),
      over('Ngày vào Đảng', 2),
      null,
      down('Số thẻ đảng viên'),
      down('Chức vụ'),
      down('Số điện thoại'),
      down('Ghi chú'),
    ],
    [null, null, null, 'Dự bị', 'Chính thức', null, null, null, null],
    [
      1,
      'NGUYỄN THỊ PHƯƠNG LAN',
      day(1971, 5, 2),
      day(1999, 3, 3),
      day(2000, 3, 3),
      '042.071234',
      'Bí thư',
      '0912345678',
      null,
    ],
    [
      2,
      'TRẦN VĂN HOÀ',
      day(1968, 1, 20),
      day(1995, 9, 2),
      day(1996, 9, 2),
      '042.071235',
      'Phó Bí thư, trưởng khu',
      '0987654321',
      null,
    ],
    [3, 'LÊ THỊ MAI', day(1980, 12, 1), day(2010, 2, 3), day(2011, 2, 3), '042.071236', null, null, null],
    [4, 'LÝ A PÁO', day(1998, 7, 15), day(2026, 5, 19), null, null, null, '0356789012', 'đang học'],
    [null, 'Tổng cộng: 4 đảng viên'],
    [null, null, null, null, null, null, over('Thanh Ba, ngày 05 tháng 11 năm 2026', 3)],
    [null, 'NGƯỜI LẬP BIỂU', null, null, null, null, 'T/M CHI BỘ'],
    [null, 'Trần Văn Hòa', null, null, null, null, 'Nguyễn Thị Phương Lan'],
  ],
}

/** The whole commune on one sheet, the cells as titles of parts, year of birth in one column for men, one for women. */
export const COMMUNE_BY_PARTS: Made = {
  name: 'Tổng hợp',
  rows: [
    [over('TỔNG HỢP ĐẢNG VIÊN TOÀN ĐẢNG BỘ NĂM 2026', 7)],
    [
      down('TT'),
      down('Họ và tên'),
      over('Năm sinh', 2),
      null,
      down('Chức vụ Đảng'),
      down('Diện'),
      down('Địa chỉ'),
    ],
    [null, null, 'Nam', 'Nữ', null, null, null],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
    ['I', 'Chi bộ Khu 1 (2 đ/c)'],
    [1, 'Hà Văn Tâm', 1962, null, 'BT', 'Chính thức', 'Khu 1'],
    [2, 'Bùi Thị Hạnh', null, 1955, null, 'Miễn SHĐ', 'Khu 1'],
    ['II', 'Chi bộ Trường THCS Thanh Ba'],
    [1, 'Đinh Công Hùng', 1979, null, 'Bí thư kiêm Hiệu trưởng', 'CT', null],
    [2, 'Hà Văn Tâm', 1990, null, 'Bí thư Đoàn', 'DB', null],
    [null, 'Cộng', 4],
  ],
}

/** Several sheets, one for each cell, and one that is no list; family and given name in two columns. */
export const SHEET_FOR_EACH: Made[] = [
  { name: 'Bìa', rows: [['SỔ THEO DÕI'], ['Năm 2026']] },
  {
    name: 'Khu 3',
    rows: [
      [over('Danh sách', 4)],
      ['STT', over('Họ và tên', 2), null, 'Ngày sinh', 'Chức danh'],
      [1, 'Nguyễn Thị Hồng', 'Nhung', '12/03/1985', 'Bí thư chi bộ'],
      [2, 'Phạm Ngọc', 'Ánh', '1/1/79', 'Chi uỷ viên'],
    ],
  },
  {
    name: 'Trạm y tế',
    rows: [
      ['STT', over('Họ và tên', 2), null, 'Ngày sinh', 'Chức danh'],
      [1, 'Đỗ Văn', 'Minh', '04/11/1983', 'BT'],
    ],
  },
]

/** Columns in another order and under other names, a column of the cell filled in once for several rows. */
export const BY_COLUMN: Made = {
  name: 'Sheet1',
  rows: [
    ['Đơn vị sinh hoạt', 'Số CCCD', 'Đảng viên', 'Tình trạng', 'Sinh năm', 'Nơi ở hiện nay'],
    [
      'CB khu Đồng Mạ',
      '025071001234',
      'Vũ Đình Quyết',
      'đảng viên chính thức',
      1960,
      'Khu Đồng Mạ, xã Thanh Ba',
    ],
    [null, '025071001235', 'Nguyễn Hữu Thắng', 'dự bị', 2001, 'Khu Đồng Mạ'],
    [
      'Chi bộ HTX Nông nghiệp',
      '025071001236',
      'Trịnh Thị Thanh Huyền',
      'miễn công tác, sinh hoạt',
      1949,
      'Khu 9',
    ],
    [null, '025071001237', 'Lê Quang Vinh', 'nghỉ phép', 1975, 'Khu 9'],
    [null, '025071001238', 'Tuyết', 'dự bị', 1999, 'Khu 9'],
  ],
}

/** Crosses for what somebody is, and old names of the app's own template. */
export const CROSSES: Made = {
  name: 'Chi bộ Công an xã',
  rows: [
    ['Chi bộ Công an xã – danh sách đảng viên'],
    ['TT', 'Họ, tên đảng viên', 'Đảng viên chính thức', 'Đảng viên dự bị', 'Được miễn SH', 'ĐT'],
    [1, 'Ngô Thị Tuyết Trinh', 'x', null, null, '0912 345 678'],
    [2, 'Đặng Văn Sơn', null, 'x', null, '0912 345 679'],
    [3, 'Tôn Nữ Hoàng Diễm Quỳnh', 'x', null, 'x', '0912 345 670'],
  ],
}

/** No header at all, as somebody sends it by chat. */
export const NO_HEADER: Made = {
  name: 'Trang tính1',
  rows: [
    ['1', 'Nguyễn Đức Ân', 'bí thư', '1966'],
    ['2', 'Trần Thị Ánh Nguyệt', 'phó bí thư', '1974'],
    ['3', 'Phan Thanh Bình', '', '1990'],
    ['4', 'Hoàng Thị Bích Ngọc', '', ''],
  ],
}
