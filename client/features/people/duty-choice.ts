import type { Duty, RosterPerson } from '#shared/records/person.ts'
import type { Roster } from '#shared/records/roster.ts'

/** The leading duty a person has in a cell; the committee is told beside it. */
export type Lead = 'none' | 'deputy' | 'secretary'
export const LEADS = ['none', 'deputy', 'secretary'] as const

export const leadOf = (person: RosterPerson): Lead =>
  LEADS.find((lead) => lead !== 'none' && person.duties.includes(lead)) ?? 'none'

/** Who gives up a leading duty when this person takes it, or null. */
export function whoGivesUp(roster: Roster, person: string, lead: Lead): RosterPerson | null {
  if (lead === 'none') return null
  return roster.people.find((p) => p.id !== person && p.duties.includes(lead)) ?? null
}

export function dutiesFor(lead: Lead, inCommittee: boolean): Duty[] {
  return [...(lead === 'none' ? [] : [lead]), ...(inCommittee ? (['committee'] as const) : [])]
}

/** All duties that change when this person gets these: his own, and those of whoever held the lead before. */
export function dutyChanges(roster: Roster, person: string, lead: Lead, inCommittee: boolean) {
  const before = whoGivesUp(roster, person, lead)
  const given = { person, duties: dutiesFor(lead, inCommittee) }
  return before ? [{ person: before.id, duties: before.duties.filter((d) => d !== lead) }, given] : [given]
}
