import type { Instant, PersonId } from './ids.ts'

/**
 * An observation as somebody entered it. Nothing refuses it; it names the entries that stood on his phone in its place,
 * and takes only theirs away. What two phones said without knowing of each other so stands side by side (a multi-value
 * register), until somebody who saw both says how it was.
 */
export type Entry<T> = T & { id: string; by: PersonId; at: Instant }

/** What stands of one matter: empty before anybody said anything, more than one when phones said different things. */
export type Register<T> = readonly Entry<T>[]
