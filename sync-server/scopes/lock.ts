/** One at a time, in the order asked. */
export class Lock {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Nobody holds it and nobody waits for it. */
  get idle(): boolean {
    return this.#waiting === 0
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++
    const result = this.#last.then(work).finally(() => this.#waiting--)
    this.#last = result.catch(() => undefined)
    return result
  }
}
