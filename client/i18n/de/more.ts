export const more = {
  opinions: 'Meinungen und Empfehlungen',
  lend: 'Jemanden tippen lassen',
} as const
