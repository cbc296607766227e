import { STATUSES, type RosterPerson, type Status } from '#shared/records/person.ts'
import { byGivenName, isFoundIn } from '#client/i18n/names.ts'

export type SectionName = Status | 'office' | 'officers'
export type Section = { name: SectionName; people: readonly RosterPerson[] }

const RANK = ['secretary', 'deputy', 'committee'] as const

/** Whose name fits what was typed, in sections: office holders first by duty, the others by status and given name. */
export function sectionsOf(people: readonly RosterPerson[], typed: string): Section[] {
  const found = people.filter((p) => isFoundIn(p.name, typed))
  const officers = found.filter((p) => p.duties.includes('officer'))
  const office = found.filter((p) => !officers.includes(p) && rank(p) < RANK.length)
  const others = found.filter((p) => !officers.includes(p) && !office.includes(p))
  const sections: Section[] = [
    { name: 'officers', people: officers.sort(byGivenName) },
    { name: 'office', people: office.sort((a, b) => rank(a) - rank(b) || byGivenName(a, b)) },
    ...STATUSES.map((name) => ({ name, people: others.filter((p) => p.status === name).sort(byGivenName) })),
  ]
  return sections.filter((s) => s.people.length > 0)
}

function rank(person: RosterPerson): number {
  const at = RANK.findIndex((duty) => person.duties.includes(duty))
  return at === -1 ? RANK.length : at
}
