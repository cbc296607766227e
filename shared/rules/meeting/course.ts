import type { Instant, PersonId } from '#shared/records/ids.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import { may, type Action, type Relation } from '#shared/rules/permissions.ts'
import type { Standing } from '#shared/rules/standing.ts'

/** What somebody is to this meeting: whoever chaired a part of it, and whoever writes its minutes. */
export function relationsToMeeting(
  { chairs, minuteTaker }: Pick<Meeting, 'chairs' | 'minuteTaker'>,
  person: PersonId,
) {
  const relations: Relation[] = []
  if (chairs.includes(person)) relations.push('chair')
  if (minuteTaker === person) relations.push('minuteTaker')
  return relations
}

export const mayInMeeting = (action: Action, meeting: Meeting, standing: Standing): boolean =>
  may(action, standing, relationsToMeeting(meeting, standing.person))

/** [M13] Who chairs now: the last one who took the chair. */
export const chairOf = ({ chairs }: Pick<Meeting, 'chairs'>): PersonId | undefined => chairs.at(-1)

/** It was opened, and is not closed. */
export const isRunning = ({ course }: Pick<Meeting, 'course'>): boolean => course.is === 'running'

/** [M14] The item everybody is at: the one taken up last and not left. */
export function currentItem({ turns }: Pick<Meeting, 'turns'>): string | null {
  const last = turns.at(-1)
  return last && last.to === null ? last.item : null
}

/**
 * [M61] When something that is entered now was so: in a meeting entered from paper at its end, or its begin while it has none
 * yet; else now.
 */
export function momentIn(
  { fromPaper, course }: Pick<Meeting, 'fromPaper' | 'course'>,
  now: Instant,
): Instant {
  if (!fromPaper || !('roll' in course)) return now
  return course.is === 'closed' ? course.closedAt : course.at
}
