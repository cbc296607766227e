import { computed } from 'vue'
import { useQueries } from '#client/data/queries.ts'
import { minutesOf } from '#shared/records/minutes.ts'
import type { MeetingRow, TaskRow } from '#shared/records/row.ts'
import { gradeOf, scoreOf, totalOf, type ScoreFacts } from '#shared/rules/meeting/score.ts'
import { isReportedAt } from '#shared/rules/task-pace.ts'
import { cardOn } from '#shared/rulesets/score-cards.ts'
import { localDay } from '#client/i18n/dates.ts'
import { useNow } from '#client/ui/now.ts'
import { useMeeting } from '#client/features/meetings/running/use-meeting.ts'

const DAY = 86_400_000
/** So many meetings running make an absence a habit. */
const RUNNING = 3

/** The score card of a meeting as it stands: what was counted, what somebody entered, what is open. */
export function useScore() {
  const { scope, record, meeting, people } = useMeeting()
  const queries = useQueries()
  const tasks = queries.rows(() => scope.value, 'task')
  const meetings = queries.rows(() => scope.value, 'meeting')
  const minutes = queries.row(
    () => scope.value,
    () => minutesOf(record()),
  )
  const now = useNow(30_000)
  const card = computed(() => cardOn(meeting.value?.startsAt.slice(0, 10) ?? localDay(now.value)))

  const before = computed(() =>
    (meetings.value ?? [])
      .flatMap((row): MeetingRow[] => (row.kind === 'meeting' && row.course === 'closed' ? [row] : []))
      .filter((row) => row.type === 'regular' && row.month < (meeting.value?.month ?? ''))
      .sort((a, b) => (a.month < b.month ? 1 : -1))
      .slice(0, RUNNING),
  )
  const facts = computed((): ScoreFacts | null => {
    const state = meeting.value
    if (!state) return null
    const reported = (tasks.value ?? []).flatMap((row): TaskRow[] =>
      row.kind === 'task' && isReportedAt(row, state.month) ? [row] : [],
    )
    const away = (id: string) =>
      before.value.length === RUNNING && before.value.every(({ attended }) => attended[id] === false)
    return {
      ...{ meeting: state, reported, now: now.value, dayAt: localDay },
      hasCommittee: people.value.some(({ duties }) => duties.includes('committee')),
      oftenExcused: new Set(people.value.map(({ id }) => id).filter(away)),
      minutesBegun: minutes.value?.kind === 'minutes',
      daysBetween: (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY),
    }
  })
  const lines = computed(() => (facts.value ? scoreOf(card.value, facts.value) : []))
  const known = computed(() =>
    Object.fromEntries(lines.value.flatMap(({ id, points }) => (points === null ? [] : [[id, points]]))),
  )
  const total = computed(() => totalOf(known.value))
  const grade = computed(() => gradeOf(total.value, card.value))
  return { card, lines, known, total, grade }
}
