import { getCurrentScope, shallowRef, watch, type Ref } from 'vue'

/** A live answer whose question is fetched first; it ends with whoever asked, also when he is gone before it came. */
export function later<T>(fetched: Promise<() => Ref<T | undefined>>): Ref<T | undefined> {
  const answer = shallowRef<T | undefined>()
  const asker = getCurrentScope()
  const ask = (question: () => Ref<T | undefined>) =>
    watch(question(), (now) => (answer.value = now), { immediate: true })
  void fetched.then((question) => asker?.active && asker.run(() => ask(question)))
  return answer
}
