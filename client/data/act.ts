import { ref, shallowRef } from 'vue'
import type { Refusal } from '#shared/records/refusal.ts'
import { CannotSave } from './book/book.ts'

/** What stood in the way: a rule, nobody answering, a server without room, or this phone's own disk. */
type Problem =
  | { refusal: Refusal }
  | { offline: true }
  | { serverFull: true }
  | { openElsewhere: true }
  | { cannotSave: CannotSave['why'] }
type Answer<T> = ({ ok: true } & T) | ({ ok: false } & Problem)

/** One thing a screen lets a person do: whether it is under way, and what stood in the way last time. */
export function useAct() {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  /** @returns the answer when it was done, null when something stood in the way; `problem` then says what */
  async function act<T extends object>(doing: () => Promise<Answer<T>>): Promise<({ ok: true } & T) | null> {
    if (busy.value) return null
    busy.value = true
    problem.value = null
    try {
      const answer = await doing()
      if (answer.ok) return answer
      problem.value = answer
      return null
    } catch (why) {
      if (!(why instanceof CannotSave)) throw why
      problem.value = { cannotSave: why.why }
      return null
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, act }
}
