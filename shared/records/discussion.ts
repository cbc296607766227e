import * as v from 'valibot'
import type { Entered } from './event.ts'
import { idSchema, type Instant, type PersonId } from './ids.ts'

/** Longest comment or answer, and longest wording of a proposal, in letters. */
export const MOST_SAID = 2_000
export const MOST_WORDING = 4_000
/** So many comments and proposals one resolution takes; a meeting of sixty people makes a tenth of it. */
export const MOST_REMARKS = 1_000

const said = (most: number) =>
  v.pipe(
    v.string(),
    v.normalize('NFC'),
    v.transform((text) => text.trim()),
    v.minLength(1),
    v.maxLength(most),
  )
export const saidSchema = said(MOST_SAID)

/** One paragraph: a line break would have to become another one. */
export const wordingSchema = v.pipe(
  v.string(),
  v.normalize('NFC'),
  v.transform((text) => text.replace(/\s+/gu, ' ')),
  v.maxLength(MOST_WORDING),
)

/** A place between two letters as the document itself names it, base64url. */
const positionSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{2,64}$/))

/**
 * [C2] Where something said belongs: a part at the top of the text by its Yjs id (`client:clock`), the stretch of letters
 * in it, and the words that stood there. Tables and derived parts have no stretch.
 */
export const anchorSchema = v.object({
  part: v.pipe(v.string(), v.regex(/^\d{1,10}:\d{1,10}$/)),
  stretch: v.optional(v.object({ from: positionSchema, to: positionSchema })),
  words: v.pipe(v.string(), v.maxLength(MOST_WORDING)),
})
export type Anchor = v.InferOutput<typeof anchorSchema>

const besideSchema = v.pipe(v.string(), v.maxLength(MOST_WORDING))

/** `replace`: in place of the anchor's words. `after`: as a paragraph of its own behind the anchor's part, or at the end. */
export const PROPOSAL_WAYS = ['replace', 'after'] as const

export const remarkSchema = v.variant('is', [
  v.object({ is: v.literal('comment'), text: saidSchema }),
  v.object({
    is: v.literal('proposal'),
    way: v.picklist(PROPOSAL_WAYS),
    wording: wordingSchema,
    /** What stood before and behind the anchor's words in their paragraph, for whoever reads the proposal later. */
    before: besideSchema,
    behind: besideSchema,
    why: v.optional(saidSchema),
  }),
])
export type RemarkWords = v.InferOutput<typeof remarkSchema>
export type ProposalWords = Extract<RemarkWords, { is: 'proposal' }>

/** What became of it. Open ones have no outcome yet. */
export const OUTCOMES = ['withdrawn', 'settled', 'accepted', 'declined'] as const
export type Outcome = { is: (typeof OUTCOMES)[number]; by: PersonId; at: Instant; why?: string }

export type Answer = { id: string; by: PersonId; at: Instant; text: string; entered?: Entered }

/** A comment on the text or a proposal for it. Null anchor: on the whole text, or at its end. */
export type Remark = {
  id: string
  by: PersonId
  at: Instant
  anchor: Anchor | null
  says: RemarkWords
  answers: readonly Answer[]
  outcome: Outcome | null
  entered?: Entered
}

export const remarkIdSchema = idSchema
