import type { Day } from '#shared/records/local-time.ts'
import type { PersonId, RecordId } from '#shared/records/ids.ts'
import { taskTrouble, type TaskSeen } from './task-pace.ts'

/** How the tasks of a cell are looked at. */
export const TASK_VIEWS = ['mine', 'member', 'resolution', 'deadline'] as const
export type TaskView = (typeof TASK_VIEWS)[number]

export type ListedTask = TaskSeen & { record: RecordId; assignedAt: number; from?: { resolution?: RecordId } }

/** What stands under one heading. `key` is a person, a resolution, or a stretch of time; '' for the rest. */
export type TaskGroup<T> = { key: string; tasks: readonly T[]; open: number }

/** Stretches of time by which tasks are due, the nearest first; '' is without a day. */
export const STRETCHES = ['overdue', 'week', 'month', 'later', ''] as const
export type Stretch = (typeof STRETCHES)[number]

/** [T20] What waits for this person: what he has, and what he gave and can now confirm or clear the way for. */
export function mine<T extends ListedTask>(tasks: readonly T[], me: PersonId): { have: T[]; gave: T[] } {
  const have = tasks.filter(({ owner }) => owner === me)
  const gave = tasks.filter(
    (task) =>
      task.owner !== me && task.assignedBy === me && (task.state === 'done' || task.blocked !== undefined),
  )
  return { have, gave }
}

/** [T20] Every task under one heading and one only; open ones first, the most pressing at the top. */
export function grouped<T extends ListedTask>(
  tasks: readonly T[],
  by: Exclude<TaskView, 'mine'>,
  today: Day,
): TaskGroup<T>[] {
  const keyOf = {
    member: ({ owner }: T) => owner,
    resolution: ({ from }: T) => from?.resolution ?? '',
    deadline: (task: T) => stretchOf(task, today),
  }[by]
  const groups = new Map<string, T[]>()
  for (const task of byPress(tasks, today))
    groups.set(keyOf(task), [...(groups.get(keyOf(task)) ?? []), task])
  return [...groups].map(([key, of]) => ({
    key,
    tasks: of,
    open: of.filter(({ state }) => state !== 'confirmed').length,
  }))
}

/** When a task is due, seen from today. */
export function stretchOf({ deadline, state }: TaskSeen, today: Day): Stretch {
  if (deadline === undefined) return ''
  if (deadline < today && state !== 'done' && state !== 'confirmed') return 'overdue'
  const days = (Date.parse(deadline) - Date.parse(today)) / 86_400_000
  return days <= 7 ? 'week' : days <= 31 ? 'month' : 'later'
}

/** Open before confirmed; then red, amber, the rest; then by day, what has none last. */
export function byPress<T extends ListedTask>(tasks: readonly T[], today: Day): T[] {
  const rank = (task: T) => (task.state === 'confirmed' ? 3 : RANKS[taskTrouble(task, today)?.tone ?? 'none'])
  return tasks
    .map((task) => ({ task, rank: rank(task) }))
    .sort((a, b) => a.rank - b.rank || inTime(a.task, b.task))
    .map(({ task }) => task)
}

const RANKS = { red: 0, amber: 1, none: 2 } as const
const LATEST = '9999'
function inTime(a: ListedTask, b: ListedTask): number {
  const [one, other] = [a.deadline ?? LATEST, b.deadline ?? LATEST]
  return one < other ? -1 : one > other ? 1 : a.assignedAt - b.assignedAt
}
