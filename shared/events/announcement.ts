import * as v from 'valibot'
import { noticeSchema, slugSchema, type Announcement, type Notice } from '#shared/records/announcement.ts'
import { doneAt } from '#shared/records/event.ts'
import { may } from '#shared/rules/permissions.ts'
import { no, yes, type Decision, type RecordKindRules } from './kind.ts'

export const announcementCommandSchema = v.variant('do', [
  v.object({ do: v.literal('publishAnnouncement'), slug: slugSchema, notice: noticeSchema }),
  v.object({ do: v.literal('correctAnnouncement'), notice: noticeSchema }),
  v.object({ do: v.literal('withdrawAnnouncement') }),
])
export type AnnouncementCommand = v.InferOutput<typeof announcementCommandSchema>

type Facts = {
  announcementPublished: { slug: string; notice: Notice }
  announcementCorrected: { notice: Notice }
  announcementWithdrawn: Record<string, never>
}

const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })

export const announcementRules: RecordKindRules<Announcement> = {
  kind: 'announcement',
  hasDocument: false,

  decide(state, raw, { standing }): Decision {
    const parsed = v.safeParse(announcementCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    const command = parsed.output
    switch (command.do) {
      case 'publishAnnouncement':
        if (!may('publishAnnouncement', standing)) return no('notAllowed')
        if (state) return no('alreadyExists')
        return yes(event('announcementPublished', { slug: command.slug, notice: command.notice }))
      case 'correctAnnouncement':
        if (!may('publishAnnouncement', standing)) return no('notAllowed')
        if (!state) return no('notFound')
        if (state.withdrawn) return no('alreadyWithdrawn')
        return yes(event('announcementCorrected', { notice: command.notice }))
      case 'withdrawAnnouncement':
        if (!may('withdrawAnnouncement', standing)) return no('notAllowed')
        if (!state) return no('notFound')
        return state.withdrawn ? yes() : yes(event('announcementWithdrawn', {}))
      default:
        return command satisfies never
    }
  },

  fold(state, e) {
    const by = e.actor.by === 'person' ? e.actor.person : ''
    if (e.type === 'announcementPublished') {
      const { slug, notice } = e.data as Facts['announcementPublished']
      return { slug, notice, publishedBy: by, publishedAt: doneAt(e) }
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
      default:
        return state
    }
  },

  project(record, state, changedAt) {
    const { title, when, where } = state.notice
    const optional = { ...(when === undefined ? {} : { when }), ...(where === undefined ? {} : { where }) }
    const { slug, publishedBy } = state
    const withdrawn = state.withdrawn !== undefined
    return { kind: 'announcement', record, changedAt, title, slug, publishedBy, withdrawn, ...optional }
  },

  writingRefusal: () => 'notFound',

  publishes({ slug, notice, publishedAt, correctedAt, withdrawn }) {
    const page = { notice, publishedAt, ...(correctedAt === undefined ? {} : { correctedAt }) }
    return { slug, page, withdrawnAt: withdrawn?.at ?? null }
  },
}
