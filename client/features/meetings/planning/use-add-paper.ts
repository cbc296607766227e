import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { useAct } from '#client/data/act.ts'
import { useCommands } from '#client/data/commands.ts'
import type { PaperTrouble } from '#client/data/views.ts'
import { sizeText } from '#client/i18n/days-and-amounts.ts'
import { problemText } from '#client/i18n/refusals.ts'
import { meetingPlanning } from '#client/i18n/vi/meeting-planning.ts'
import { wordsOf } from '#client/i18n/words.ts'
import { useMeeting } from '#client/features/meetings/running/use-meeting.ts'
import type { Paper } from '#shared/records/agenda.ts'

/** Adds a paper from this phone to the open meeting and hands it to `take`; what was in the way is said in words. */
export function useAddPaper(take: (paper: Paper) => void | Promise<unknown>) {
  const t = wordsOf('meetingPlanning', meetingPlanning)
  const { scope, record } = useMeeting()
  const commands = useCommands()
  const { problem, act } = useAct()
  const working = ref(false)
  const trouble = shallowRef<PaperTrouble | null>(null)
  const cancel = new AbortController()
  onScopeDispose(() => cancel.abort())

  const troubleText = computed(() => {
    if (problem.value) return problemText(problem.value)
    if (!trouble.value || trouble.value.why === 'canceled') return ''
    switch (trouble.value.why) {
      case 'marked':
        return t('paper.marked')
      case 'damaged':
        return t('paper.damaged')
      case 'heavy': {
        const { bytes, most } = trouble.value
        return t('paper.heavy', { size: sizeText(bytes), most: sizeText(most) })
      }
      default:
        return t('paper.other')
    }
  })

  async function add(file: File): Promise<void> {
    trouble.value = null
    working.value = true
    const place = { scope: scope.value, record: record(), kind: 'meeting' as const }
    await act(async () => {
      const added = await commands.addPaper(place, file, cancel.signal)
      if (added.ok) await take(added.paper)
      else trouble.value = added.trouble
      return { ok: true as const }
    }).finally(() => (working.value = false))
  }
  return { add, working, troubleText }
}
