import { defineStore } from 'pinia'
import { ref, watch } from 'vue'

export const TEXT_SIZES = ['small', 'normal', 'large', 'largest'] as const
export type TextSize = (typeof TEXT_SIZES)[number]
export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'settings'
type Kept = { textSize?: string; theme?: string; language?: string; newsRead?: number; hints?: string }

/** How often there was something new to tell; one more with each entry of `client/features/news/news.ts`. */
export const LATEST_NEWS = 2

/** How this person likes this device; kept on it, told to nobody. */
export const useSettingsStore = defineStore('settings', () => {
  const kept = read()
  const textSize = ref<TextSize>(TEXT_SIZES.find((s) => s === kept.textSize) ?? 'normal')
  const theme = ref<Theme>(THEMES.find((s) => s === kept.theme) ?? 'light')
  const language = ref(kept.language ?? 'vi')
  /** Quiet advice while one writes [R10]. */
  const hints = ref<'on' | 'off'>(kept.hints === 'off' ? 'off' : 'on')
  /** Whoever begins today has nothing new to be told. */
  const newsRead = ref(kept.newsRead ?? LATEST_NEWS)
  const keep = () =>
    write({
      textSize: textSize.value,
      theme: theme.value,
      language: language.value,
      newsRead: newsRead.value,
      hints: hints.value,
    })
  watch([textSize, theme, language, newsRead, hints], keep)
  if (kept.newsRead === undefined) keep()
  return { textSize, theme, language, newsRead, hints }
})

/** A browser that blocks storage still shows the app, with the usual settings. */
function read(): Kept {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {}) as Kept
  } catch {
    return {}
  }
}

function write(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Settings that cannot be kept hold until the app is closed.
  }
}
