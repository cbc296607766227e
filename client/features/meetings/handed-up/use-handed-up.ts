import { computed } from 'vue'
import { useMe } from '#client/data/me.ts'
import { useQueries } from '#client/data/queries.ts'
import { handedUpOf } from '#shared/records/handed-up.ts'
import type { PersonId, RecordId, UnitId } from '#shared/records/ids.ts'
import { bridgeScope } from '#shared/records/scope.ts'
import { may } from '#shared/rules/permissions.ts'
import { handedUp as words } from '#client/i18n/vi/handed-up.ts'
import { everywhere } from '#client/i18n/vi/everywhere.ts'
import { wordsOf } from '#client/i18n/words.ts'

const t = wordsOf('handedUp', words)
const w = wordsOf('everywhere', everywhere)

/** What was handed up of a meeting, as both sides of the bridge see it. */
export function useHandedUp(unit: () => UnitId, meeting: () => RecordId) {
  const me = useMe()
  const scope = computed(() => bridgeScope(unit()))
  const record = computed(() => handedUpOf(meeting()))
  const handed = useQueries().state(
    'handedUp',
    () => scope.value,
    () => record.value,
  )
  const standing = computed(() => me.standingAt(unit()))
  /** The last handing up, and how many there were. */
  const shown = computed(() => handed.value?.versions.at(-1) ?? null)
  const nth = computed(() => handed.value?.versions.length ?? 0)
  /** He reads from above, and not as a member of the cell. */
  const fromAbove = computed(() => may('seeHandedUp', standing.value) && !may('readCell', standing.value))
  const place = computed(() => ({ scope: scope.value, record: record.value, kind: 'handedUp' as const }))

  /** A member by the roster; somebody above as the cell's roster or he himself says. */
  function plainName(person: PersonId): string | null {
    const assigned = me.rosterOf(unit())?.assigned
    if (assigned?.id === person) return assigned.name
    return me.nameOf(person) ?? handed.value?.names[person] ?? null
  }
  const nameOf = (person: PersonId): string => plainName(person) ?? w('someone')
  function nameAbove(person: PersonId): string {
    const name = plainName(person)
    return name === null ? t('someoneAbove') : t('above', { name })
  }
  return { me, scope, record, place, handed, standing, shown, nth, fromAbove, nameOf, plainName, nameAbove }
}
