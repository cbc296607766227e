import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** The clock as screens see it; moves on every so many milliseconds while somebody looks. */
export function useNow(everyMs: number): Readonly<Ref<number>> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), everyMs)
  onScopeDispose(() => clearInterval(timer))
  return readonly(now)
}
