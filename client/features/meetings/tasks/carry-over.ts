import { computed } from 'vue'
import { useCommands, type Done } from '#client/data/commands.ts'
import { useQueries } from '#client/data/queries.ts'
import type { TaskRow } from '#shared/records/row.ts'
import { dayInVietnam } from '#shared/rules/announcement-timing.ts'
import { may } from '#shared/rules/permissions.ts'
import { comesToMeeting, isReportedAt } from '#shared/rules/task-pace.ts'
import { useMeeting } from '#client/features/meetings/running/use-meeting.ts'

/** Tasks that come to a meeting by themselves [T21], and how they go on to the next one [T22]. */
export function useCarryOver() {
  const { scope, meeting, standing } = useMeeting()
  const commands = useCommands()
  const found = useQueries().rows(() => scope.value, 'task')
  const rows = computed(() =>
    (found.value ?? []).flatMap((row): TaskRow[] => (row.kind === 'task' ? [row] : [])),
  )
  const mayCarry = computed(() => may('carryTaskOver', standing.value))
  const coming = computed(() => {
    const state = meeting.value
    if (!state) return []
    const today = dayInVietnam(Date.now())
    return rows.value.filter((row) => comesToMeeting(row, state.month, today))
  })
  /** What comes to this meeting though nobody said that it is reported here; nothing once it is over. */
  const left = computed(() => {
    const state = meeting.value
    if (!state || state.type !== 'regular' || state.course.is === 'closed' || state.course.is === 'cancelled')
      return []
    return coming.value.filter((row) => !isReportedAt(row, state.month))
  })
  /** What is still open when this meeting ends. */
  const open = computed(() =>
    meeting.value?.type === 'regular' ? coming.value.filter(({ state }) => state !== 'confirmed') : [],
  )

  /** One after the other, so that what stood in the way of one is said; given again it changes nothing. */
  async function carry(month: string, tasks: readonly TaskRow[]): Promise<Done> {
    for (const { record } of tasks) {
      const done = await commands.give(scope.value, record, { do: 'carryTaskOver', month })
      if (!done.ok) return done
    }
    return { ok: true }
  }
  return { rows, left, open, carry, mayCarry }
}
