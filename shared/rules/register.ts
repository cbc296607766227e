import type { Entry, Register } from '#shared/records/observation.ts'

/** [M11] The new entry takes the place of those its author saw; what he had not seen stays beside it. */
export function entered<T>(register: Register<T>, entry: Entry<T>, instead: readonly string[]): Register<T> {
  if (register.some(({ id }) => id === entry.id)) return register
  return [...register.filter(({ id }) => !instead.includes(id)), entry]
}

/** [M12] What counts of a register: the first of what stands, so that everybody counts the same; null before any. */
export function standing<T>(register: Register<T> | undefined): Entry<T> | null {
  return register?.[0] ?? null
}

/** [M12] Whether phones said different things and nobody who saw both has said how it was. */
export function isDisputed<T>(register: Register<T> | undefined, told: (entry: Entry<T>) => string): boolean {
  return new Set(register?.map(told)).size > 1
}
