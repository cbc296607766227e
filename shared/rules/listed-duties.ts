import type { Duty } from '#shared/records/person.ts'

type Listed = { duties?: readonly Duty[] }
const LEADS: readonly Duty[] = ['secretary', 'deputy']

/** A lead somebody else of the cell has by the list. */
function givenUp(duty: Duty, ofCell: readonly Listed[]): boolean {
  return LEADS.includes(duty) && ofCell.some((l) => l.duties?.includes(duty))
}

/**
 * What somebody holds after a list: what the list says, and what it is silent about as before. A lead goes over to whom
 * the list gives it; the committee is never lost by silence.
 */
export function dutiesAfter(before: readonly Duty[], listed: Listed, ofCell: readonly Listed[]): Duty[] {
  const said = listed.duties ?? []
  const hasNewLead = said.some((duty) => LEADS.includes(duty))
  const others = ofCell.filter((l) => l !== listed)
  const kept = before.filter((duty) => {
    if (said.includes(duty)) return false
    return !LEADS.includes(duty) || (!hasNewLead && !givenUp(duty, others))
  })
  return [...said, ...kept]
}
