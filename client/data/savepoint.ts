import * as Y from 'yjs'
import { elementName } from '#shared/document/element-name.ts'
import type { Instant } from '#shared/records/ids.ts'
import type { PhoneBook, StoredSavepoint } from '#client/data/book/book.ts'
import type { DocumentSession } from './document-session.ts'
import type { Unfinished } from './drafts.ts'
import { takeTurns } from './turns.ts'

/** How often a savepoint is written at most, milliseconds. */
export const SAVEPOINT_EVERY = 100

type Parts = {
  book: PhoneBook
  session: DocumentSession
  clock: () => Instant
  unfinished: () => Unfinished | null
  /** The book did not take it. */
  failed: (error: unknown) => void
}

/**
 * Keeps the unfinished word of one session in the book, relaxed and often. A flush supersedes it: the session's clock
 * has then passed the savepoint's.
 */
export class SavepointKeeper {
  readonly #parts: Parts
  readonly #turn = takeTurns()
  #timer: ReturnType<typeof setTimeout> | undefined
  #owed = false
  #stands = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Something was typed: it is written at once, or with what follows within a tenth of a second. */
  typed(): void {
    if (this.#timer !== undefined) {
      this.#owed = true
      return
    }
    this.now()
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#owed) this.typed()
    }, SAVEPOINT_EVERY)
  }

  /** Writes what is unfinished, without waiting for anything: this may be the page's last moment. */
  now(): void {
    this.#owed = false
    const unfinished = this.#parts.unfinished()
    if (!unfinished) return
    this.#stands = true
    const written = this.#parts.book.commit([{ put: 'savepoints', value: this.#row(unfinished) }], 'relaxed')
    void this.#turn(() => written.catch(this.#parts.failed))
  }

  /** Takes it away, unless something is unfinished again. */
  drop(): Promise<void> {
    return this.#turn(async () => {
      if (!this.#stands || this.#parts.unfinished()) return
      this.#stands = false
      const { scope, record } = this.#parts.session.place
      await this.#parts.book.commit([{ drop: 'savepoints', key: [scope, record] }], 'relaxed')
    })
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#owed = false
  }

  #row({ element, index, was, part }: Unfinished): StoredSavepoint {
    const { place, doc } = this.#parts.session
    const { scope, record } = place
    const client = doc.clientID
    const clock = Y.getState(doc.store, client)
    return {
      scope,
      record,
      client,
      clock,
      element: element && elementName(element),
      index,
      was,
      part,
      at: this.#parts.clock(),
    }
  }
}
