import { shallowRef, type Ref } from 'vue'
import type { Other, ToldByServer } from '#shared/protocol/line.ts'
import type { Instant, RecordId } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import { NOBODY, nextCompany, type CompanyInput } from './company.ts'
import type { Line } from './line.ts'

/** One text that is shown for writing. */
export interface OpenPresence {
  /** The caret is in another part now: its name, or null when it is in none. */
  moved(at: string | null): void
  leave(): void
}

type Parts = {
  clock: () => Instant
  say: Line['say']
  /** Whether somebody on a good line is in the text that is open here. */
  company: (live: boolean) => void
}

/** Carries out what the pure company decides. Nothing of it is ever written down. */
export class Presence {
  readonly #parts: Parts
  readonly #others: Ref<readonly Other[]> = shallowRef([])
  #state = NOBODY
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Who else is in the text that is open here. */
  get others(): Readonly<Ref<readonly Other[]>> {
    return this.#others
  }

  /** A text is shown for writing. Of several the last one counts. */
  open(scope: ScopeId, record: RecordId): OpenPresence {
    const isOpen = () => this.#state.here?.scope === scope && this.#state.here.record === record
    this.#step({ is: 'opened', scope, record })
    return {
      moved: (at) => isOpen() && this.#step({ is: 'moved', at }),
      leave: () => isOpen() && this.#step({ is: 'closed' }),
    }
  }

  connected(): void {
    this.#step({ is: 'connected' })
  }

  lost(): void {
    this.#step({ is: 'lost' })
  }

  /** This phone's line carries live words, or no longer. */
  line(live: boolean): void {
    if (live !== this.#state.live) this.#step({ is: 'line', live })
  }

  hear(told: Extract<ToldByServer, { is: 'company' | 'beat' }>): void {
    if (told.is === 'company') this.#step({ ...told, is: 'told' })
    else if (this.#state.said) this.#parts.say({ is: 'beat' }) // else nobody asks whether this phone is alive
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #step(input: CompanyInput): void {
    const { clock, say, company } = this.#parts
    const [state, effects] = nextCompany(this.#state, input, clock())
    const changed = state.others !== this.#state.others
    this.#state = state
    if (changed) {
      this.#others.value = state.others
      company(state.others.some(({ live }) => live))
    }
    for (const effect of effects) {
      if (effect.do === 'say') say(effect.said)
      else this.#timer = setTimeout(() => this.#step({ is: 'due' }), effect.afterMs)
    }
  }
}
