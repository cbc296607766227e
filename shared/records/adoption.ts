import * as v from 'valibot'
import type { AttachmentRef } from './attachment.ts'
import type { Content } from './content.ts'
import { idSchema, type Instant, type PersonId, type RecordId } from './ids.ts'
import type { Day } from './local-time.ts'
import type { Count } from './vote.ts'

/**
 * A text as it was read and voted in the room (design 6). In `content` people stand by their ids [V7].
 */
export type Adoption = {
  /** The meeting and the vote in it. */
  meeting: RecordId
  vote: string
  content: Content
  /** Amendments voted with it, in words; the signers write them in. */
  amendments: readonly string[]
  count: Count
  /** Voting base and people in the room, as the sentence beside the result says them. */
  base: number
  present: number
  by: PersonId
  /** In the room. */
  at: Instant
}

/** Who signs: minute-taker left, chair right (domain 1.8). */
export const SIGNER_POSTS = ['secretary', 'deputy', 'committee', 'chair', 'minuteTaker'] as const
export type Signer = { person: PersonId; post: (typeof SIGNER_POSTS)[number] }

/** A text as it was signed: from here on nothing of it changes. */
export type Seal = {
  content: Content
  signers: readonly Signer[]
  signedOn: Day
  by: PersonId
  at: Instant
  /** Place in the scope's order; absent while only this phone knows it: provisional. */
  seq?: number
  /** Last part of the public address that says whether a paper is genuine. */
  slug: string
  /** [V11] Names as they were printed, each in words of its own beside the text. */
  names: readonly { person: PersonId; name: AttachmentRef }[]
}

/** Types of paper a cell numbers through one term (domain 4). */
export const PAPER_TYPES = ['NQ', 'KL', 'TB', 'BC', 'BB', 'KH', 'CTr', 'QD', 'GM'] as const
export type PaperType = (typeof PAPER_TYPES)[number]

/** `Số 05-NQ/CB`: who has which number of a type in a term is the number register's business. */
export type PaperNumber = {
  no: number
  type: PaperType
  term: string
  record: RecordId
  by: PersonId
  at: Instant
}

/** What of a record that can be adopted: before, between and after the two moments. */
export type Adoptable = {
  adopted?: Adoption
  sealed?: Seal
  /** The sealed record this one corrects. */
  corrects?: RecordId
  /** [V14] Said of a signed text; what was signed stays as it is. */
  withdrawn?: { reason: string; by: PersonId; at: Instant }
}

/** [Y14] What the server knows of a signed paper without opening it. */
export const sealedPageSchema = v.object({
  is: v.literal('sealed'),
  /** The record it corrects. */
  corrects: v.exactOptional(idSchema),
})
