import type { Slip } from '#client/data/commands.ts'
import type { RosterPerson } from '#shared/records/person.ts'
import type { Roster } from '#shared/records/roster.ts'
import { byGivenName } from '#client/i18n/names.ts'

export const SLIPS_A_PAGE = 8
export type PrintedSlip = { person: RosterPerson; cell: string; code: string; link: string }
/** One sheet of paper: slips of one cell, so that a pile can be handed to its secretary. */
export type SlipPage = {
  key: string
  cell: string
  all: number
  page: number
  pages: number
  slips: readonly PrintedSlip[]
}

/** The slips cell by cell, in each by given name, eight on a page. Whoever is in two cells has his in the first. */
export function slipPages(slips: readonly Slip[], rosters: readonly Roster[]): SlipPage[] {
  const byPerson = new Map(slips.map((slip) => [slip.person, slip]))
  return rosters.flatMap(({ unit, people }) => {
    const here = [...people].sort(byGivenName).flatMap((person): PrintedSlip[] => {
      const slip = byPerson.get(person.id)
      byPerson.delete(person.id)
      return slip ? [{ person, cell: unit.name, code: slip.code, link: slip.link }] : []
    })
    const pages = Math.ceil(here.length / SLIPS_A_PAGE)
    return Array.from({ length: pages }, (_, i) => ({
      ...{ key: `${unit.id}-${i}`, cell: unit.name, all: here.length, page: i + 1, pages },
      slips: here.slice(i * SLIPS_A_PAGE, (i + 1) * SLIPS_A_PAGE),
    }))
  })
}
