import * as v from 'valibot'
import { noticeSchema, slugSchema, type Announcement, type Notice } from '#shared/records/announcement.ts'
import { doneAt } from '#shared/records/event.ts'
import { dayInVietnam, lastDayOf } from '#shared/rules/announcement-timing.ts'
import { may } from '#shared/rules/permissions.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import { no, yes, type Decision, type RecordKindRules } from './kind.ts'

export const announcementCommandSchema = v.variant('do', [
  /** Without `slug` it is for members only. */
  v.object({ do: v.literal('publishAnnouncement'), slug: v.optional(slugSchema), notice: noticeSchema }),
  v.object({ do: v.literal('correctAnnouncement'), notice: noticeSchema }),
  v.object({ do: v.literal('withdrawAnnouncement') }),
  v.object({ do: v.literal('confirmReading') }),
])
export type AnnouncementCommand = v.InferOutput<typeof announcementCommandSchema>

type Facts = {
  announcementPublished: { slug?: string; notice: Notice }
  announcementCorrected: { notice: Notice }
  announcementWithdrawn: Record<string, never>
  announcementRead: Record<string, never>
}

const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })

export const announcementRules: RecordKindRules<Announcement> = {
  kind: 'announcement',
  livesIn: 'cell',
  hasDocument: false,

  decide(state, raw, { standing }): Decision {
    const parsed = v.safeParse(announcementCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    const command = parsed.output
    switch (command.do) {
      case 'publishAnnouncement':
        if (!may('publishAnnouncement', standing)) return no('notAllowed')
        if (state) return no('alreadyExists')
        return yes(event('announcementPublished', published(command)))
      case 'correctAnnouncement':
        if (!may('publishAnnouncement', standing)) return no('notAllowed')
        if (!state) return no('notFound')
        if (state.withdrawn) return no('alreadyWithdrawn')
        return yes(event('announcementCorrected', { notice: command.notice }))
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
      const { slug = null, notice } = e.data as Facts['announcementPublished']
      return { slug, notice, publishedBy: by, publishedAt: doneAt(e), readBy: [] }
    }
    if (!state) return state
    switch (e.type) {
      case 'announcementCorrected':
        return {
          ...state,
          notice: (e.data as Facts['announcementCorrected']).notice,
          correctedAt: doneAt(e),
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
    const said = state.correctedAt ?? state.publishedAt
    const lastDay = lastDayOf(state.notice, said, rulesetOn(dayInVietnam(said)))
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

  publishes({ slug, notice, publishedAt, correctedAt, withdrawn }) {
    if (slug === null) return null
    const page = { notice, publishedAt, ...(correctedAt === undefined ? {} : { correctedAt }) }
    return { slug, page, withdrawnAt: withdrawn?.at ?? null }
  },
}

/** A missing link is left out, not written as nothing. */
const published = ({ slug, notice }: { slug?: string | undefined; notice: Notice }) => ({
  ...(slug === undefined ? {} : { slug }),
  notice,
})
