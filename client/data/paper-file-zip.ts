import { unzipSync, zipSync, type Zippable } from 'fflate'
import { bearsSecrecyMarking } from '#shared/rules/secrecy-marking.ts'

/** A file of a package under the name it has there. */
export type PackedFile = { name: string; bytes: Blob }

/** [X6] One ZIP of all of them, in their order. Papers and pictures are small already: nothing is squeezed once more. */
export async function zipOf(files: readonly PackedFile[]): Promise<Blob> {
  const entries: Zippable = {}
  for (const { name, bytes } of files)
    entries[name] = [new Uint8Array(await bytes.arrayBuffer()), { level: 0 }]
  return new Blob([zipSync(entries) as BlobPart], { type: 'application/zip' })
}

/** Most bytes of words a DOCX is looked through for; one that claims more is no paper. */
const MOST_WORDS = 16_000_000
const WORDS = /^word\/(?:document|header\d*|footer\d*)\.xml$/u

/**
 * [X4] Whether a line of a DOCX, its header or its footer bears a marking of secrecy by itself. One that cannot be opened, or
 * claims to be far larger than a paper, counts as marked: nobody could say that it is not.
 */
export async function docxBearsMarking(docx: Blob): Promise<boolean> {
  try {
    let words = 0
    const parts = unzipSync(new Uint8Array(await docx.arrayBuffer()), {
      filter: ({ name, originalSize }) => WORDS.test(name) && (words += originalSize) <= MOST_WORDS,
    })
    if (words === 0 || words > MOST_WORDS) return true
    return Object.values(parts).some((bytes) => bearsSecrecyMarking(wordsIn(new TextDecoder().decode(bytes))))
  } catch {
    return true // not a ZIP, or a damaged one
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
