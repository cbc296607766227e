import type { Block, Content, DerivedKind } from '#shared/records/content.ts'

/** A text to begin with: data, with its source and how sure we are of it. */
export type Template = {
  id: string
  validFrom: string
  source: string
  confidence: 'V' | 'L' | 'G'
  content: Content
}

const line = (text: string, kind: Block['kind'] = null, depth = 0): Block => ({
  part: 'block',
  kind,
  depth,
  runs: text === '' ? [] : [{ text }],
})
const heading = (text: string): Block => ({
  part: 'block',
  kind: 'heading',
  depth: 0,
  runs: [{ text, bold: true }],
})
const below = (text: string): Block => line(text, 'heading', 1)

/**
 * The monthly resolution of a cell in four parts. No central form is mandatory; the parts follow what real cells
 * write, the numbers of the score card stand as headings only.
 */
export const MONTHLY_RESOLUTION: Template = {
  id: 'monthly',
  validFrom: '2025-10-28',
  source: 'Nghị quyết tháng của chi bộ khu dân cư; Hướng dẫn 42-HD/BTCTW ngày 28/10/2025 (mẫu tham khảo)',
  confidence: 'L',
  content: [
    { part: 'derived', kind: 'opening' },
    { part: 'derived', kind: 'headcount' },
    line('Sau khi thảo luận, chi bộ thống nhất ra nghị quyết như sau:'),
    heading('I- ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG TRƯỚC'),
    below('1. Công tác chính trị, tư tưởng'),
    line(''),
    below('2. Thực hiện nhiệm vụ chính trị'),
    line(''),
    below('3. Kết quả thực hiện nghị quyết tháng trước'),
    { part: 'derived', kind: 'taskResults' },
    below('4. Biểu dương, nhắc nhở'),
    line(''),
    below('5. Hạn chế và nguyên nhân'),
    line(''),
    heading('II- NHIỆM VỤ THÁNG NÀY'),
    line('', 'number'),
    heading('III- PHÂN CÔNG, TỔ CHỨC THỰC HIỆN'),
    line('', 'number'),
    heading('IV- TỰ CHẤM ĐIỂM BUỔI SINH HOẠT'),
    line(''),
  ],
}

/**
 * A resolution on one subject: where things stand and why, what is wanted, what is to be done, who sees to it. The four
 * parts are usual; no central form is mandatory.
 */
const THEMATIC_RESOLUTION: Template = {
  id: 'thematic',
  validFrom: '2025-10-28',
  source:
    'Nghị quyết chuyên đề của chi bộ: các phần thường dùng; Hướng dẫn 42-HD/BTCTW ngày 28/10/2025 (tham khảo)',
  confidence: 'L',
  content: [
    line('Thực hiện chương trình công tác năm …, chi bộ tổ chức sinh hoạt chuyên đề về ….'),
    line('Sau khi nghe báo cáo và thảo luận, chi bộ thống nhất ra nghị quyết như sau:'),
    heading('I- TÌNH HÌNH VÀ NGUYÊN NHÂN'),
    below('1. Kết quả đã đạt được'),
    line('', 'bullet'),
    below('2. Hạn chế'),
    line('', 'bullet'),
    below('3. Nguyên nhân'),
    line('', 'bullet'),
    heading('II- QUAN ĐIỂM, MỤC TIÊU'),
    below('1. Quan điểm'),
    line(''),
    below('2. Mục tiêu'),
    line('', 'bullet'),
    heading('III- NHIỆM VỤ VÀ GIẢI PHÁP'),
    line('', 'number'),
    heading('IV- TỔ CHỨC THỰC HIỆN'),
    line('', 'number'),
    line('Nghị quyết này phổ biến đến toàn thể đảng viên trong chi bộ để thực hiện.'),
  ],
}

/** [M77] The text of a resolution on one topic: that of the template, its opening naming the topic and the year. */
export function thematicText(topic: string, year: string): Content {
  const [, ...rest] = THEMATIC_RESOLUTION.content
  const opening = `Thực hiện chương trình công tác năm ${year}, chi bộ tổ chức sinh hoạt chuyên đề “${topic}”.`
  return [line(opening), ...rest]
}

/** [M77] What it is called; a title has at most 200 letters. */
export function thematicTitle(topic: string): string {
  const whole = `Nghị quyết chuyên đề: ${topic}`
  return whole.length <= 200 ? whole : `${whole.slice(0, 199).trimEnd()}…`
}

/** What a meeting ends with that passes no resolution: many do. */
const CONCLUSION: Template = {
  id: 'conclusion',
  validFrom: '2025-10-28',
  source: 'Kết luận sinh hoạt chi bộ: thông lệ ở cơ sở; Hướng dẫn 42-HD/BTCTW ngày 28/10/2025 (tham khảo)',
  confidence: 'L',
  content: [
    line('Tại buổi sinh hoạt ngày …/…/…, sau khi nghe báo cáo và ý kiến của đảng viên, chi bộ kết luận:'),
    heading('I- ĐÁNH GIÁ CHUNG'),
    line(''),
    heading('II- NHIỆM VỤ'),
    line('', 'number'),
    heading('III- TỔ CHỨC THỰC HIỆN'),
    line('', 'number'),
  ],
}

const derived = (kind: DerivedKind): Content[number] => ({ part: 'derived', kind })

/** Minutes: parts that write themselves from what was entered, with room for the minute-taker between them. */
const MINUTES: Template = {
  id: 'minutes',
  validFrom: '2025-10-28',
  source: 'Biên bản sinh hoạt chi bộ: các mục theo Hướng dẫn 42-HD/BTCTW ngày 28/10/2025; thông lệ',
  confidence: 'L',
  content: [
    derived('opening'),
    heading('I- THÀNH PHẦN'),
    derived('attendance'),
    heading('II- CHƯƠNG TRÌNH'),
    derived('agenda'),
    heading('III- DIỄN BIẾN'),
    derived('course'),
    line(''),
    heading('IV- BIỂU QUYẾT'),
    derived('votes'),
    heading('V- PHÂN CÔNG NHIỆM VỤ'),
    derived('tasks'),
    line(''),
    derived('score'),
    derived('closing'),
  ],
}

/** An empty page, for whoever knows what he wants to write. */
const BLANK: Template = {
  id: 'blank',
  validFrom: '2025-10-28',
  source: 'Sổ Chi bộ',
  confidence: 'G',
  content: [line('')],
}

const TEMPLATES: readonly Template[] = [MONTHLY_RESOLUTION, THEMATIC_RESOLUTION, CONCLUSION, MINUTES, BLANK]

export const templateNamed = (id: string): Template | null => TEMPLATES.find((t) => t.id === id) ?? null
