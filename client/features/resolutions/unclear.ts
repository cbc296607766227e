import { computed, ref } from 'vue'
import { useMe } from '#client/data/me.ts'
import { useSettingsStore } from '#client/data/settings.ts'
import type { DiscussionView } from '#client/data/views.ts'
import { parseScope, type ScopeId } from '#shared/records/scope.ts'
import { unclearLines } from '#shared/rules/clear-lines.ts'
import { clearWordsOn } from '#shared/rulesets/clear-words.ts'
import { localDay } from '#client/i18n/dates.ts'
import { say } from './discussion/words.ts'

type Asked = {
  scope: () => ScopeId
  parts: () => DiscussionView['parts']
  /** The part somebody is writing in: it is left alone [R10]. */
  caret: () => string | null
}

/** [R10] Quiet advice beside the tasks of a draft: a word under the line, and what is missing when it is pressed. */
export function useUnclearLines({ scope, parts, caret }: Asked) {
  const me = useMe()
  const settings = useSettingsStore()
  const told = ref<string | null>(null)
  const words = clearWordsOn(localDay(Date.now()))
  const names = computed(() => (me.rosterOf(parseScope(scope())?.id ?? '')?.people ?? []).map((p) => p.name))
  const lines = computed(() => {
    const all = parts()
    if (settings.hints === 'off') return []
    const content = all.map(({ part }) => part)
    return unclearLines(content, names.value, words).flatMap(({ index, missing }) => {
      const part = all[index]?.name
      return part === undefined || part === caret() ? [] : [{ part, missing }]
    })
  })
  const buttons = computed(() =>
    lines.value.map(({ part, missing }) => {
      const what = missing.map((left) => say(`unclear.${left}`)).join(', ')
      const text = told.value === part ? say('unclearAbout', { what }) : say('unclear')
      return { part, key: 'unclear', text, icon: 'info' as const, tone: 'hint' as const }
    }),
  )
  const tell = (part: string) => (told.value = told.value === part ? null : part)
  return { buttons, tell }
}
