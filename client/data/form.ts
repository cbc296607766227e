import { ref, watch, type Ref } from 'vue'
import { useCommands } from './commands.ts'
import { useQueries } from './queries.ts'

/**
 * A form whose typed values outlive the tab: every change is kept, and what was kept comes back when it opens again.
 * @returns the values, whether what was kept has been read, and how to forget it when the form is done
 */
export function useKeptForm<T extends Record<string, unknown>>(key: string, empty: () => T) {
  const commands = useCommands()
  const kept = useQueries().form<T>(() => key)
  const values = ref(empty()) as Ref<T>
  const ready = ref(false)
  let forgotten = false

  watch(
    kept,
    (found) => {
      if (ready.value || found === undefined) return
      if (found) values.value = { ...empty(), ...found }
      ready.value = true
    },
    { immediate: true },
  )
  watch(
    values,
    (now) => {
      if (ready.value && !forgotten) void commands.keepForm(key, { ...now })
    },
    { deep: true },
  )

  async function forget(): Promise<void> {
    forgotten = true
    values.value = empty()
    await commands.dropForm(key)
    forgotten = false
  }
  return { values, ready, forget }
}
