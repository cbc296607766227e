const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu

/**
 * Two spellings of one name have the same key: `HOÀ` and `Hòa`, composed or not, whatever the spaces. `Hòa` and `Hoa`
 * are two names and have two keys.
 */
export function nameKey(name: string): string {
  return name.normalize('NFD').toLowerCase().trim().split(/\s+/u).map(syllableKey).join(' ')
}

/** The tone is written over one of several vowels, by taste; it is said of the whole syllable. */
function syllableKey(syllable: string): string {
  const tones = syllable.match(TONES) ?? []
  return syllable.replace(TONES, '').normalize('NFC') + tones.join('')
}

/**
 * For names of cells, which lists write with and without “Chi bộ”, marks and leading zeros: `CB khu 05` and `Chi bộ Khu 5`
 * are one.
 */
export function cellKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b0+(?=\d)/gu, '')
    .trim()
    .replace(/^(?:chi bo|cb)\s+/u, '')
}
