import * as v from 'valibot'
import { contentText } from '#shared/records/content.ts'
import { doneAt, whoseDeed, type RecordedEvent } from '#shared/records/event.ts'
import { idSchema, type PersonId, type RecordId } from '#shared/records/ids.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { Minutes } from '#shared/records/minutes.ts'
import { relationsToMeeting } from '#shared/rules/meeting/course.ts'
import { may } from '#shared/rules/permissions.ts'
import type { Standing } from '#shared/rules/standing.ts'
import {
  adoptionCommands,
  adoptionInRow,
  adoptionRestsOn,
  decideAdoption,
  foldAdoption,
  isOfAdoption,
  chainsSeal,
  namesBeside,
  publishesSeal,
} from './adoption.ts'
import { no, yes, type Context, type Decision, type RecordKindRules } from './kind.ts'

export const minutesCommandSchema = v.variant('do', [
  v.object({
    do: v.literal('beginMinutes'),
    meeting: idSchema,
    schema: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  }),
  v.object({ do: v.literal('handMinutes'), to: idSchema }),
  v.object({ do: v.literal('writeOnPhoneOf'), person: idSchema }),
  ...adoptionCommands,
])
export type MinutesCommand = v.InferOutput<typeof minutesCommandSchema>

type Facts = {
  minutesBegun: { meeting: RecordId; schema: number; minuteTaker: PersonId }
  minutesHanded: { to: PersonId }
  phoneShared: { person: PersonId }
}
const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })

export const minutesRules: RecordKindRules<Minutes> = {
  kind: 'minutes',
  livesIn: 'cell',
  hasDocument: true,

  restsOn(state, command) {
    const meeting = meetingNamedIn(command) ?? state?.meeting
    const rests = adoptionRestsOn(state, command)
    return meeting === undefined || rests.length > 0 ? rests : [{ record: meeting, kind: 'meeting' }]
  },

  decide(state, raw, context): Decision {
    const parsed = v.safeParse(minutesCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    const command = parsed.output
    if (command.do === 'beginMinutes') {
      const meeting = meetingIn(context, command.meeting)
      if (!meeting) return no('notFound')
      if (!mayBegin(meeting, context.standing)) return no('notAllowed')
      if (state) return state.meeting === command.meeting ? yes() : no('alreadyExists')
      const minuteTaker = meeting.minuteTaker ?? context.standing.person
      return yes(event('minutesBegun', { meeting: command.meeting, schema: command.schema, minuteTaker }))
    }
    if (!state) return no('notFound')
    if (isOfAdoption(command))
      return decideAdoption(state, command, { record: context.record, kind: 'minutes', context })
    const meeting = meetingIn(context, state.meeting)
    if (!meeting || !mayBegin(meeting, context.standing)) return no('notAllowed')
    if (state.adopted) return no('documentClosed')
    switch (command.do) {
      case 'handMinutes':
        return command.to === state.minuteTaker ? yes() : yes(event('minutesHanded', { to: command.to }))
      case 'writeOnPhoneOf':
        return state.alsoOnPhoneOf.includes(command.person)
          ? yes()
          : yes(event('phoneShared', { person: command.person }))
      default:
        return command satisfies never
    }
  },

  fold(state, e) {
    if (e.type === 'minutesBegun') return state ?? begun(e)
    if (!state) return state
    switch (e.type) {
      case 'minutesHanded':
        return { ...state, minuteTaker: (e.data as Facts['minutesHanded']).to, alsoOnPhoneOf: [] }
      case 'phoneShared':
        return { ...state, alsoOnPhoneOf: [...state.alsoOnPhoneOf, (e.data as Facts['phoneShared']).person] }
      default:
        return foldAdoption(state, e)
    }
  },

  project(record, state, changedAt, content) {
    const text = content ? contentText(content).trim() : ''
    const words = text === '' ? 0 : text.split(/\s+/u).length
    const { meeting, minuteTaker, schema } = state
    return {
      kind: 'minutes',
      record,
      changedAt,
      meeting,
      minuteTaker,
      schema,
      words,
      ...adoptionInRow(state),
    }
  },

  publishes: publishesSeal,
  attachments: namesBeside,
  react: chainsSeal,

  /** [M31] The minute-taker of this meeting writes, and whoever lent him a phone for it; after adoption only the signers. */
  writingRefusal(state, standing) {
    if (!state) return 'notFound'
    if (standing.status === 'suspended') return 'suspended'
    const writes = state.minuteTaker === standing.person || state.alsoOnPhoneOf.includes(standing.person)
    if (!may('writeMinutes', standing, writes ? ['minuteTaker'] : [])) return 'notAllowed'
    return state.sealed ? 'documentClosed' : null
  },
}

const meetingIn = ({ others }: Context, record: RecordId) => others.get(record) as Meeting | undefined

const mayBegin = (meeting: Meeting, standing: Standing): boolean =>
  may('beginMinutes', standing, relationsToMeeting(meeting, standing.person))

function meetingNamedIn(command: unknown): RecordId | undefined {
  const named = v.safeParse(v.object({ meeting: idSchema }), command)
  return named.success ? named.output.meeting : undefined
}

function begun(e: RecordedEvent): Minutes {
  const facts = e.data as Facts['minutesBegun']
  const begunBy = whoseDeed(e)
  // Begun on another's phone they are written on it: the first words in them are that phone's.
  const alsoOnPhoneOf = begunBy === facts.minuteTaker ? [] : [begunBy]
  return { ...facts, alsoOnPhoneOf, begunBy, begunAt: doneAt(e) }
}
