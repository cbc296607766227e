/** Behind "Khác", what the frame does not say itself. */
export const more = {
  lend: 'Nhờ người nhập hộ',
} as const
