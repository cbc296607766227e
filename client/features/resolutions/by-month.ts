import { RESOLUTION_STAGES } from '#shared/records/resolution.ts'
import type { ResolutionRow, Row } from '#shared/records/row.ts'

export type Month = { month: string; rows: readonly ResolutionRow[] }

export const resolutionRows = (rows: readonly Row[]): ResolutionRow[] =>
  rows.filter((row) => row.kind === 'resolution')

/** Newest month first; within a month what is nearest to the vote first. The bin is left out. */
export function byMonth(rows: readonly ResolutionRow[]): Month[] {
  const months = new Map<string, ResolutionRow[]>()
  for (const row of rows) {
    if (row.binnedAt !== undefined) continue
    months.set(row.month, [...(months.get(row.month) ?? []), row])
  }
  return [...months]
    .map(([month, inMonth]) => ({ month, rows: inMonth.sort(nearestToVoteFirst) }))
    .sort((a, b) => (a.month < b.month ? 1 : -1))
}

function nearestToVoteFirst(a: ResolutionRow, b: ResolutionRow): number {
  return RESOLUTION_STAGES.indexOf(b.stage) - RESOLUTION_STAGES.indexOf(a.stage) || b.changedAt - a.changedAt
}
