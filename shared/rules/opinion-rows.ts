import type { Day } from '#shared/records/local-time.ts'
import type { OpinionRow } from '#shared/records/row.ts'
import { opinionWaits, type Waits } from './opinion-course.ts'
import { may } from './permissions.ts'
import { rolesOf, type Standing } from './standing.ts'

/** What is due first stands first; what is settled last, the newest before. */
export function mostUrgentFirst(rows: readonly OpinionRow[], today: Day): OpinionRow[] {
  const due = (row: OpinionRow) => opinionWaits(row, today)?.due ?? '9999'
  return rows.toSorted((a, b) => {
    const [x, y] = [due(a), due(b)]
    return x === y ? b.changedAt - a.changedAt : x < y ? -1 : 1
  })
}

/** [I15] Whether it is raised by now to somebody who is this. */
export function isRaisedTo(waits: Waits | null, standing: Standing): boolean {
  const roles = rolesOf(standing)
  return (waits?.raisedTo ?? []).some((to) =>
    to === 'commune' ? may('handleForwarded', standing) : roles.has(to),
  )
}
