import type { PersonId, RecordId } from './ids.ts'

/** Reasons of absence from one meeting, in words: they lie in the office, the cell sees only "with reason" (ux, Owed to people). */
export type Reasons = { meeting: RecordId; reasons: Readonly<Record<PersonId, string>> }

/** Reasons of one meeting have one id, whoever gives the first. */
export const reasonsOf = (meeting: RecordId): RecordId => `ly-do-${meeting}`.slice(0, 32)

/** [Z11] What somebody gave as his own reason, in his own scope; null once it was taken back. */
export type OwnReason = { meeting: RecordId; text: string | null; by: PersonId }
