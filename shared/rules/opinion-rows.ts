import type { Day } from '#shared/records/local-time.ts'
import type { ForwardedOpinionRow, OpinionRow } from '#shared/records/row.ts'
import { forwardedWaits, opinionWaits, type Waits } from './opinion-course.ts'
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

export type Asks = 'answered' | 'raised' | 'mine' | 'new'

/** What an opinion asks of somebody now: to read his answer, to see to what is late, to answer it, to take it up; null: nothing. */
export function opinionAsks(row: OpinionRow, standing: Standing, today: Day): Asks | null {
  const { course, raisedBy } = row
  if (course.is === 'answered' && raisedBy === standing.person) return 'answered'
  if (isRaisedTo(opinionWaits(row, today), standing)) return 'raised'
  if (course.is === 'assigned' && course.to === standing.person) return 'mine'
  const isNew = course.is === 'received' && course.opened === undefined
  return isNew && may('handleOpinions', standing) ? 'new' : null
}

/** The same of what was forwarded, for those above. */
export function forwardedAsks(row: ForwardedOpinionRow, today: Day): Asks | null {
  if ((forwardedWaits(row, today)?.late ?? 0) > 0) return 'raised'
  return row.course.is === 'sent' ? 'new' : null
}
