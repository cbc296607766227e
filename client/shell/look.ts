import { watch } from 'vue'
import { useSettingsStore } from '#client/data/settings.ts'
import { LANGUAGES, language, speak } from '#client/i18n/words.ts'

/** Puts what the person chose on the page: text size, ground, language. A language that cannot be fetched waits. */
export function showAsChosen(): void {
  const settings = useSettingsStore()
  const root = document.documentElement
  watch(
    () => [settings.textSize, settings.theme] as const,
    ([textSize, theme]) => {
      root.dataset['text'] = textSize
      root.dataset['theme'] = theme
    },
    { immediate: true },
  )
  watch(
    () => LANGUAGES.find((l) => l === settings.language) ?? 'vi',
    (chosen) => {
      if (chosen !== language.value) void speak(chosen).catch(() => {})
    },
    { immediate: true },
  )
  watch(language, (spoken) => (root.lang = spoken), { immediate: true })
}
