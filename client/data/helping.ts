import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { HelperSession } from '#shared/rules/helping.ts'

const KEY = 'helping'

/** The code is kept as a slow hash only; wrong ones are counted. */
export type KeptSession = HelperSession & {
  code: { salt: string; hash: string }
  wrong: number
  /** What was recorded in it, for whoever takes the phone back. */
  said: readonly string[]
}

/** Who sits at this phone now; it outlives the tab. `client/shell/lent.ts` asks the same key at the start. */
export const useHelpingStore = defineStore('helping', () => {
  const session = shallowRef<KeptSession | null>(read())
  function keep(next: KeptSession | null): void {
    if (next) localStorage.setItem(KEY, JSON.stringify(next))
    else localStorage.removeItem(KEY)
    session.value = next
  }
  return { session, keep }
})

function read(): KeptSession | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as KeptSession | null
  } catch {
    return null
  }
}
