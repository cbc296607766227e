import { computed, ref, type Ref } from 'vue'

/** So many rows are looked through by eye. */
const SEARCH_FROM = 8

/**
 * Lets a long list be searched as one types.
 * @param find whether a row is found by what was typed
 */
export function useSearch<T>(rows: () => readonly T[], find: (row: T, typed: string) => boolean) {
  const typed = ref('')
  const searchable = computed(() => rows().length >= SEARCH_FROM)
  const found: Ref<readonly T[]> = computed(() =>
    typed.value.trim() === '' ? rows() : rows().filter((row) => find(row, typed.value)),
  )
  return { typed, searchable, found }
}
