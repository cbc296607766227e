import * as v from 'valibot'
import {
  cardSchema,
  noticeSchema,
  slugSchema,
  type Announcement,
  type Notice,
} from '#shared/records/announcement.ts'
import type { AttachmentRef } from '#shared/records/attachment.ts'
import { doneAt } from '#shared/records/event.ts'
import { dayInVietnam, lastDayOf } from '#shared/rules/announcement-timing.ts'
import { may } from '#shared/rules/permissions.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import { no, yes, type Decision, type RecordKindRules } from './kind.ts'

export const announcementCommandSchema = v.variant('do', [
  /** Without `slug` it is for members only. */
  v.object({
    do: v.literal('publishAnnouncement'),
    slug: v.optional(slugSchema),
    notice: noticeSchema,
    card: v.optional(cardSchema),
  }),
  v.object({ do: v.literal('correctAnnouncement'), notice: noticeSchema, card: v.optional(cardSchema) }),
  v.object({ do: v.literal('withdrawAnnouncement') }),
  v.object({ do: v.literal('confirmReading') }),
])
export type AnnouncementCommand = v.InferOutput<typeof announcementCommandSchema>

type Facts = {
  announcementPublished: { slug?: string; notice: Notice; card?: AttachmentRef }
  announcementCorrected: { notice: Notice; card?: AttachmentRef }
  announcementWithdrawn: Record<string, never>
  announcementRead: Record<string, never>
}

const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })

export const announcementRules: RecordKindRules<Announcement> = {
  kind: 'announcement',
  livesIn: 'cell',
  hasDocument: false,

  decide(state, raw, { standing, ruleset }): Decision {
    const parsed = v.safeParse(announcementCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    const command = parsed.output
    const tooLarge =
      'notice' in command && attachmentsOf(command).some((a) => a.size > ruleset.attachmentBytes.value.each)
    if (tooLarge) return no('tooLarge')
    switch (command.do) {
      case 'publishAnnouncement':
        if (!may('publishAnnouncement', standing)) return no('notAllowed')
        if (state) return no('alreadyExists')
        return yes(event('announcementPublished', said(command)))
      case 'correctAnnouncement':
        if (!may('publishAnnouncement', standing)) return no('notAllowed')
        if (!state) return no('notFound')
        if (state.withdrawn) return no('alreadyWithdrawn')
        return yes(event('announcementCorrected', said(command)))
      case 'withdrawAnnouncement':
        if (!may('withdrawAnnouncement', standing)) return no('notAllowed')
        if (!state) return no('notFound')
        return state.withdrawn ? yes() : yes(event('announcementWithdrawn', {}))
      case 'confirmReading':
        if (!may('confirmReading', standing)) return no('notAllowed')
        if (!state) return no('notFound')
        return state.readBy.includes(standing.person) ? yes() : yes(event('announcementRead', {}))
      default:
        return command satisfies never
    }
  },

  fold(state, e) {
    const by = e.actor.by === 'person' ? e.actor.person : ''
    if (e.type === 'announcementPublished') {
      const { slug = null, notice, card } = e.data as Facts['announcementPublished']
      return { slug, notice, publishedBy: by, publishedAt: doneAt(e), readBy: [], ...(card ? { card } : {}) }
    }
    if (!state) return state
    switch (e.type) {
      case 'announcementCorrected': {
        const { card: _, ...rest } = state
        const { notice, card } = e.data as Facts['announcementCorrected']
        return { ...rest, notice, correctedAt: doneAt(e), ...(card ? { card } : {}) }
      }
      case 'announcementWithdrawn':
        return { ...state, withdrawn: { at: doneAt(e), by } }
      case 'announcementRead':
        return state.readBy.includes(by) ? state : { ...state, readBy: [...state.readBy, by] }
      default:
        return state
    }
  },

  project(record, state, changedAt) {
    const { title, when, where } = state.notice
    const optional = { ...(when === undefined ? {} : { when }), ...(where === undefined ? {} : { where }) }
    const { slug, publishedBy, readBy } = state
    const withdrawn = state.withdrawn !== undefined
    const lastDay = lastDayShown(state)
    return {
      kind: 'announcement',
      record,
      changedAt,
      title,
      slug,
      publishedBy,
      withdrawn,
      lastDay,
      readBy,
      ...optional,
    }
  },

  writingRefusal: () => 'notFound',

  publishes(state) {
    const { slug, notice, publishedAt, correctedAt, withdrawn, card } = state
    if (slug === null) return null
    const corrected = correctedAt === undefined ? {} : { correctedAt }
    const page = { notice, publishedAt, ...corrected, ...(card ? { card } : {}) }
    return { slug, page, withdrawnAt: withdrawn?.at ?? null, lastDay: lastDayShown(state) }
  },

  attachments: attachmentsOf,
}

/** [A6] */
function lastDayShown({ notice, publishedAt, correctedAt }: Announcement): string {
  const said = correctedAt ?? publishedAt
  return lastDayOf(notice, said, rulesetOn(dayInVietnam(said)))
}

type Said = { slug?: string | undefined; notice: Notice; card?: AttachmentRef | undefined }

/** What is missing is left out, not written as nothing. */
function said({ slug, notice, card }: Said): Facts['announcementPublished'] {
  return { notice, ...(slug === undefined ? {} : { slug }), ...(card ? { card } : {}) }
}

/** [A12, A13] */
function attachmentsOf({ notice, card }: Pick<Said, 'notice' | 'card'>): AttachmentRef[] {
  return [notice.picture, card].flatMap((ref) =>
    ref ? [{ id: ref.id, media: ref.media, size: ref.size }] : [],
  )
}
