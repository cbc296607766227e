import type { PersonId, RecordId } from './ids.ts'

/** Reasons of absence from one meeting, in words: they lie in the office, the cell sees only "with reason" (ux, Owed to people). */
export type Reasons = { meeting: RecordId; reasons: Readonly<Record<PersonId, string>> }
