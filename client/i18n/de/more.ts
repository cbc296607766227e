export const more = {
  lend: 'Jemanden tippen lassen',
} as const
