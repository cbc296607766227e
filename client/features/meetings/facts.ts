import { computed, type Ref } from 'vue'
import { useQueries } from '#client/data/queries.ts'
import type { Facts } from '#shared/papers/derived.ts'
import type { Meeting } from '#shared/records/meeting.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { TaskRow } from '#shared/records/row.ts'
import { parseScope, type ScopeId } from '#shared/records/scope.ts'
import { gradeOf, totalOf } from '#shared/rules/meeting/score.ts'
import { localNow } from '#client/i18n/days-and-amounts.ts'
import { language } from '#client/i18n/words.ts'

/** What the parts that write themselves are made of, as this phone knows it. */
export function useFacts(scope: () => ScopeId, meeting: () => Meeting | null | undefined): Ref<Facts | null> {
  const queries = useQueries()
  const tasks = queries.rows(scope, 'task')
  const texts = queries.rows(scope, 'resolution')
  const rosters = queries.rosters()
  return computed((): Facts | null => {
    const state = meeting()
    if (!state) return null
    const all = (tasks.value ?? []).flatMap((row): TaskRow[] => (row.kind === 'task' ? [row] : []))
    const assigned = new Set(state.lines.map(({ task }) => task))
    const unit = parseScope(scope())?.id
    const { self } = state.scores
    const points = self ? totalOf(self.points) : 0
    return {
      meeting: state,
      cell: rosters.value?.find((roster) => roster.unit.id === unit)?.unit.name ?? '',
      language: language.value,
      titleOf: (record: RecordId) => {
        const row = texts.value?.find((one) => one.record === record)
        return row?.kind === 'resolution' ? row.title : ''
      },
      tasks: all.filter(({ record }) => assigned.has(record)),
      reported: all
        .filter(({ reportIn }) => reportIn === state.month)
        .sort((a, b) => a.assignedAt - b.assignedAt),
      wallClock: localNow,
      ...(self ? { score: { points, grade: gradeOf(points) } } : {}),
    }
  })
}
