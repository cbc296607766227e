import * as v from 'valibot'
import { CANDIDATE_STAGES, type Candidate } from '#shared/records/candidate.ts'
import { doneAt, whoseDeed, type RecordedEvent } from '#shared/records/event.ts'
import { idSchema } from '#shared/records/ids.ts'
import { daySchema } from '#shared/records/local-time.ts'
import { birthYearSchema, personNameSchema } from '#shared/records/person.ts'
import { oneLine } from '#shared/records/words.ts'
import { helpersRefusal } from '#shared/rules/candidates.ts'
import { may } from '#shared/rules/permissions.ts'
import { no, yes, type Context, type Decision, type RecordKindRules } from './kind.ts'

const about = {
  name: personNameSchema,
  birthYear: v.exactOptional(birthYearSchema),
  area: v.exactOptional(oneLine(120)),
}
export const candidateCommandSchema = v.variant('do', [
  v.object({ do: v.literal('addCandidate'), ...about }),
  /** All of it anew: what is left out is taken out. */
  v.object({ do: v.literal('correctCandidate'), ...about }),
  v.object({ do: v.literal('setHelpers'), helpers: v.pipe(v.array(idSchema), v.maxLength(10)) }),
  v.object({
    do: v.literal('noteCourse'),
    /** Null takes it out again. */
    course: v.nullable(v.object({ attendedOn: daySchema, certificate: v.boolean() })),
  }),
  v.object({ do: v.literal('moveCandidate'), to: v.picklist(CANDIDATE_STAGES) }),
])
export type CandidateCommand = v.InferOutput<typeof candidateCommandSchema>

type About = Pick<Candidate, 'name' | 'birthYear' | 'area'>
type Facts = {
  candidateAdded: About
  candidateCorrected: About
  helpersSet: Pick<Candidate, 'helpers'>
  courseNoted: { course: Candidate['course'] | null }
  candidateMoved: { to: Candidate['stage'] }
}
const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })

/** [O1] A candidate of the cell: kept in its office, where nobody else reads of him. */
export const candidateRules: RecordKindRules<Candidate> = {
  kind: 'candidate',
  livesIn: 'office',
  hasDocument: false,

  decide(state, raw, context) {
    const parsed = v.safeParse(candidateCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    if (!may('keepCandidates', context.standing)) return no('notAllowed')
    const command = parsed.output
    if (command.do === 'addCandidate') {
      const { do: _, ...data } = command
      return state ? no('alreadyExists') : yes(event('candidateAdded', data))
    }
    return state ? decideChange(state, command, context) : no('notFound')
  },

  fold(state, e) {
    if (e.type === 'candidateAdded') return state ?? added(e)
    return state && changed(state, e)
  },

  project: (record, { name, helpers, course, stage, ...about }, changedAt) => ({
    kind: 'candidate',
    record,
    changedAt,
    ...{ name, helpers, stage },
    ...(about.birthYear === undefined ? {} : { birthYear: about.birthYear }),
    ...(about.area === undefined ? {} : { area: about.area }),
    ...(course === undefined ? {} : { course }),
  }),

  writingRefusal: () => 'notFound',
}

function decideChange(
  state: Candidate,
  command: Exclude<CandidateCommand, { do: 'addCandidate' }>,
  { rosters, ruleset }: Context,
): Decision {
  switch (command.do) {
    case 'correctCandidate': {
      const { do: _, ...data } = command
      const { name, birthYear, area } = state
      const same = name === data.name && birthYear === data.birthYear && area === data.area
      return same ? yes() : yes(event('candidateCorrected', data))
    }
    case 'setHelpers': {
      const { helpers } = command
      if (String(helpers) === String(state.helpers)) return yes()
      const refusal = helpersRefusal(helpers, rosters, ruleset)
      return refusal ? no(refusal) : yes(event('helpersSet', { helpers }))
    }
    case 'noteCourse': {
      const { course } = command
      const known = state.course
      const same = known?.attendedOn === course?.attendedOn && known?.certificate === course?.certificate
      return same ? yes() : yes(event('courseNoted', { course }))
    }
    case 'moveCandidate':
      return state.stage === command.to ? yes() : yes(event('candidateMoved', { to: command.to }))
    default:
      return command satisfies never
  }
}

function added(e: RecordedEvent): Candidate {
  const { name, birthYear, area } = e.data as About
  return {
    ...{ name, helpers: [], stage: 'introduced', addedBy: whoseDeed(e), addedAt: doneAt(e) },
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(area === undefined ? {} : { area }),
  }
}

function changed(state: Candidate, e: RecordedEvent): Candidate {
  switch (e.type) {
    case 'candidateCorrected': {
      const { name: _n, birthYear: _b, area: _a, ...rest } = state
      return { ...rest, ...(e.data as About) }
    }
    case 'helpersSet':
      return { ...state, helpers: (e.data as Facts['helpersSet']).helpers }
    case 'courseNoted': {
      const { course: _, ...rest } = state
      const { course } = e.data as Facts['courseNoted']
      return course ? { ...rest, course } : rest
    }
    case 'candidateMoved':
      return { ...state, stage: (e.data as Facts['candidateMoved']).to }
    default:
      return state
  }
}
