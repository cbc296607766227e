import type { MediaType } from '#shared/records/attachment.ts'

/** What a file of a kind is called at its end. */
export const ENDINGS: Record<MediaType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/plain': 'txt',
}

/**
 * [F13] A name every phone can keep: one line without signs that steer (folders, directions of writing, control), its end
 * that of what the bytes are.
 */
export function fileNameOf(given: string, media: MediaType): string {
  const bare = given
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/gu, ' ')
    .replace(/\.[A-Za-z0-9]{1,5}$/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
  const short = [...bare].slice(0, 90).join('').trim()
  return `${short === '' ? 'van ban' : short}.${ENDINGS[media]}`
}

/**
 * [X6] The name of a file in a package: its number, then words of letters without marks, digits and hyphens, as every
 * program unpacks them. @param end without the dot
 */
export function packedName(number: number, given: string, end: string): string {
  return `${String(number).padStart(2, '0')}-${asciiWords(given)}.${end}`
}

/** Words that stand in any file name: `Dự thảo (lần 1)` is `Du-thao-lan-1`. */
export function asciiWords(given: string): string {
  const words = given
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .replace(/[^A-Za-z0-9]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/gu, '')
  return words === '' ? 'van-ban' : words
}

/** What stands before the end of a file's name. */
export const withoutEnding = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/u, '')
