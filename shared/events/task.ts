import * as v from 'valibot'
import { doneAt, enteredBy, whoseDeed } from '#shared/records/event.ts'
import { idSchema } from '#shared/records/ids.ts'
import { daySchema } from '#shared/records/local-time.ts'
import { monthSchema } from '#shared/records/resolution.ts'
import type { Task } from '#shared/records/task.ts'
import { oneLine, severalLines } from '#shared/records/words.ts'
import { may } from '#shared/rules/permissions.ts'
import { relationsToTask } from '#shared/rules/task-course.ts'
import { no, yes, type RecordKindRules } from './kind.ts'

const words = severalLines(2000)
export const taskCommandSchema = v.variant('do', [
  v.object({
    do: v.literal('assignTask'),
    title: oneLine(1000),
    owner: idSchema,
    deadline: v.exactOptional(daySchema),
    reportIn: v.exactOptional(monthSchema),
    from: v.exactOptional(
      v.object({
        meeting: v.exactOptional(idSchema),
        resolution: v.exactOptional(idSchema),
        line: v.exactOptional(oneLine(1000)),
      }),
    ),
  }),
  v.object({
    do: v.literal('changeTask'),
    title: v.exactOptional(oneLine(1000)),
    owner: v.exactOptional(idSchema),
    deadline: v.exactOptional(v.nullable(daySchema)),
    reportIn: v.exactOptional(v.nullable(monthSchema)),
  }),
  v.object({ do: v.literal('acceptTask') }),
  v.object({ do: v.literal('reportProgress'), id: idSchema, text: words }),
  v.object({ do: v.literal('finishTask'), result: words }),
  v.object({ do: v.literal('confirmTask') }),
  v.object({ do: v.literal('reopenTask'), reason: oneLine(300) }),
])
export type TaskCommand = v.InferOutput<typeof taskCommandSchema>

type Assigned = Pick<Task, 'title' | 'owner' | 'deadline' | 'reportIn' | 'from'>
type Changed = Omit<Extract<TaskCommand, { do: 'changeTask' }>, 'do'>
type Facts = {
  taskAssigned: Assigned
  taskChanged: Changed
  taskAccepted: Record<string, never>
  progressReported: { id: string; text: string }
  taskFinished: { result: string }
  taskConfirmed: Record<string, never>
  taskReopened: { reason: string }
}
const event = <T extends keyof Facts>(type: T, data: Facts[T]) => ({ type, v: 1, data })

/** A task: its owner says how it goes and that it is done, whoever assigned it says whether it is. */
export const taskRules: RecordKindRules<Task> = {
  kind: 'task',
  livesIn: 'cell',
  hasDocument: true,
  forAnother: ['acceptTask', 'reportProgress', 'finishTask'],
  saidIn(e) {
    if (e.type === 'progressReported') return (e.data as Facts['progressReported']).text
    return e.type === 'taskFinished' ? (e.data as Facts['taskFinished']).result : null
  },

  decide(state, raw, { standing, rosters }) {
    const parsed = v.safeParse(taskCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    const command = parsed.output
    const isHere = (person: string) => rosters.some(({ people }) => people.some(({ id }) => id === person))
    if (command.do === 'assignTask') {
      if (!may('assignTask', standing)) return no('notAllowed')
      if (state) return no('alreadyExists')
      if (!isHere(command.owner)) return no('notFound')
      const { do: _, ...assigned } = command
      return yes(event('taskAssigned', assigned))
    }
    if (!state) return no('notFound')
    const relations = relationsToTask(state, standing.person)
    const works = may('workOnTask', standing, relations)
    const settles = may('settleTask', standing, relations)
    switch (command.do) {
      case 'changeTask': {
        if (!settles) return no('notAllowed')
        if (command.owner !== undefined && !isHere(command.owner)) return no('notFound')
        const { do: _, ...changes } = command
        return yes(event('taskChanged', changes))
      }
      case 'acceptTask':
        if (!works) return no('notAllowed')
        return state.state === 'assigned' ? yes(event('taskAccepted', {})) : yes()
      case 'reportProgress':
        if (!works) return no('notAllowed')
        return state.progress.some(({ id }) => id === command.id)
          ? yes()
          : yes(event('progressReported', { id: command.id, text: command.text }))
      case 'finishTask':
        if (!works) return no('notAllowed')
        // [T3] What was confirmed stands; somebody who wants to say more reports it.
        if (state.state === 'confirmed') return no('notInThisState')
        if (state.state === 'done' && state.result === command.result) return yes()
        return yes(event('taskFinished', { result: command.result }))
      case 'confirmTask':
        if (!settles) return no('notAllowed')
        if (state.state === 'confirmed') return yes()
        return state.state === 'done' ? yes(event('taskConfirmed', {})) : no('notInThisState')
      case 'reopenTask':
        if (!settles) return no('notAllowed')
        return state.state === 'done' || state.state === 'confirmed'
          ? yes(event('taskReopened', { reason: command.reason }))
          : yes()
      default:
        return command satisfies never
    }
  },

  fold(state, e) {
    const at = doneAt(e)
    if (e.type === 'taskAssigned') {
      if (state) return state
      const assigned = e.data as Facts['taskAssigned']
      return {
        ...assigned,
        assignedBy: whoseDeed(e),
        assignedAt: at,
        state: 'assigned',
        since: at,
        progress: [],
      }
    }
    if (!state) return state
    switch (e.type) {
      case 'taskChanged':
        return changed(state, e.data as Changed, at)
      case 'taskAccepted':
        return { ...state, state: 'accepted', since: at }
      case 'progressReported': {
        const { id, text } = e.data as Facts['progressReported']
        const typed = enteredBy(e)
        const report = { id, by: whoseDeed(e), at, text, ...(typed ? { entered: typed } : {}) }
        return { ...state, progress: [...state.progress, report] }
      }
      case 'taskFinished':
        return { ...state, state: 'done', since: at, result: (e.data as Facts['taskFinished']).result }
      case 'taskConfirmed':
        return { ...state, state: 'confirmed', since: at }
      case 'taskReopened': {
        const { reason } = e.data as Facts['taskReopened']
        return { ...state, state: 'accepted', since: at, reopened: { reason, at } }
      }
      case 'entryDisowned': {
        const { of } = e.data as { of: number }
        const progress = state.progress.map((one) =>
          one.entered?.seq === of ? { ...one, entered: { ...one.entered, disowned: true as const } } : one,
        )
        return { ...state, progress }
      }
      default:
        return state
    }
  },

  project(record, { progress, reopened: _, ...state }, changedAt) {
    const last = progress.at(-1)?.at
    const reports = { reports: progress.length, ...(last === undefined ? {} : { reportedAt: last }) }
    return { kind: 'task', record, changedAt, ...state, ...reports }
  },

  /** Its description is written by whoever has it and whoever gave it, until it is confirmed. */
  writingRefusal(state, standing) {
    if (!state) return 'notFound'
    if (standing.status === 'suspended') return 'suspended'
    const relations = relationsToTask(state, standing.person)
    if (!may('workOnTask', standing, relations) && !may('settleTask', standing, relations))
      return 'notAllowed'
    return state.state === 'confirmed' ? 'documentClosed' : null
  },
}

/** Handed to somebody else it waits for him anew. */
function changed(state: Task, { deadline, reportIn, ...changes }: Changed, at: number): Task {
  const { deadline: oldDeadline, reportIn: oldReport, ...rest } = state
  const day = deadline === undefined ? oldDeadline : deadline
  const month = reportIn === undefined ? oldReport : reportIn
  const handed = changes.owner !== undefined && changes.owner !== state.owner
  return {
    ...rest,
    ...changes,
    ...(day ? { deadline: day } : {}),
    ...(month ? { reportIn: month } : {}),
    ...(handed ? { state: 'assigned' as const, since: at } : {}),
  }
}
