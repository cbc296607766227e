import * as v from 'valibot'

/** [F1] SHA-256 of its bytes, base64url: the same bytes are the same attachment everywhere. */
export const attachmentIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))
export type AttachmentId = string

/** [F5] What an attachment may be. Another kind is a line here and its first bytes in `rules/attachment-type.ts`. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** [F11] Papers are handed on as files and never shown by the app. */
export const PAPER_TYPES = ['application/pdf', DOCX] as const
/** [F15] Words that lie beside a record, so that they can be erased (`shared/records/words-beside.ts`). */
export const WORDS_TYPE = 'text/plain'
export const MEDIA_TYPES = [...PICTURE_TYPES, ...PAPER_TYPES, WORDS_TYPE] as const
const mediaTypeSchema = v.picklist(MEDIA_TYPES)
export type MediaType = v.InferOutput<typeof mediaTypeSchema>

/** How an event names an attachment; the bytes travel by themselves. */
export const attachmentRefSchema = v.object({
  id: attachmentIdSchema,
  media: mediaTypeSchema,
  /** Bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
export type AttachmentRef = v.InferOutput<typeof attachmentRefSchema>

/** A file that somebody chose: a picture or a paper, never words of our own making. */
export const fileRefSchema = v.object({
  ...attachmentRefSchema.entries,
  media: v.pipe(
    mediaTypeSchema,
    v.check((media) => media !== WORDS_TYPE),
  ),
})
/** [F15] Words beside a record. */
export const wordsRefSchema = v.object({
  ...attachmentRefSchema.entries,
  media: v.pipe(
    mediaTypeSchema,
    v.check((media) => media === WORDS_TYPE),
  ),
})

/** Of the media types those that are looked at. */
const pictureTypeSchema = v.pipe(
  mediaTypeSchema,
  v.check((media) => PICTURE_TYPES.some((type) => type === media)),
)
export const pictureRefSchema = v.object({ ...attachmentRefSchema.entries, media: pictureTypeSchema })

const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096))

/** An attachment that is looked at. */
export const pictureSchema = v.object({
  ...attachmentRefSchema.entries,
  media: pictureTypeSchema,
  width: pixels,
  height: pixels,
  /** What is on it, for those who do not see it. */
  alt: v.optional(
    v.pipe(
      v.string(),
      v.normalize('NFC'),
      v.transform((s) => s.replace(/\s+/gu, ' ').trim()),
      v.maxLength(200),
    ),
  ),
})
export type Picture = v.InferOutput<typeof pictureSchema>
