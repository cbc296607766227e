import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { CannotSave } from './book/book.ts'
import { useCommands } from './commands.ts'
import { useQueries } from './queries.ts'

const TRY_AGAIN = 5_000

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
  let again: ReturnType<typeof setTimeout> | undefined

  /** A full phone says so by itself; what is typed stays here and is kept as soon as there is room. */
  async function keep(now: T): Promise<void> {
    clearTimeout(again)
    try {
      await commands.keepForm(key, JSON.parse(JSON.stringify(now)))
    } catch (why) {
      if (!(why instanceof CannotSave)) throw why
      again = setTimeout(() => forgotten || void keep(values.value), TRY_AGAIN)
    }
  }
  onScopeDispose(() => clearTimeout(again))

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
      if (ready.value && !forgotten) void keep(now)
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
