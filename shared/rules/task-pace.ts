import type { Day } from '#shared/records/local-time.ts'
import type { Instant } from '#shared/records/ids.ts'
import type { Task } from '#shared/records/task.ts'
import { taskPaceOn } from '#shared/rulesets/task-pace.ts'
import { dayInVietnam } from './announcement-timing.ts'
import { taskIsOverdue } from './task-course.ts'

/** What lists know of a task: its row. */
export type TaskSeen = Pick<
  Task,
  | 'owner'
  | 'assignedBy'
  | 'deadline'
  | 'repeat'
  | 'reportIn'
  | 'reportedBefore'
  | 'state'
  | 'since'
  | 'blocked'
> & { reportedAt?: Instant }

/** Why a task is a matter, the gravest first. */
export type TaskTrouble =
  | { is: 'overdue'; days: number; tone: 'red' }
  | { is: 'silent'; days: number; tone: 'amber' | 'red' }
  | { is: 'blocked'; tone: 'amber' }

/**
 * [T16] What is the matter with a task: its day is over, nobody said a word for so many days, or something stands in its
 * way. What is done waits for its assigner, so silence counts there too; what is confirmed is never a matter.
 * @param today `yyyy-mm-dd` in Viet Nam
 */
export function taskTrouble(task: TaskSeen, today: Day): TaskTrouble | null {
  if (task.state === 'confirmed') return null
  if (task.deadline !== undefined && taskIsOverdue(task, today))
    return { is: 'overdue', days: daysFrom(task.deadline, today), tone: 'red' }
  const days = daysFrom(dayInVietnam(lastWord(task)), today)
  const { amber, red } = taskPaceOn(today).silentDays.value
  if (days >= red) return { is: 'silent', days, tone: 'red' }
  if (task.blocked) return { is: 'blocked', tone: 'amber' }
  return days >= amber ? { is: 'silent', days, tone: 'amber' } : null
}

/** When somebody last did or said something about it. */
const lastWord = ({ since, reportedAt = 0, blocked }: TaskSeen): Instant =>
  Math.max(since, reportedAt, blocked?.at ?? 0)

export type NextStep = {
  who: 'owner' | 'assigner'
  step: 'accept' | 'report' | 'finish' | 'free' | 'confirm'
}

/** [T18] What a task waits for, and whose turn it is; null when it is confirmed. */
export function nextStep(task: TaskSeen, today: Day): NextStep | null {
  switch (task.state) {
    case 'assigned':
      return { who: 'owner', step: 'accept' }
    case 'accepted':
      if (task.blocked) return { who: 'assigner', step: 'free' }
      return { who: 'owner', step: taskIsOverdue(task, today) ? 'finish' : 'report' }
    case 'done':
      return { who: 'assigner', step: 'confirm' }
    case 'confirmed':
      return null
    default:
      return task.state satisfies never
  }
}

/** [T22] Whether it is, or was, to be reported at the meeting of a month. */
export const isReportedAt = (
  { reportIn, reportedBefore = [] }: Pick<Task, 'reportIn' | 'reportedBefore'>,
  month: string,
): boolean => reportIn === month || reportedBefore.includes(month)

/**
 * [T21] Whether a task comes to the meeting of a month by itself: it is to be reported there, or was at an earlier one and is
 * not confirmed, or it is overdue, blocked or silent beyond the red days.
 */
export function comesToMeeting(task: TaskSeen, month: string, today: Day): boolean {
  if (isReportedAt(task, month)) return true
  if (task.state === 'confirmed') return false
  if (task.reportIn !== undefined && task.reportIn < month) return true
  const trouble = taskTrouble(task, today)
  return trouble !== null && (trouble.tone === 'red' || trouble.is === 'blocked')
}

const DAY = 86_400_000
const daysFrom = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)
