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
