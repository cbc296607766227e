import type { Seal } from '#shared/records/adoption.ts'
import type { AttachmentId, AttachmentRef } from '#shared/records/attachment.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { PhoneBook, StoredBytes } from '#client/data/book/book.ts'
import { newSlug } from '#client/data/random.ts'
import { keepBytes, type ForRecord } from './keep-bytes.ts'

/** A mark of UTF-8 (RFC 3629, 6): by it the bytes are known for words. */
const MARK = [0xef, 0xbb, 0xbf]
/** Letters of base64url: 128 bits, so that nobody finds words or a name by trying. */
const SALT_LENGTH = 22
const SALT = /^[A-Za-z0-9_-]+$/u

/**
 * [F15] Words as bytes of an attachment: mark, salt, line break, words. Its name, the hash of these bytes, can then stand in
 * an event for ever: once the bytes are erased it tells nothing.
 * @param salt 22 letters of base64url by chance
 */
export const wordsAsBytes = (words: string, salt: string): Uint8Array =>
  Uint8Array.of(...MARK, ...new TextEncoder().encode(`${salt}\n${words}`))

/** @returns null when the bytes are nothing that `wordsAsBytes` makes */
export function bytesAsWords(bytes: Uint8Array): string | null {
  if (!MARK.every((byte, i) => bytes[i] === byte)) return null
  const text = new TextDecoder().decode(bytes.subarray(MARK.length))
  const [salt = '', ...lines] = text.split('\n')
  return salt.length === SALT_LENGTH && SALT.test(salt) ? lines.join('\n') : null
}

/** [F15] Keeps words for a record. Until a command names them nothing of them is sent. @throws CannotSave */
export async function keepWords(book: PhoneBook, place: ForRecord, words: string): Promise<AttachmentRef> {
  const ref = await keepBytes(book, place, wordsAsBytes(words, newSlug()))
  if (!ref) throw new Error('words of our own making are always known for words')
  return ref
}

/** Where this phone keeps which words hold whose name, so that a name travels once and not with every paper. */
const namesKey = (scope: ScopeId) => `names:${scope}`
type Named = { person: PersonId; name: string; ref: AttachmentRef }

/** [V11] Keeps the names of a paper, each in words of its own. @throws CannotSave */
export async function keepNames(
  book: PhoneBook,
  place: ForRecord,
  people: readonly { person: PersonId; name: string }[],
): Promise<Seal['names']> {
  const key = namesKey(place.scope)
  const before = ((await book.get('meta', [key]))?.value as Named[] | undefined) ?? []
  const now: Named[] = []
  for (const { person, name } of people) {
    const known = before.find((one) => one.person === person && one.name === name)
    const isHere = known && (await book.get('attachments', [place.scope, known.ref.id]))
    now.push(isHere ? known : { person, name, ref: await keepWords(book, place, name) })
  }
  const others = before.filter(({ person }) => !now.some((one) => one.person === person))
  await book.commit([{ put: 'meta', value: { key, value: [...others, ...now] } }])
  return now.map(({ person, ref }) => ({ person, name: ref }))
}

/** The words in these bytes, by their names. */
export function wordsIn(found: readonly (StoredBytes | undefined)[]): ReadonlyMap<AttachmentId, string> {
  return new Map(
    found.flatMap((one) => {
      const words = one && bytesAsWords(one.bytes)
      return one && typeof words === 'string' ? [[one.id, words] as const] : []
    }),
  )
}
