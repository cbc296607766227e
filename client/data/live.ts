import { liveQuery } from 'dexie'
import { onScopeDispose, shallowRef, watchEffect, type Ref } from 'vue'

/**
 * A live answer from the book. `read` runs again whenever what it read has changed, or something reactive in it;
 * it must only read the book, so that Dexie sees what it depends on. `make` may do anything with the rows.
 */
export function live<Rows, Answer>(
  read: () => (() => Promise<Rows>) | null,
  make: (rows: Rows) => Answer | Promise<Answer>,
): Ref<Answer | undefined> {
  const answer = shallowRef<Answer | undefined>()
  let stop = () => {}
  watchEffect(() => {
    stop()
    const question = read()
    if (!question) return
    let asked = 0
    const subscription = liveQuery(question).subscribe({
      next: (rows) => {
        const turn = ++asked
        void Promise.resolve(make(rows)).then((made) => {
          if (turn === asked) answer.value = made
        })
      },
      error: () => undefined, // a book that cannot be read is said by the status, not by every list
    })
    stop = () => {
      asked = -1
      subscription.unsubscribe()
    }
  })
  onScopeDispose(() => stop())
  return answer
}
