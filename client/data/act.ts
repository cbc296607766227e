import { ref, shallowRef } from 'vue'
import type { Refusal } from '#shared/records/refusal.ts'

type Answer<T> = ({ ok: true } & T) | { ok: false; refusal: Refusal } | { ok: false; offline: true }
type Problem = { refusal: Refusal } | { offline: true }

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
      problem.value = 'refusal' in answer ? { refusal: answer.refusal } : { offline: true }
      return null
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, act }
}
