import { doneAt, enteredBy, whoseDeed, type RecordedEvent } from '#shared/records/event.ts'
import type { Instant } from '#shared/records/ids.ts'
import { CLEAR_FIELDS, type Task, type TaskDeed, type TaskStep } from '#shared/records/task.ts'
import { dayInVietnam } from '#shared/rules/announcement-timing.ts'
import { monthAfter, nextDue } from '#shared/rules/task-due.ts'
import type { TaskFacts } from './task-commands.ts'

/** A task as its events make it; whatever order they come in, every deed stays a step of it [T13]. */
export function foldTask(state: Task | null, e: RecordedEvent): Task | null {
  if (e.type === 'taskAssigned') return state ?? assigned(e)
  if (!state) return state
  const at = doneAt(e)
  switch (e.type) {
    case 'taskChanged':
      return changed(state, e)
    case 'taskAccepted':
      return stepped({ ...state, state: 'accepted', since: at }, e, { did: 'accepted' })
    case 'progressReported':
      return reported(state, e)
    case 'taskBlocked': {
      const { reason } = e.data as TaskFacts['taskBlocked']
      return stepped({ ...state, blocked: { reason, at } }, e, { did: 'blocked', reason })
    }
    case 'taskUnblocked':
      return stepped(freed(state), e, { did: 'unblocked' })
    case 'taskHandedOver':
      return handedOver(state, e)
    case 'taskFinished': {
      const { result } = e.data as TaskFacts['taskFinished']
      return stepped({ ...freed(state), state: 'done', since: at, result }, e, { did: 'done', result })
    }
    case 'taskConfirmed':
      return confirmed(state, e)
    case 'taskReopened': {
      const { reason } = e.data as TaskFacts['taskReopened']
      const open = { ...state, state: 'accepted' as const, since: at, reopened: { reason, at } }
      return stepped(open, e, { did: 'reopened', reason })
    }
    case 'taskCarriedOver': {
      const { month } = e.data as TaskFacts['taskCarriedOver']
      return stepped({ ...state, ...reportedIn(state, month) }, e, { did: 'carriedOver', month })
    }
    case 'entryDisowned':
      return disowned(state, (e.data as { of: number }).of)
    default:
      return state
  }
}

function assigned(e: RecordedEvent): Task {
  const data = e.data as TaskFacts['taskAssigned']
  const at = doneAt(e)
  const task: Task = {
    ...data,
    ...(data.repeat !== undefined && data.deadline !== undefined ? { firstDue: data.deadline } : {}),
    ...{ assignedBy: whoseDeed(e), assignedAt: at, state: 'assigned', since: at, progress: [], steps: [] },
  }
  return stepped(task, e, { did: 'assigned', to: data.owner })
}

function stepped(state: Task, e: RecordedEvent, deed: TaskDeed): Task {
  const entered = enteredBy(e)
  const step: TaskStep = { at: doneAt(e), by: whoseDeed(e), ...(entered ? { entered } : {}), ...deed }
  return { ...state, steps: [...state.steps, step] }
}

function reported(state: Task, e: RecordedEvent): Task {
  const { id, text, pictures } = e.data as TaskFacts['progressReported']
  const typed = enteredBy(e)
  const report = {
    ...{ id, by: whoseDeed(e), at: doneAt(e), text },
    ...(pictures && pictures.length > 0 ? { pictures } : {}),
    ...(typed ? { entered: typed } : {}),
  }
  return stepped({ ...state, progress: [...state.progress, report] }, e, { did: 'reported', report: id })
}

/** [T4] Handed to somebody else it waits for him anew. */
function handedOver(state: Task, e: RecordedEvent): Task {
  const { to, reason } = e.data as TaskFacts['taskHandedOver']
  const deed = { did: 'handedOver' as const, from: state.owner, to, ...(reason ? { reason } : {}) }
  return stepped({ ...freed(state), owner: to, state: 'assigned', since: doneAt(e) }, e, deed)
}

/** [T10] What recurs begins anew with its next day; its last result stays among its steps. */
function confirmed(state: Task, e: RecordedEvent): Task {
  const at = doneAt(e)
  const { repeat, firstDue, deadline } = state
  if (repeat === undefined || firstDue === undefined || deadline === undefined)
    return stepped({ ...state, state: 'confirmed', since: at }, e, { did: 'confirmed' })
  const { result: _, reopened: __, ...rest } = freed(state)
  const day = dayInVietnam(at)
  const due = nextDue(firstDue, repeat, day > deadline ? day : deadline)
  const report = state.reportIn === undefined ? {} : reportedIn(state, monthAfter(due))
  const next = { ...rest, ...report, state: 'accepted' as const, since: at, deadline: due }
  return stepped(next, e, { did: 'confirmed', due: deadline })
}

/** [T22] It stays one of those that were to be reported at the meetings before. */
function reportedIn({ reportIn, reportedBefore = [] }: Task, month: string) {
  if (reportIn === undefined || reportIn === month) return { reportIn: month }
  return { reportIn: month, reportedBefore: [...new Set([...reportedBefore, reportIn])] }
}

function freed({ blocked: _, ...state }: Task): Task {
  return state
}

function changed(state: Task, e: RecordedEvent): Task {
  const { title, owner, ...changes } = e.data as TaskFacts['taskChanged']
  const at: Instant = doneAt(e)
  const next: Task = { ...state, ...(title === undefined ? {} : { title }) }
  for (const field of ['deadline', 'repeat', 'reportIn', ...CLEAR_FIELDS] as const) {
    const to = changes[field]
    if (to === null) delete next[field]
    else if (to !== undefined) Object.assign(next, { [field]: to })
  }
  settleDays(next, changes.deadline !== undefined || changes.repeat !== undefined)
  if (owner === undefined || owner === state.owner) return stepped(next, e, { did: 'changed' })
  const deed = { did: 'handedOver' as const, from: state.owner, to: owner }
  return stepped({ ...freed(next), owner, state: 'assigned', since: at }, e, deed)
}

/** [T9] What recurs has a day; from a new one all later ones are counted anew. */
function settleDays(task: Task, anew: boolean): void {
  if (task.deadline === undefined) delete task.repeat
  if (task.repeat === undefined || task.deadline === undefined) delete task.firstDue
  else if (anew) task.firstDue = task.deadline
}

function disowned(state: Task, of: number): Task {
  const marked = <Of extends Pick<TaskStep, 'entered'>>(one: Of): Of =>
    one.entered?.seq === of ? { ...one, entered: { ...one.entered, disowned: true as const } } : one
  return { ...state, progress: state.progress.map(marked), steps: state.steps.map(marked) }
}
