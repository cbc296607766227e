import type { MeetingRow } from '#shared/records/row.ts'

/** [M43] The meeting that comes next: the one that is on, else the earliest planned one of today or later. */
export function nextPlanned(rows: readonly MeetingRow[], today: string): MeetingRow | null {
  const coming = rows.filter(
    ({ course, startsAt }) =>
      course === 'running' || (course === 'planned' && startsAt.slice(0, 10) >= today),
  )
  const byTime = coming.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  return byTime.find(({ course }) => course === 'running') ?? byTime[0] ?? null
}
