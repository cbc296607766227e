/** Behind "Khác", what the frame does not say itself. */
export const more = {
  opinions: 'Ý kiến, kiến nghị',
  lend: 'Nhờ người nhập hộ',
} as const
