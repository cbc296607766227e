import { computed, type Ref } from 'vue'
import { useQueries } from '#client/data/queries.ts'
import { expandDerived } from '#shared/papers/derived.ts'
import type { Content } from '#shared/records/content.ts'
import type { RecordId } from '#shared/records/ids.ts'
import { useFacts } from '#client/features/meetings/facts.ts'
import type { MeetingRead } from '#client/features/meetings/running/use-meeting.ts'

/** The minutes as they are read back and adopted: what the minute-taker wrote, and what the meeting itself tells. */
export function useWholeMinutes(
  { scope, meeting }: MeetingRead,
  record: () => RecordId,
): Ref<Content | null> {
  const written = useQueries().content(() => scope.value, record)
  const facts = useFacts(
    () => scope.value,
    () => meeting.value,
  )
  return computed(() => (written.value && facts.value ? expandDerived(written.value, facts.value) : null))
}
