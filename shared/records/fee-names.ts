import type { PersonId, RecordId } from './ids.ts'

/** Names of who paid at one meeting have one id, whoever notes the first. */
export const feeNamesOf = (meeting: RecordId): RecordId => `dp-${meeting}`.slice(0, 32)

/** [Z12] Who paid his fees, by name: in the office. The meeting itself has the count (domain 1.4). */
export type FeeNames = { meeting: RecordId; paid: readonly PersonId[] }
