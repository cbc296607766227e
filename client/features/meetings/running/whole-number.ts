/** A number of people as typed; null when it is none. */
export function wholeNumber(typed: string): number | null {
  const text = typed.trim()
  return /^\d{1,3}$/.test(text) ? Number(text) : null
}
