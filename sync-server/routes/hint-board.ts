import type { Directory } from '#shared/events/directory-state.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { ServerBook } from '#server/scopes/book.ts'

type Listener = { device: string; person: string; send: (text: string) => void; end: () => void }

const HEARTBEAT = 25_000
const BEAT = JSON.stringify({ beat: true })

/** Who is told what. Hints may be lost: cursors repair, so nothing here is kept or repeated. */
export class HintBoard {
  readonly #book: ServerBook
  readonly #listeners = new Set<Listener>()
  #byScope = new Map<ScopeId, Set<Listener>>()
  #directory: Directory | null = null

  constructor(book: ServerBook) {
    this.#book = book
  }

  /** @returns its stop */
  start(heartbeat = HEARTBEAT): () => void {
    const stopHearing = this.#book.onAdvance((scope, seq) =>
      this.#tell(scope, JSON.stringify({ scope, seq })),
    )
    // A browser cannot see protocol pings, and a phone that lost its network keeps a dead socket "open".
    const beat = setInterval(() => {
      this.#sortOut()
      for (const listener of this.#listeners) say(listener, BEAT)
    }, heartbeat)
    return () => {
      stopHearing()
      clearInterval(beat)
      for (const listener of this.#listeners) listener.end()
    }
  }

  /** The first beat says that it is heard from here on. @returns how it leaves */
  join(listener: Listener): () => void {
    this.#listeners.add(listener)
    this.#seat(listener)
    say(listener, BEAT)
    return () => {
      this.#listeners.delete(listener)
      for (const readers of this.#byScope.values()) readers.delete(listener)
    }
  }

  /** A device was shut out. */
  dismiss(device: string): void {
    for (const listener of this.#listeners) if (listener.device === device) listener.end()
  }

  #tell(scope: ScopeId, text: string): void {
    this.#sortOut()
    for (const listener of this.#byScope.get(scope) ?? []) say(listener, text)
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
