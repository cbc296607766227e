import * as v from 'valibot'
import { pictureRefSchema, pictureSchema, type AttachmentRef } from './attachment.ts'
import { instantSchema } from './ids.ts'
import type { Instant, PersonId } from './ids.ts'

const line = (max: number) =>
  v.pipe(
    v.string(),
    v.normalize('NFC'),
    v.transform((s) => s.replace(/\s+/gu, ' ').trim()),
    v.maxLength(max),
  )

/** The unguessable last part of a public link, made on the phone: 128 bits, base64url. */
export const slugSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))

/** What strangers read. All of it is plain text; `body` keeps its line breaks. */
export const noticeSchema = v.object({
  title: v.pipe(line(120), v.minLength(1)),
  body: v.pipe(
    v.string(),
    v.normalize('NFC'),
    v.transform((s) => s.replace(/\r\n?/gu, '\n').trim()),
    v.minLength(1),
    v.maxLength(4000),
  ),
  /** Local wall-clock time of the event announced, `yyyy-mm-ddThh:mm` or only the day. */
  when: v.optional(v.pipe(v.string(), v.regex(/^20\d\d-\d\d-\d\d(T\d\d:\d\d)?$/))),
  where: v.optional(line(160)),
  /** Last day it stands, `yyyy-mm-dd`; without one the ruleset's days count. */
  until: v.optional(v.pipe(v.string(), v.regex(/^20\d\d-\d\d-\d\d$/))),
  /** Its bytes may come later than its words. */
  picture: v.optional(pictureSchema),
})
export type Notice = v.InferOutput<typeof noticeSchema>

/** The picture that messengers show beside a link, made on the phone of whoever published. */
export const cardSchema = pictureRefSchema

export const publishedSchema = v.object({ slug: slugSchema, notice: noticeSchema, at: instantSchema })

export type Announcement = {
  /** Null when it is for members only: then no page of it exists. */
  slug: string | null
  notice: Notice
  publishedBy: PersonId
  publishedAt: Instant
  correctedAt?: Instant
  withdrawn?: { at: Instant; by: PersonId }
  /** Who pressed that he has read it, in the order they did. */
  readBy: readonly PersonId[]
  /** Of what it says now; a correction without one has none. */
  card?: AttachmentRef
}
