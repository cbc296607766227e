import type { Entered } from './event.ts'
import type { Instant, PersonId, RecordId } from './ids.ts'
import type { Day } from './local-time.ts'

/** Where a task stands (domain 3). `done` is its owner's word, `confirmed` the assigner's. */
export const TASK_STATES = ['assigned', 'accepted', 'done', 'confirmed'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** One report on it; what was reported stays, in the order it was made known. */
export type Progress = { id: string; by: PersonId; at: Instant; text: string; entered?: Entered }

export type Task = {
  title: string
  owner: PersonId
  /** Last day; absent for what is permanent. */
  deadline?: Day
  /** The meeting (month, `yyyy-mm`) at which it is reported. */
  reportIn?: string
  /** The line of the resolution and the meeting it was made from. */
  from?: { meeting?: RecordId; resolution?: RecordId; line?: string }
  assignedBy: PersonId
  assignedAt: Instant
  state: TaskState
  since: Instant
  progress: readonly Progress[]
  /** What came of it, in the owner's words. */
  result?: string
  /** Why it was opened again, the last time it was. */
  reopened?: { reason: string; at: Instant }
}
