import * as v from 'valibot'
import type { Day } from '#shared/records/local-time.ts'
import type { Task } from '#shared/records/task.ts'
import { may } from '#shared/rules/permissions.ts'
import { relationsToTask } from '#shared/rules/task-course.ts'
import { no, yes, type RecordKindRules } from './kind.ts'
import { taskCommandSchema, type TaskFacts } from './task-commands.ts'
import { foldTask } from './task-fold.ts'

const event = <T extends keyof TaskFacts>(type: T, data: TaskFacts[T]) => ({ type, v: 1, data })

/** A task: its owner says how it goes and that it is done, whoever assigned it says whether it is. */
export const taskRules: RecordKindRules<Task> = {
  kind: 'task',
  livesIn: 'cell',
  hasDocument: true,
  forAnother: ['acceptTask', 'reportProgress', 'blockTask', 'unblockTask', 'handOverTask', 'finishTask'],
  saidIn(e) {
    if (e.type === 'progressReported') return (e.data as TaskFacts['progressReported']).text
    if (e.type === 'taskBlocked') return (e.data as TaskFacts['taskBlocked']).reason
    if (e.type === 'taskHandedOver') return (e.data as TaskFacts['taskHandedOver']).reason ?? null
    return e.type === 'taskFinished' ? (e.data as TaskFacts['taskFinished']).result : null
  },

  decide(state, raw, { standing, rosters, ruleset }) {
    const parsed = v.safeParse(taskCommandSchema, raw)
    if (!parsed.success) return no('malformed')
    const command = parsed.output
    const isHere = (person: string) => rosters.some(({ people }) => people.some(({ id }) => id === person))
    const canTakeOver = (person: string) =>
      rosters.some(({ people }) => people.some((one) => one.id === person && one.status !== 'suspended'))
    if (command.do === 'assignTask') {
      if (!may('assignTask', standing)) return no('notAllowed')
      if (state) return no('alreadyExists')
      // [T9] What recurs is counted from a day.
      if (command.repeat !== undefined && command.deadline === undefined) return no('malformed')
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
      case 'reportProgress': {
        if (!works) return no('notAllowed')
        if (command.pictures?.some(({ size }) => size > ruleset.attachmentBytes.value.each))
          return no('tooLarge')
        const { do: _, ...report } = command
        return state.progress.some(({ id }) => id === command.id)
          ? yes()
          : yes(event('progressReported', report))
      }
      case 'blockTask':
        if (!works) return no('notAllowed')
        if (!isOpen(state)) return no('notInThisState')
        return state.blocked?.reason === command.reason
          ? yes()
          : yes(event('taskBlocked', { reason: command.reason }))
      case 'unblockTask':
        if (!may('unblockTask', standing, relations)) return no('notAllowed')
        return state.blocked ? yes(event('taskUnblocked', {})) : yes()
      case 'handOverTask': {
        if (!may('handOverTask', standing, relations)) return no('notAllowed')
        if (!canTakeOver(command.to)) return no('notFound')
        if (command.to === state.owner) return yes()
        const { do: _, ...handed } = command
        return isOpen(state) ? yes(event('taskHandedOver', handed)) : no('notInThisState')
      }
      case 'finishTask':
        if (!works) return no('notAllowed')
        if (isOfAnotherRound(state, command.due)) return no('notInThisState')
        // [T3] What was confirmed stands; somebody who wants to say more reports it.
        if (state.state === 'confirmed') return no('notInThisState')
        if (state.state === 'done' && state.result === command.result) return yes()
        return yes(event('taskFinished', { result: command.result }))
      case 'confirmTask':
        if (!settles) return no('notAllowed')
        if (state.state === 'confirmed' || isOfAnotherRound(state, command.due)) return yes()
        return state.state === 'done' ? yes(event('taskConfirmed', {})) : no('notInThisState')
      case 'reopenTask':
        if (!settles) return no('notAllowed')
        return state.state === 'done' || state.state === 'confirmed'
          ? yes(event('taskReopened', { reason: command.reason }))
          : yes()
      case 'carryTaskOver':
        if (!may('carryTaskOver', standing)) return no('notAllowed')
        if (state.state === 'confirmed' || (state.reportIn ?? '') >= command.month) return yes()
        return yes(event('taskCarriedOver', { month: command.month }))
      default:
        return command satisfies never
    }
  },

  fold: foldTask,

  project(record, task, changedAt) {
    const { progress, steps: _, reopened: __, firstDue: ___, ...rest } = task
    const { responsibility: ____, product: _____, authority: ______, ...state } = rest
    const last = progress.at(-1)?.at
    const reports = { reports: progress.length, ...(last === undefined ? {} : { reportedAt: last }) }
    return { kind: 'task', record, changedAt, ...state, ...reports }
  },

  attachments: ({ progress }) => progress.flatMap(({ pictures = [] }) => pictures),

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

const isOpen = ({ state }: Task): boolean => state === 'assigned' || state === 'accepted'

/** [T10] It is said about a round that is over: what recurs goes on meanwhile. */
const isOfAnotherRound = ({ repeat, deadline }: Task, due: Day | undefined): boolean =>
  repeat !== undefined && due !== undefined && due !== deadline
