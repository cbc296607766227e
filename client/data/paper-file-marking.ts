import { unzipSync } from 'fflate'
import { bearsSecrecyMarking } from '#shared/rules/secrecy-marking.ts'

/** Most bytes of words a DOCX is looked through for; one that claims more is no paper. */
const MOST_WORDS = 16_000_000
const WORDS = /^word\/(?:document|header\d*|footer\d*)\.xml$/u

/** `unreadable`: no DOCX, a damaged one, or one that claims to be far larger than a paper; nobody could say what it bears. */
export type DocxMarking = 'none' | 'borne' | 'unreadable'

/** [F16, X4] Whether a line of a DOCX, its header or its footer bears a marking of secrecy by itself. */
export async function markingOfDocx(docx: Blob): Promise<DocxMarking> {
  try {
    let words = 0
    const parts = unzipSync(new Uint8Array(await docx.arrayBuffer()), {
      filter: ({ name, originalSize }) => WORDS.test(name) && (words += originalSize) <= MOST_WORDS,
    })
    if (words === 0 || words > MOST_WORDS) return 'unreadable'
    const borne = Object.values(parts).some((bytes) =>
      bearsSecrecyMarking(wordsIn(new TextDecoder().decode(bytes))),
    )
    return borne ? 'borne' : 'none'
  } catch {
    return 'unreadable'
  }
}

/** Paragraphs, line breaks and tabs each on a line of their own; a run may split a word anywhere. */
function wordsIn(xml: string): string {
  return xml
    .replace(/<(?:\/w:p|w:br\b[^>]*|w:tab\b[^>]*)>/gu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&#(\d{1,6});/gu, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0xffff)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
