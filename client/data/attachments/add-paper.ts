import { DOCX, PAPER_TYPES } from '#shared/records/attachment.ts'
import type { Paper } from '#shared/records/agenda.ts'
import { mostBytesOf } from '#shared/rules/attachment-size.ts'
import { mediaTypeOf } from '#shared/rules/attachment-type.ts'
import { fileNameOf } from '#shared/rules/file-name.ts'
import { bearsSecrecyMarking } from '#shared/rules/secrecy-marking.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import type { PhoneBook } from '#client/data/book/book.ts'
import type { PaperTrouble } from '#client/data/views.ts'
import { addPicture } from './add-picture.ts'
import { keepBytes, type ForRecord } from './keep-bytes.ts'

type Added = { ok: true; paper: Paper } | { ok: false; trouble: PaperTrouble }

/** Enough to tell what a file is. */
const FIRST_BYTES = 64

/** [F11–F14, F16] Keeps a paper as it is, or a picture made small. What it is its bytes say, not its name. @throws CannotSave */
export async function addPaper(
  book: PhoneBook,
  place: ForRecord,
  { file, signal }: { file: File; signal: AbortSignal },
): Promise<Added> {
  if (bearsSecrecyMarking(file.name.replace(/\.\w+$/u, ''))) return { ok: false, trouble: { why: 'marked' } }
  const media = mediaTypeOf(new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer()))
  if (!PAPER_TYPES.some((type) => type === media)) return addPage(book, place, { file, signal })
  const ruleset = rulesetOn(new Date().toISOString().slice(0, 10))
  const most = media ? mostBytesOf(media, ruleset) : 0
  if (file.size > most) return { ok: false, trouble: { why: 'heavy', bytes: file.size, most } }
  if (media === DOCX) {
    const { markingOfDocx } = await import('#client/data/paper-file-marking.ts')
    const marking = await markingOfDocx(file)
    if (marking !== 'none') return { ok: false, trouble: { why: marking === 'borne' ? 'marked' : 'damaged' } }
  }
  const ref = await keepBytes(book, place, new Uint8Array(await file.arrayBuffer()))
  return ref
    ? { ok: true, paper: { file: ref, name: fileNameOf(file.name, ref.media) } }
    : { ok: false, trouble: { why: 'unreadable' } }
}

/** A photograph of a page. */
async function addPage(
  book: PhoneBook,
  place: ForRecord,
  { file, signal }: { file: File; signal: AbortSignal },
): Promise<Added> {
  const added = await addPicture(book, place, { file, signal })
  if (!added.ok)
    return { ok: false, trouble: added.trouble.why === 'unreadable' ? { why: 'noPaper' } : added.trouble }
  const { id, media, size } = added.picture
  return { ok: true, paper: { file: { id, media, size }, name: fileNameOf(file.name, media) } }
}
