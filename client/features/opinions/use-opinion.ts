import { computed, inject, provide, type InjectionKey } from 'vue'
import { useMe } from '#client/data/me.ts'
import { useQueries } from '#client/data/queries.ts'
import type { PersonId, RecordId, UnitId } from '#shared/records/ids.ts'
import { cellScope } from '#shared/records/scope.ts'
import { opinionWaits, relationsToOpinion } from '#shared/rules/opinion-course.ts'
import { may, type Action } from '#shared/rules/permissions.ts'
import { localDay } from '#client/i18n/dates.ts'
import { useNow } from '#client/ui/now.ts'
import { w } from './words.ts'

/** One opinion as everything on its page reads it. */
function readOpinion(unit: () => UnitId, record: () => RecordId) {
  const me = useMe()
  const now = useNow(60_000)
  const scope = computed(() => cellScope(unit()))
  const opinion = useQueries().state('opinion', () => scope.value, record)
  const standing = computed(() => me.standingAt(unit()))
  const today = computed(() => localDay(now.value))
  const waits = computed(() => (opinion.value ? opinionWaits(opinion.value, today.value) : null))
  const mayDo = (action: Action): boolean =>
    opinion.value
      ? may(action, standing.value, relationsToOpinion(opinion.value, standing.value.person))
      : false
  const nameOf = (person: PersonId): string => me.nameOf(person) ?? w('someone')
  return { unit, record, me, scope, opinion, standing, today, waits, mayDo, nameOf }
}

type Read = ReturnType<typeof readOpinion>
const key: InjectionKey<Read> = Symbol('opinion')

/** For the page. */
export function provideOpinion(unit: () => UnitId, record: () => RecordId): Read {
  const read = readOpinion(unit, record)
  provide(key, read)
  return read
}

/** For what stands on it. */
export function useOpinion(): Read {
  const read = inject(key)
  if (!read) throw new Error('no opinion is open above this component')
  return read
}
