import * as v from 'valibot'
import { cardSchema, noticeSchema, slugSchema } from '#shared/records/announcement.ts'
import { instantSchema, type Instant } from '#shared/records/ids.ts'
import type { PublicNotice } from '#shared/events/notice-page.ts'
import { dayInVietnam, hasRunOut, lastDayOf } from '#shared/rules/announcement-timing.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import type { Publication, Storage } from '#server/storage/storage.ts'

export type PageParts = {
  storage: Storage
  /** Base of every link; null: the address somebody asked at. */
  publicUrl: string | null
  clock: () => Instant
}

const names = { unit: v.string(), superior: v.string() }
const storedNoticeSchema = v.object({
  ...names,
  notice: noticeSchema,
  publishedAt: instantSchema,
  correctedAt: v.optional(instantSchema),
  card: v.optional(cardSchema),
})
const storedBoardSchema = v.object({ ...names, is: v.literal('board') })

/** What a cell said in public, as its page tells it. */
export type Said = Omit<PublicNotice, 'calendar' | 'picture' | 'board'> & {
  lastDay: string
  card?: v.InferOutput<typeof cardSchema> | undefined
}

export type Found =
  | { is: 'unknown' }
  | { is: 'withdrawn' | 'runOut'; said: Said }
  | { is: 'standing'; said: Said; publication: Publication }

/** [A17] The page of a whole link. Its 128 random bits are the proof that somebody was given it. */
export async function findNotice(slug: string, { storage, clock }: PageParts): Promise<Found> {
  const publication = v.is(slugSchema, slug) ? await storage.publication(slug) : null
  const said = publication && saidIn(publication)
  if (!publication || !said) return { is: 'unknown' }
  if (publication.withdrawnAt !== null) return { is: 'withdrawn', said }
  return hasRunOut(said.lastDay, clock()) ? { is: 'runOut', said } : { is: 'standing', said, publication }
}

/** What a stored page says; null for the page of something else. */
export function saidIn({ page }: Publication): Said | null {
  const stored = v.safeParse(storedNoticeSchema, JSON.parse(page))
  if (!stored.success) return null
  const { correctedAt, ...rest } = stored.output
  const at = correctedAt ?? rest.publishedAt
  const lastDay = lastDayOf(rest.notice, at, rulesetOn(dayInVietnam(at)))
  return { ...rest, lastDay, ...(correctedAt === undefined ? {} : { correctedAt }) }
}

/** The list of a cell, and whether it is open. */
export async function findBoard(slug: string, { storage }: PageParts) {
  const publication = v.is(slugSchema, slug) ? await storage.publication(slug) : null
  const stored = publication && v.safeParse(storedBoardSchema, JSON.parse(publication.page))
  if (!publication || !stored?.success) return null
  const { unit, superior } = stored.output
  return { unit, superior, scope: publication.scope, isOpen: publication.withdrawnAt === null }
}
