import { computed } from 'vue'
import type { PersonId, UnitId } from '#shared/records/ids.ts'
import { cellsLookedAfterBy, cellsReadBy, communesLedBy, standingFrom } from '#shared/rules/my-units.ts'
import type { Standing } from '#shared/rules/standing.ts'
import { useQueries } from './queries.ts'

/** Who this phone belongs to and what that person is in the units this phone knows. */
export function useMe() {
  const queries = useQueries()
  const profile = queries.profile()
  const rosters = queries.rosters()

  const person = computed(() => profile.value?.person ?? '')
  const known = computed(() => rosters.value ?? [])
  /** The first answer of the book is still being read. */
  const reading = computed(() => profile.value === undefined || rosters.value === undefined)
  const cells = computed(() => cellsReadBy(known.value, person.value))
  /** Of others' cells those whose meetings this person answers for from above. */
  const lookedAfter = computed(() =>
    cellsLookedAfterBy(known.value, person.value).filter((roster) => !cells.value.includes(roster)),
  )
  const inChargeOf = computed(() => lookedAfter.value.filter(({ assigned }) => assigned?.id === person.value))
  const communes = computed(() => communesLedBy(known.value, person.value))

  const rosterOf = (unit: UnitId) => known.value.find((r) => r.unit.id === unit) ?? null
  function standingAt(unit: UnitId): Standing {
    const roster = rosterOf(unit)
    if (roster) return standingFrom(known.value, roster, person.value)
    return { person: person.value, unit, status: null, duties: [], officerAbove: false }
  }
  function nameOf(id: PersonId): string | null {
    for (const roster of known.value) {
      const found = roster.people.find((p) => p.id === id)
      if (found) return found.name
    }
    return null
  }
  return {
    profile,
    person,
    rosters: known,
    reading,
    cells,
    lookedAfter,
    inChargeOf,
    communes,
    rosterOf,
    standingAt,
    nameOf,
  }
}
