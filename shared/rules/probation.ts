import type { Day } from '#shared/records/local-time.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import type { Ruleset } from '#shared/rulesets/ruleset.ts'

export type ProbationEnd = { person: RosterPerson; due: Day }

/**
 * [O5] The day on which somebody's probation ends: the same day twelve months later, or the last of that month where it has
 * none. Source: Điều lệ Đảng, Điều 5.
 */
export const probationEnds = (from: Day, { probation }: Ruleset): Day =>
  monthsLater(from, probation.value.months)

/**
 * [O5] Whose recognition is to be prepared: probationary members whose probation ends within the ruleset's months from today, or
 * ended already; the earliest first.
 * @param today local day
 */
export function recognitionsDue(
  people: readonly RosterPerson[],
  today: Day,
  ruleset: Ruleset,
): readonly ProbationEnd[] {
  const until = monthsLater(today, ruleset.probation.value.remindBefore)
  return people
    .flatMap((person): ProbationEnd[] => {
      if (person.status !== 'probationary' || person.probationFrom === undefined) return []
      return [{ person, due: probationEnds(person.probationFrom, ruleset) }]
    })
    .filter(({ due }) => due <= until)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** [O5] Who is on probation since nobody knows when: his recognition reminds nobody until the day is entered. */
export const probationUnknown = (people: readonly RosterPerson[]): readonly RosterPerson[] =>
  people.filter(({ status, probationFrom }) => status === 'probationary' && probationFrom === undefined)

function monthsLater(day: Day, months: number): Day {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))]
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), index % 12]
  const last = lastDate(toYear, toMonth + 1)
  return `${toYear}-${two(toMonth + 1)}-${two(Math.min(date, last))}`
}

function lastDate(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const two = (n: number): string => String(n).padStart(2, '0')
