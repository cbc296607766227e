import type { AwayChange } from '#client/data/views.ts'
import type { Roster } from '#shared/records/roster.ts'
import { givenName } from '#client/i18n/names.ts'
import { say } from './words.ts'

/** A remark about the part at a place of the text. */
export type Remark = { index: number; text: string }

/** One line beside each part that others changed; everybody is named once. */
export function remarksOf(changes: readonly AwayChange[], rosters: readonly Roster[]): Remark[] {
  const people = new Map(rosters.flatMap((roster) => roster.people).map((p) => [p.id, p.name]))
  const byPlace = new Map<number, Set<string>>()
  for (const { index, person } of changes) {
    if (index === null) continue
    const names = byPlace.get(index) ?? new Set<string>()
    byPlace.set(index, names.add(givenName(people.get(person) ?? '') || say('somebody')))
  }
  return [...byPlace].map(([index, names]) => ({
    index,
    text: say('awayBy', { name: [...names].join(', đ/c ') }),
  }))
}
