type Event = { at: number; run: () => unknown }

/** A clock that is turned by what is to happen next: hours of typing in seconds. */
export class Timeline {
  now: number
  #events: Event[] = []

  constructor(now: number) {
    this.now = now
  }

  after(ms: number, run: () => unknown): void {
    const event = { at: this.now + ms, run }
    const behind = this.#events.findLastIndex(({ at }) => at <= event.at)
    this.#events.splice(behind + 1, 0, event)
  }

  /** Until nothing is left to happen. */
  async run(): Promise<void> {
    for (;;) {
      const event = this.#events.shift()
      if (!event) return
      this.now = event.at
      await event.run()
    }
  }
}
