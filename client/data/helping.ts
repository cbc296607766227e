import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { HelperSession } from '#shared/rules/helping.ts'
import type { StoredPin } from './pin.ts'

const KEY = 'helping'

export type KeptSession = HelperSession & {
  /** By which whoever lent the phone takes it back. */
  code: StoredPin
  /** What was recorded in it, for whoever takes the phone back. */
  said: readonly string[]
}

/** Who sits at this phone now; it outlives the tab. `client/shell/lent.ts` asks the same key at the start. */
export const useHelpingStore = defineStore('helping', () => {
  const session = shallowRef<KeptSession | null>(read())
  function keep(next: KeptSession | null): void {
    if (next) localStorage.setItem(KEY, JSON.stringify(next, bytesAsNumbers))
    else localStorage.removeItem(KEY)
    session.value = next
  }
  return { session, keep }
})

const bytesAsNumbers = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? [...value] : value

function read(): KeptSession | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as KeptSession | null
    if (!kept) return null
    const { salt, hash, ...code } = kept.code
    return { ...kept, code: { ...code, salt: Uint8Array.from(salt), hash: Uint8Array.from(hash) } }
  } catch {
    return null
  }
}
