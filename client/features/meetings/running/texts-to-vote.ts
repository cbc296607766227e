import { computed } from 'vue'
import { useQueries } from '#client/data/queries.ts'
import { useMeeting } from './use-meeting.ts'

/** Drafts that can be voted on here: those of the agenda first, then the others of this month. */
export function useTextsToVote() {
  const { scope, meeting } = useMeeting()
  const rows = useQueries().rows(() => scope.value, 'resolution')
  return computed(() => {
    const named = new Set(meeting.value?.agenda.flatMap(({ text }) => (text === undefined ? [] : [text])))
    const open = (rows.value ?? []).flatMap((row) =>
      row.kind === 'resolution' && row.stage !== 'adopted' && row.binnedAt === undefined ? [row] : [],
    )
    const of = (record: string) => (named.has(record) ? 0 : 1)
    return open
      .filter((row) => named.has(row.record) || row.month === meeting.value?.month)
      .sort((a, b) => of(a.record) - of(b.record))
      .map(({ record, title }) => ({ record, title }))
  })
}
