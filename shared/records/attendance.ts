import type { PersonId } from './ids.ts'
import type { LocalTime } from './local-time.ts'
import type { Register } from './observation.ts'

/** What the roll call says of one person; of an exempt member `absent` says nothing about a reason. */
export const PRESENCES = ['present', 'late', 'leftEarly', 'excused', 'unexcused'] as const
export type Presence = (typeof PRESENCES)[number]

/** `since` or `until` when he came late or left early, if anybody looked. */
export type Mark = { is: Presence; time?: LocalTime }

export type Attendance = Readonly<Record<PersonId, Register<Mark>>>
