export const more = {
  lend: 'Let somebody type',
} as const
