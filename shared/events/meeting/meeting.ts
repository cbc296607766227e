import * as v from 'valibot'
import type { AttachmentRef } from '#shared/records/attachment.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { MeetingRow } from '#shared/records/row.ts'
import { isPresent, presentIn } from '#shared/rules/meeting/presence.ts'
import { contradictionsIn } from '#shared/rules/meeting/contradictions.ts'
import { chairOf } from '#shared/rules/meeting/course.ts'
import { no, type RecordKindRules } from '#shared/events/kind.ts'
import { isOfCourse, isOfPlanning, isOfSaying, meetingCommandSchema } from './commands.ts'
import { decideCourse, foldCourse } from './course.ts'
import { decidePlanning, foldPlanning } from './planning.ts'
import { decideSaying, foldSaying, saidInMeeting, speakersOf } from './saying.ts'
import { decideVoting, foldVoting } from './voting.ts'

/**
 * A meeting, from its plan to its end. What happens in the room is observed, not decided: nobody's entry is refused because
 * another phone was first [M11].
 */
export const meetingRules: RecordKindRules<Meeting> = {
  kind: 'meeting',
  livesIn: 'cell',
  hasDocument: false,
  forAnother: [
    'answerInvitation',
    'noteContribution',
    'changeContribution',
    'noteSelfCriticism',
    'wordSelfCriticism',
    'confirmSelfCriticism',
  ],
  saidIn: saidInMeeting,

  decide(state, raw, context) {
    const parsed = v.safeParse(meetingCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    const command = parsed.output
    if (isOfPlanning(command)) return decidePlanning(state, command, context)
    if (!state) return no('notFound')
    if (isOfCourse(command)) return decideCourse(state, command, context)
    if (isOfSaying(command)) return decideSaying(state, command, context)
    return decideVoting(state, command, context)
  },

  fold(state, e) {
    const planned = foldPlanning(state, e)
    return planned && foldVoting(foldSaying(foldCourse(planned, e), e), e)
  },

  project: (record, state, changedAt) => ({ kind: 'meeting', record, changedAt, ...rowFields(state) }),

  writingRefusal: () => 'notFound',

  attachments: ({ agenda, selfCriticism, pages = [] }): AttachmentRef[] => [
    ...pages.map(({ file }) => file),
    ...agenda.flatMap(({ papers = [] }) => papers.map(({ file }) => file)),
    ...selfCriticism.flatMap(({ words }) => (words ? [words] : [])),
  ],
}

function rowFields(state: Meeting): Omit<MeetingRow, 'kind' | 'record' | 'changedAt'> {
  const {
    type,
    month,
    topic,
    topicId,
    startsAt,
    place,
    minutes,
    fromPaper,
    agenda,
    steps,
    course,
    minuteTaker,
  } = state
  const chair = chairOf(state)
  const coming = Object.entries(state.invitations)
  const roll = course.is === 'running' || course.is === 'closed' ? course.roll : null
  return {
    ...{ type, month, startsAt, place, minutes, steps, course: course.is, items: agenda.length },
    ...(topic === undefined ? {} : { topic }),
    ...(topicId === undefined ? {} : { topicId }),
    ...(fromPaper ? { fromPaper } : {}),
    ...(roll ? { members: roll.length, present: presentIn(state, roll).length } : {}),
    ...('at' in course && course.is !== 'cancelled' ? { openedAt: course.at } : {}),
    ...(course.is === 'closed' ? { closedAt: course.closedAt } : {}),
    ...(chair === undefined ? {} : { chair }),
    ...(minuteTaker === undefined ? {} : { minuteTaker }),
    coming: coming.flatMap(([person, answer]) => (answer.coming ? [person] : [])),
    notComing: coming.flatMap(([person, answer]) => (answer.coming ? [] : [person])),
    presenters: agenda.flatMap(({ presenter }) => (presenter === undefined ? [] : [presenter])),
    speakers: [...speakersOf(state)],
    contradictions: contradictionsIn(state).length,
    texts: [...new Set(agenda.flatMap(({ text }) => (text === undefined ? [] : [text])))],
    ...(state.scores.self ? { score: sum(state.scores.self.points) } : {}),
    attended: roll
      ? Object.fromEntries(roll.map(({ person }) => [person, isPresent(state.attendance[person])]))
      : {},
  }
}

const sum = (points: Readonly<Record<string, number>>): number =>
  Math.round(Object.values(points).reduce((all, one) => all + one, 0) * 100) / 100
