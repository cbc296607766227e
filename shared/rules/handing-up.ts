import type { AgendaItem, Paper } from '#shared/records/agenda.ts'
import type { AttachmentId } from '#shared/records/attachment.ts'
import { contentText } from '#shared/records/content.ts'
import type { HandedDraft, HandedItem, HandedNotice, HandOver } from '#shared/records/handed-up.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { bearsSecrecyMarking } from './secrecy-marking.ts'

export type GoingUp = Pick<HandOver, 'notice' | 'agenda' | 'drafts'>

/**
 * [Z2–Z4] What of a meeting goes up as it stands now, field by field, so that nothing of a plan goes along that nobody
 * thought of. `left`: what bears a marking of secrecy and stays, by its title or name.
 * @param without papers and drafts that whoever hands up keeps back, by their names in the book
 */
export function whatGoesUp(
  meeting: Pick<Meeting, 'type' | 'month' | 'topic' | 'startsAt' | 'place' | 'minutes' | 'agenda' | 'course'>,
  drafts: readonly HandedDraft[],
  without: ReadonlySet<string> = new Set(),
): GoingUp & { left: string[] } {
  const left: string[] = []
  const clear = (text: string, name = text): boolean => {
    const is = !bearsSecrecyMarking(text)
    if (!is) left.push(name)
    return is
  }
  return {
    notice: noticeOf(meeting, clear),
    agenda: meeting.agenda.flatMap((item) => (clear(item.title) ? [itemOf(item, without, clear)] : [])),
    drafts: drafts.filter(
      ({ record, title, content }) =>
        !without.has(record) && clear(title) && clear(contentText(content), title),
    ),
    left,
  }
}

type Clear = (text: string, name?: string) => boolean

function noticeOf(
  { type, month, topic, startsAt, place, minutes, course }: Parameters<typeof whatGoesUp>[0],
  clear: Clear,
): HandedNotice {
  return {
    ...{ type, month },
    ...(topic !== undefined && clear(topic) ? { topic } : {}),
    ...{ startsAt, place, minutes },
    ...(course.is === 'cancelled' ? { cancelled: true as const } : {}),
  }
}

function itemOf(
  { id, title, presenter, minutes, papers = [] }: AgendaItem,
  without: ReadonlySet<AttachmentId>,
  clear: Clear,
): HandedItem {
  const sent = papers.filter(({ file, name }: Paper) => !without.has(file.id) && clear(name))
  return {
    ...{ id, title },
    ...(presenter === undefined ? {} : { presenter }),
    minutes,
    ...(sent.length > 0 ? { papers: sent } : {}),
  }
}

/** [Z6] Who of those above said last that he comes. */
export const comingFromAbove = (
  answers: Readonly<Record<PersonId, { coming: boolean }>> | undefined,
): PersonId[] => Object.entries(answers ?? {}).flatMap(([person, { coming }]) => (coming ? [person] : []))
