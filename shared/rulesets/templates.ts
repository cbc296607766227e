import type { Block, Content } from '#shared/records/content.ts'

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
    line('Hôm nay, ngày …/…/…, tại …, chi bộ tổ chức sinh hoạt thường kỳ.'),
    line('Tổng số đảng viên: …; có mặt: …; vắng: …. Chủ trì: đồng chí …. Thư ký: đồng chí ….'),
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

/** An empty page, for whoever knows what he wants to write. */
const BLANK: Template = {
  id: 'blank',
  validFrom: '2025-10-28',
  source: 'Sổ Chi bộ',
  confidence: 'G',
  content: [line('')],
}

const TEMPLATES: readonly Template[] = [MONTHLY_RESOLUTION, BLANK]

export const templateNamed = (id: string): Template | null => TEMPLATES.find((t) => t.id === id) ?? null
