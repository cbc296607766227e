export const more = {
  opinions: 'Opinions and recommendations',
  lend: 'Let somebody type',
} as const
