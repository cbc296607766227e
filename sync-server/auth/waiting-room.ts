/** Those who wait for somebody else's step. They are only woken: what happened is asked of the storage again. */
export class WaitingRoom {
  readonly #waiting = new Map<string, Set<() => void>>()

  /** Resolves when `wake` is called with the same name, the time is over or the caller went away. */
  wait(name: string, milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const others = this.#waiting.get(name) ?? new Set()
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        others.delete(done)
        if (others.size === 0) this.#waiting.delete(name)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      signal?.addEventListener('abort', done)
      this.#waiting.set(name, others.add(done))
      if (signal?.aborted) done()
    })
  }

  /** Looks, and looks once more when woken or out of patience. It waits first, so that no wake falls in between. */
  async patiently<T extends object>(
    { name, milliseconds, signal }: { name: string; milliseconds: number; signal: AbortSignal | undefined },
    look: () => Promise<T & { wait?: true }>,
  ): Promise<T> {
    const enough = new AbortController()
    const until = signal ? AbortSignal.any([signal, enough.signal]) : enough.signal
    const woken = this.wait(name, milliseconds, until)
    try {
      const first = await look()
      if (!first.wait) return first
      await woken
      return await look()
    } finally {
      enough.abort()
    }
  }

  wake(name: string): void {
    for (const done of [...(this.#waiting.get(name) ?? [])]) done()
  }

  wakeAll(): void {
    for (const name of [...this.#waiting.keys()]) this.wake(name)
  }
}
