import { DOCX, type MediaType } from '#shared/records/attachment.ts'

const FIRST_BYTES: readonly { media: MediaType; at: number; bytes: readonly number[] }[] = [
  { media: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { media: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  // "WEBP" behind "RIFF" and a length.
  { media: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  // "%PDF-"
  { media: 'application/pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  // Words of our own making begin with the mark of UTF-8.
  { media: 'text/plain', at: 0, bytes: [0xef, 0xbb, 0xbf] },
]

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Where the name of an archive's first file begins, and what it is in a document of Word's. */
const NAME_AT = 30
const FIRST_FILE = /^(?:\[Content_Types\]\.xml|_rels\/|word\/|docProps\/)/u

function isDocx(bytes: Uint8Array): boolean {
  const name = String.fromCharCode(...bytes.subarray(NAME_AT, NAME_AT + 24))
  return ZIP.every((byte, i) => bytes[i] === byte) && FIRST_FILE.test(name)
}

/** [F5] What bytes are by their beginning, whatever their name says; null: nothing we take. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const found = FIRST_BYTES.find(({ at, bytes: first }) => first.every((byte, i) => bytes[at + i] === byte))
  return found?.media ?? (isDocx(bytes) ? DOCX : null)
}
