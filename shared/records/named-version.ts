import * as v from 'valibot'
import type { Content } from './content.ts'
import { contentSchema } from './content-schema.ts'
import { idSchema, type Instant, type PersonId } from './ids.ts'

/** Longest content of a version, letters of its JSON: some thirty pages, and what one command carries. */
export const MOST_VERSION_LETTERS = 60_000
export const MOST_VERSIONS = 20

export const versionNameSchema = v.pipe(
  v.string(),
  v.normalize('NFC'),
  v.transform((s) => s.replace(/\s+/gu, ' ').trim()),
  v.minLength(1),
  v.maxLength(60),
)

export const versionContentSchema = v.pipe(
  contentSchema,
  v.check((content) => JSON.stringify(content).length <= MOST_VERSION_LETTERS),
)

/** [R8] The text as it stood on the phone of whoever named it. */
export type NamedVersion = { id: string; name: string; by: PersonId; at: Instant; content: Content }

export const versionIdSchema = idSchema
