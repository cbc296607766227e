import { node, type PageNode } from './notice-page.ts'

/** What a stranger who holds a paper may know of it: whether the book has it as it was signed. */
export type PaperAnswer = 'genuine' | 'corrected' | 'withdrawn' | 'unknown'

/** [Y14] Nothing of the paper stands here: no title, no number, no name. */
export function paperPage(answer: PaperAnswer): PageNode {
  const { title, body } = SAID[answer]
  return node('main', answer === 'genuine' ? 'notice' : 'notice gone', [
    node('h1', 'title', [title]),
    node('div', 'body', [body]),
    node('footer', 'about', [
      node('p', 'hint', ['Bản giấy có chữ ký là bản chính. Cần xem nội dung, xin gặp chi bộ đã ban hành.']),
    ]),
  ])
}

/** What stands above the page in the browser. */
export const paperTitle = (answer: PaperAnswer): string => SAID[answer].title

const SAID: Record<PaperAnswer, { title: string; body: string }> = {
  genuine: {
    title: 'Văn bản này có trong sổ của chi bộ',
    body: 'Mã này thuộc một văn bản chi bộ đã thông qua và ký, hiện chưa có bản nào đính chính.',
  },
  corrected: {
    title: 'Văn bản này đã có bản đính chính',
    body: 'Chi bộ đã thông qua một văn bản khác để đính chính. Xin hỏi chi bộ bản đang áp dụng.',
  },
  withdrawn: {
    title: 'Văn bản này đã được thu hồi',
    body: 'Chi bộ đã ký văn bản này và sau đó thu hồi. Xin hỏi chi bộ văn bản đang áp dụng.',
  },
  unknown: {
    title: 'Không thấy văn bản này trong sổ',
    body: 'Mã có thể bị đọc thiếu, hoặc máy của chi bộ chưa gửi văn bản lên. Nếu vừa họp xong, xin thử lại sau vài ngày.',
  },
}
