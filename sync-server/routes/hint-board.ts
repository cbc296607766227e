import type { Directory } from '#shared/events/directory-state.ts'
import { textTold, type SaidByPhone } from '#shared/protocol/line.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import { Company, type Listener } from './company.ts'

/** One line that is heard. */
export interface Seat {
  /** A message came over it. @returns what is wrong with it: the line is then closed */
  hear(said: SaidByPhone): Refusal | null
  leave(): void
}

export type Rhythm = { heartbeat?: number; hints?: number; gather?: number }

const HEARTBEAT = 25_000
/**
 * Phones outside a text hear of a scope at most so often, milliseconds: as often as somebody who writes alone saves.
 * Those who write together must not make the whole village's phones call.
 */
const HINTS = 5_000
const BEAT = textTold({ is: 'beat' })
/** Lines of one device at once: more tabs than a person opens. */
const MOST_LINES = 8

/** Who is told what. Hints may be lost: cursors repair, so nothing here is kept or repeated. */
export class HintBoard {
  readonly #book: ServerBook
  readonly #rhythm: Rhythm
  readonly #company: Company
  readonly #listeners = new Set<Listener>()
  #byScope = new Map<ScopeId, Set<Listener>>()
  /** Scopes told of a moment ago, and how far they have come since. */
  readonly #told = new Map<ScopeId, { owed: number | null; timer: ReturnType<typeof setTimeout> }>()
  /** Heard since the last beat. */
  #alive = new Set<Listener>()
  #directory: Directory | null = null

  constructor(book: ServerBook, rhythm: Rhythm = {}) {
    this.#book = book
    this.#rhythm = rhythm
    const { gather } = rhythm
    this.#company = new Company({
      reads: (listener, scope) => this.#reads(listener, scope),
      say,
      ...(gather === undefined ? {} : { gather }),
    })
  }

  /** @returns its stop */
  start(): () => void {
    const stopHearing = this.#book.onAdvance((scope, seq) => this.#tell(scope, seq))
    // A browser cannot see protocol pings, and a phone that lost its network keeps a dead socket "open".
    const beat = setInterval(() => this.#beat(), this.#rhythm.heartbeat ?? HEARTBEAT)
    return () => {
      stopHearing()
      clearInterval(beat)
      for (const { timer } of this.#told.values()) clearTimeout(timer)
      this.#company.stop()
      for (const listener of this.#listeners) listener.end()
    }
  }

  /** The first beat says that it is heard from here on. */
  join(listener: Listener): Seat {
    const own = [...this.#listeners].filter(({ device }) => device === listener.device)
    if (own.length >= MOST_LINES) own[0]?.end()
    this.#listeners.add(listener)
    this.#seat(listener)
    say(listener, BEAT)
    return {
      hear: (said) => this.#hear(listener, said),
      leave: () => {
        this.#listeners.delete(listener)
        this.#alive.delete(listener)
        for (const readers of this.#byScope.values()) readers.delete(listener)
        this.#company.leave(listener)
      },
    }
  }

  /** A device was shut out. */
  dismiss(device: string): void {
    for (const listener of this.#listeners) if (listener.device === device) listener.end()
  }

  #hear(listener: Listener, said: SaidByPhone): Refusal | null {
    this.#alive.add(listener)
    switch (said.is) {
      case 'here':
        return this.#company.enter(listener, said.here) ? null : 'notFound'
      case 'beat':
      case 'token': // told already
        return null
      default:
        return said satisfies never
    }
  }

  /** Who is in a text and was not heard for a whole beat is not there any more. */
  #beat(): void {
    this.#sortOut()
    for (const listener of [...this.#listeners]) {
      if (this.#company.isIn(listener) && !this.#alive.has(listener)) {
        this.#company.leave(listener)
        listener.end()
      } else say(listener, BEAT)
    }
    this.#alive = new Set()
  }

  /** Those who write together hear it at once, everybody else not more often than when one writes alone. */
  #tell(scope: ScopeId, seq: number): void {
    this.#sortOut()
    const text = textTold({ is: 'hint', scope, seq })
    const known = this.#told.get(scope)
    for (const listener of this.#byScope.get(scope) ?? [])
      if (!known || this.#company.isLive(listener, scope)) say(listener, text)
    if (known) known.owed = seq
    else this.#restFrom(scope)
  }

  #restFrom(scope: ScopeId): void {
    const timer = setTimeout(() => {
      const owed = this.#told.get(scope)?.owed ?? null
      this.#told.delete(scope)
      if (owed !== null) this.#tell(scope, owed)
    }, this.#rhythm.hints ?? HINTS)
    this.#told.set(scope, { owed: null, timer })
  }

  /** Who reads which scope, asked again only when the directory is another one. */
  #sortOut(): void {
    const directory = this.#book.directory()
    if (directory === this.#directory) return
    this.#directory = directory
    this.#byScope = new Map()
    for (const listener of this.#listeners) {
      if (directory.devices.get(listener.device)?.revokedAt === undefined) this.#seat(listener)
      else listener.end()
    }
    this.#company.sortOut()
  }

  #reads(listener: Listener, scope: ScopeId): boolean {
    this.#sortOut()
    return this.#byScope.get(scope)?.has(listener) ?? false
  }

  #seat(listener: Listener): void {
    for (const scope of this.#book.scopesOf(listener.person)) {
      const readers = this.#byScope.get(scope) ?? new Set()
      this.#byScope.set(scope, readers.add(listener))
    }
  }
}

function say(listener: Listener, text: string): void {
  try {
    listener.send(text)
  } catch {
    listener.end() // it went away between two messages
  }
}
