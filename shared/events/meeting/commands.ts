import * as v from 'valibot'
import { agendaItemSchema, paperSchema } from '#shared/records/agenda.ts'
import { attachmentIdSchema, wordsRefSchema } from '#shared/records/attachment.ts'
import { PRESENCES } from '#shared/records/attendance.ts'
import { idSchema as id, instantSchema } from '#shared/records/ids.ts'
import { daySchema, localTimeSchema } from '#shared/records/local-time.ts'
import {
  CONTRIBUTION_KINDS,
  MEETING_TYPES,
  PACKAGE_STEPS,
  STEPS,
  WAYS_TOLD,
} from '#shared/records/meeting.ts'
import { DUTIES, personNameSchema, statusSchema } from '#shared/records/person.ts'
import { monthSchema } from '#shared/records/resolution.ts'
import { MAJORITIES, PEOPLE_MATTERS, VOTE_FORMS } from '#shared/records/vote.ts'
import { oneLine, severalLines } from '#shared/records/words.ts'

/** Most people on a roll, items on an agenda, entries of one kind: ten times what a large cell needs. */
const MOST_PEOPLE = 400
const MOST_ITEMS = 100

/** In the room, by the clock of the phone: a whole meeting may be sent hours later in one batch. */
const at = instantSchema
const after = v.exactOptional(v.nullable(id))
const instead = v.pipe(v.array(id), v.maxLength(50))
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PEOPLE))
const people = v.pipe(v.array(id), v.maxLength(MOST_PEOPLE))
const place = oneLine(160)
const minutes = v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(600))
const item = v.nullable(id)
const points = v.pipe(v.number(), v.minValue(0), v.maxValue(100))
const subPoint = v.pipe(v.string(), v.regex(/^[a-z0-9][A-Za-z0-9.-]{0,39}$/))
const reason = oneLine(300)
/** A topic's name in the bank; one this app does not know may come from a newer bank. */
const topicId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{2,59}$/))
/** `notice`, or the kind and what it is of: `paper:<attachment>`. */
const partName = v.pipe(v.string(), v.regex(/^[a-z]{1,12}(?::[A-Za-z0-9_-]{1,64})?$/))

export const planningCommands = [
  v.object({
    do: v.literal('planMeeting'),
    type: v.picklist(MEETING_TYPES),
    month: monthSchema,
    startsAt: localTimeSchema,
    place,
    minutes,
    topic: v.exactOptional(oneLine(200)),
    topicId: v.exactOptional(topicId),
    agenda: v.pipe(v.array(agendaItemSchema), v.maxLength(MOST_ITEMS)),
    fromPaper: v.exactOptional(v.literal(true)),
  }),
  v.object({
    do: v.literal('changeMeeting'),
    month: v.exactOptional(monthSchema),
    startsAt: v.exactOptional(localTimeSchema),
    place: v.exactOptional(place),
    minutes: v.exactOptional(minutes),
    topic: v.exactOptional(oneLine(200)),
    topicId: v.exactOptional(v.nullable(topicId)),
  }),
  v.object({ do: v.literal('cancelMeeting'), reason }),
  v.object({ do: v.literal('putAgendaItem'), item: agendaItemSchema, after }),
  v.object({ do: v.literal('moveAgendaItem'), item: id, after: v.nullable(id) }),
  v.object({ do: v.literal('removeAgendaItem'), item: id }),
  v.object({ do: v.literal('tickStep'), step: v.picklist(STEPS), day: v.nullable(daySchema) }),
  v.object({
    do: v.literal('tickPart'),
    part: partName,
    day: v.nullable(daySchema),
    /** The step of the package that this tick makes whole, or that is no longer whole without it. */
    step: v.exactOptional(v.picklist(PACKAGE_STEPS)),
  }),
  v.object({ do: v.literal('answerInvitation'), coming: v.boolean(), way: v.picklist(WAYS_TOLD) }),
  v.object({ do: v.literal('noteTold'), person: id, way: v.picklist(WAYS_TOLD) }),
  v.object({
    do: v.literal('putGuest'),
    guest: v.object({
      id,
      name: personNameSchema,
      post: v.exactOptional(oneLine(120)),
      superior: v.exactOptional(v.literal(true)),
    }),
  }),
  v.object({ do: v.literal('removeGuest'), guest: id }),
  v.object({ do: v.literal('putPage'), page: paperSchema }),
  v.object({ do: v.literal('removePage'), page: attachmentIdSchema }),
] as const

export const courseCommands = [
  v.object({
    do: v.literal('openMeeting'),
    at,
    chair: id,
    roll: v.pipe(
      v.array(v.object({ person: id, status: statusSchema, duties: v.array(v.picklist(DUTIES)) })),
      v.minLength(1),
      v.maxLength(MOST_PEOPLE),
    ),
  }),
  v.object({ do: v.literal('takeChair'), person: id, at }),
  v.object({ do: v.literal('appointMinuteTaker'), person: id, at }),
  v.object({ do: v.literal('handPhone'), to: id, at }),
  v.object({ do: v.literal('takeUpItem'), item: id, at }),
  v.object({ do: v.literal('leaveItem'), item: id, at }),
  v.object({
    do: v.literal('markAttendance'),
    id,
    person: id,
    is: v.picklist(PRESENCES),
    time: v.exactOptional(localTimeSchema),
    at,
    instead,
  }),
  v.object({ do: v.literal('noteFees'), id, paid: count, of: count, at, instead }),
  v.object({ do: v.literal('closeMeeting'), at }),
  v.object({ do: v.literal('reopenMeeting'), at }),
  v.object({ do: v.literal('restateTimes'), startsAt: localTimeSchema, begin: at, end: at }),
] as const

export const sayingCommands = [
  v.object({
    do: v.literal('noteContribution'),
    id,
    item,
    /** A guest; a member who spoke is whom it is entered for. */
    guest: v.exactOptional(id),
    kind: v.picklist(CONTRIBUTION_KINDS),
    text: severalLines(2000),
    about: v.exactOptional(id),
    at,
  }),
  v.object({ do: v.literal('changeContribution'), of: id, text: severalLines(2000) }),
  v.object({ do: v.literal('strikeContribution'), of: id }),
  v.object({ do: v.literal('noteSelfCriticism'), id, item, words: v.exactOptional(wordsRefSchema), at }),
  v.object({ do: v.literal('wordSelfCriticism'), of: id, words: v.nullable(wordsRefSchema) }),
  v.object({
    do: v.literal('confirmSelfCriticism'),
    of: id,
    /** The very words he agreed to. */
    words: attachmentIdSchema,
  }),
  v.object({ do: v.literal('concludeItem'), id, item: id, text: severalLines(4000), at, instead }),
] as const

export const votingCommands = [
  v.object({
    do: v.literal('putToVote'),
    id,
    item,
    about: v.variant('what', [
      v.object({ what: v.literal('text'), record: id }),
      v.object({ what: v.literal('minutes'), record: id }),
      v.object({ what: v.literal('score') }),
      v.object({ what: v.literal('agenda') }),
      v.object({
        what: v.literal('person'),
        person: id,
        matter: v.picklist(PEOPLE_MATTERS),
        name: v.exactOptional(personNameSchema),
      }),
      v.object({ what: v.literal('other'), text: oneLine(300) }),
    ]),
    majority: v.picklist(MAJORITIES),
    form: v.picklist(VOTE_FORMS),
    present: people,
    amendments: v.pipe(v.array(severalLines(2000)), v.maxLength(30)),
    at,
  }),
  v.object({
    do: v.literal('enterCount'),
    id,
    vote: id,
    for: count,
    against: count,
    other: count,
    at,
    instead,
  }),
  v.object({ do: v.literal('strikeVote'), vote: id }),
  v.object({ do: v.literal('noteTask'), task: id, line: oneLine(1000), resolution: v.exactOptional(id) }),
  v.object({
    do: v.literal('markScore'),
    sub: subPoint,
    points: v.nullable(points),
    reason: v.exactOptional(reason),
    at,
  }),
  v.object({
    do: v.literal('agreeScore'),
    card: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
    points: v.record(subPoint, points),
    reasons: v.record(subPoint, reason),
    open: v.pipe(v.array(subPoint), v.maxLength(60)),
    at,
  }),
] as const

export const meetingCommandSchema = v.variant('do', [
  ...planningCommands,
  ...courseCommands,
  ...sayingCommands,
  ...votingCommands,
])
export type MeetingCommand = v.InferOutput<typeof meetingCommandSchema>

export type PlanningCommand = v.InferOutput<(typeof planningCommands)[number]>
export type CourseCommand = v.InferOutput<(typeof courseCommands)[number]>
export type SayingCommand = v.InferOutput<(typeof sayingCommands)[number]>
export type VotingCommand = v.InferOutput<(typeof votingCommands)[number]>

type OneOf<Command extends { do: string }> = (
  command: MeetingCommand,
) => command is Extract<MeetingCommand, Command>
const among = <Command extends MeetingCommand>(
  schemas: readonly { entries: { do: { literal: string } } }[],
): OneOf<Command> => {
  const names = new Set(schemas.map((schema) => schema.entries.do.literal))
  return (command): command is Extract<MeetingCommand, Command> => names.has(command.do)
}
export const isOfPlanning = among<PlanningCommand>(planningCommands)
export const isOfCourse = among<CourseCommand>(courseCommands)
export const isOfSaying = among<SayingCommand>(sayingCommands)
