import type { Picture } from '#shared/records/attachment.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import type { PhoneBook } from '#client/data/book/book.ts'
import type { PictureTrouble } from '#client/data/views.ts'
import { keepBytes, type ForRecord } from './keep-bytes.ts'
import { shrinkPicture } from './shrink-picture.ts'

type Added = { ok: true; picture: Picture } | { ok: false; trouble: PictureTrouble }

/** [F2, F8] Makes a picture small and keeps that; the file somebody chose stays where it is. @throws CannotSave */
export async function addPicture(
  book: PhoneBook,
  place: ForRecord,
  { file, signal }: { file: Blob; signal: AbortSignal },
): Promise<Added> {
  const { pictureTaken, picture } = rulesetOn(new Date().toISOString().slice(0, 10))
  const shrunk = await shrinkPicture(file, { taken: pictureTaken.value, left: picture.value, signal })
  if (!shrunk.ok) return shrunk
  const { bytes, width, height } = shrunk
  const ref = await keepBytes(book, place, bytes)
  return ref
    ? { ok: true, picture: { ...ref, width, height } }
    : { ok: false, trouble: { why: 'unreadable' } }
}
