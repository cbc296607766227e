import { expect, it } from 'vitest'
import { line, table } from './lines.ts'
import { plainText, sheetText } from './plain-text.ts'

const BODY = [
  line([{ bold: 'I- ĐÁNH GIÁ' }], 'heading'),
  line(['Việc một'], 'number'),
  line(['phần đầu'], 'number', 1),
  line(['phần sau'], 'number', 1),
  line(['Việc hai'], 'number'),
  line([]),
  line(['Việc khác'], 'number'),
  line(['chú ý'], 'bullet'),
  table([
    [['TT'], ['Nội dung'], ['']],
    [['1'], ['Điểm danh'], ['An']],
  ]),
  { part: 'derived' as const, kind: 'votes' as const },
]

it('a text to paste is numbered as on paper, a row of a table is a line, empty lines and unwritten parts leave nothing', () => {
  expect(plainText(BODY)).toBe(
    [
      ...['I- ĐÁNH GIÁ', '1. Việc một', 'a) phần đầu', 'b) phần sau', '2. Việc hai', '1. Việc khác'],
      ...['- chú ý', 'TT | Nội dung', '1 | Điểm danh | An'],
    ].join('\n'),
  )
})

it('a paper to paste says first what it is, without heading and signatures', () => {
  const sheet = {
    ...{ name: 'x', left: { superior: 'ĐẢNG BỘ', body: 'CHI BỘ' }, motto: 'ĐẢNG', placeDate: 'Thanh Mộc' },
    ...{ type: 'NGHỊ QUYẾT', summary: 'về nước sạch', number: 'Số 05-NQ/CB', hyphens: true },
    ...{ body: [line(['Thống nhất.'])], signatures: { right: { lines: ['BÍ THƯ'], name: 'An' } } },
    ...{ recipients: [], marks: [] },
  }
  expect(sheetText(sheet)).toBe('NGHỊ QUYẾT về nước sạch\nSố 05-NQ/CB\nThống nhất.')
})
