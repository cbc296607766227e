import type { Day } from '#shared/records/local-time.ts'
import type { PersonId } from '#shared/records/ids.ts'
import type { HandedUpRow } from '#shared/records/row.ts'

type Shown = HandedUpRow & { shown: NonNullable<HandedUpRow['shown']> }

/** Meetings handed up that are still to come, the next one first. */
export function comingUp(rows: readonly HandedUpRow[], today: Day): Shown[] {
  return rows
    .filter((row): row is Shown => row.shown !== undefined && row.shown.startsAt.slice(0, 10) >= today)
    .sort((a, b) => (a.shown.startsAt < b.shown.startsAt ? -1 : 1))
}

export type FromAbove = 'new' | 'coming' | 'notComing' | 'notAnswered' | 'seen'

/** How the last handing up of a meeting stands with somebody above: what he still has to do comes first. */
export function standsWith(row: HandedUpRow, person: PersonId, today: Day): FromAbove {
  const { shown, looks, answers } = row
  if (!shown) return 'seen'
  if (!looks.some((look) => look.person === person && look.what === shown.id)) return 'new'
  const answer = answers[person]
  if (answer !== undefined) return answer ? 'coming' : 'notComing'
  return shown.cancelled || shown.startsAt.slice(0, 10) < today ? 'seen' : 'notAnswered'
}
