/** All that is ever logged of a request: no names, bodies, addresses, query strings or tokens. */
export type LogLine = {
  method: string
  /** The pattern, never the path: ids stay out. */
  route: string
  status: number
  /** Until the answer began. */
  ms: number
  /** Code of a refusal, or the name of an error's class. */
  refusal?: string
}

const FIELDS = ['method', 'route', 'status', 'ms', 'refusal'] as const

/** One JSON line, built from the allowed fields alone, whatever else the object carries. */
export function logText(line: LogLine, at: number): string {
  const allowed = FIELDS.map((field) => [field, line[field]]).filter(([, value]) => value !== undefined)
  return JSON.stringify({ at: new Date(at).toISOString(), ...Object.fromEntries(allowed) })
}
