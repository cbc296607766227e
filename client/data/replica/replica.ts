import type * as Y from 'yjs'
import { wordsOfUpdate } from '#shared/document/words.ts'
import type { Content } from '#shared/records/content.ts'
import type { Frame } from '#shared/protocol/frames.ts'
import type { SyncRequest } from '#shared/protocol/request.ts'
import type { PersonId, RecordId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { BookChange, Pending } from '#client/data/book/book.ts'
import { DocumentSession, type Segment } from '#client/data/document-session.ts'
import { takeTurns, type Turns } from '#client/data/turns.ts'
import { batchesToSend } from './compose.ts'
import { openDocument } from './documents.ts'
import { makeBundle, takeBundle, type Taken } from './hand-over.ts'
import type { ReplicaParts } from './identity.ts'
import { receiveFrame, type Heard, type Outcome } from './receive.ts'
import { rowsNowKnown } from './rows.ts'
import type { Place } from './state.ts'
import { takenOut } from './taken-out.ts'
import { give, keepSegments } from './writing.ts'

/** This phone's copy of its scopes: gives commands, holds open documents, composes requests and takes answers in. */
export class Replica {
  readonly #parts: ReplicaParts
  readonly #sessions = new Map<string, DocumentSession>()
  readonly #turn: Turns

  /** @param turn one at a time over all tabs that have this book open */
  constructor(parts: ReplicaParts, turn: Turns = takeTurns()) {
    this.#parts = parts
    this.#turn = turn
  }

  /** Judges a command offline and keeps it. @returns why not, or null when it is on disk @throws CannotSave */
  give(
    place: Place,
    command: unknown,
    more: { start?: Content; asks?: Pending['asks']; onBehalfOf?: PersonId | undefined } = {},
  ): Promise<Refusal | null> {
    return this.#turn(async () => {
      const given = await give(this.#parts, place, { command, ...more })
      if (given.refusal !== null) return given.refusal
      if (given.changes.length > 0) await this.#parts.book.commit(given.changes)
      return null
    })
  }

  /**
   * Gives a command together with words of its own in an open document: they stand or fall with it [C6].
   * @param words the update, from the document as it is on screen; null when there is nothing to write to
   * @returns why not, or null when both are on disk @throws CannotSave
   */
  giveWithWords(
    session: DocumentSession,
    command: unknown,
    words: (doc: Y.Doc, client: number) => Uint8Array | null,
  ): Promise<Refusal | null> {
    return this.#turn(async () => {
      await this.#keep(session, session.segments())
      const client = this.#parts.newClientId()
      const update = words(session.doc, client)
      if (!update) return 'notFound'
      const given = await give(this.#parts, session.place, { command, words: { update, client } })
      if (given.refusal !== null || given.changes.length === 0) return given.refusal
      await this.#parts.book.commit(given.changes)
      session.applyRemote(update, 1)
      return null
    })
  }

  /** [S19] @throws CannotSave */
  takeOut(n: number): Promise<void> {
    return this.#turn(async () => {
      const changes = await takenOut(this.#parts, n)
      if (changes.length > 0) await this.#parts.book.commit(changes)
    })
  }

  /** [S17] To be called when an app begins, which may be newer than the one before. @throws CannotSave */
  knowAgain(): Promise<void> {
    return this.#turn(async () => {
      const { book, identity } = this.#parts
      const rows = await rowsNowKnown(book, identity)
      if (rows.length > 0) await book.commit(rows)
    })
  }

  /** Looks at a text as it stands on this phone, also what an open draft has not saved yet. @throws CannotSave */
  look<T>(place: Place, at: (doc: Y.Doc) => T): Promise<T> {
    return this.#turn(async () => {
      const session = this.#sessions.get(keyOf(place))
      if (session && !session.over) {
        await this.#keep(session, session.segments())
        return at(session.doc)
      }
      const doc = await openDocument(this.#parts.book, place.scope, place.record)
      const seen = at(doc)
      doc.destroy()
      return seen
    })
  }

  /** Opens a document to write in. One session per document. */
  open(place: Place): Promise<DocumentSession> {
    return this.#turn(async () => {
      const doc = await openDocument(this.#parts.book, place.scope, place.record)
      doc.clientID = this.#parts.newClientId()
      const session = new DocumentSession(place, doc)
      this.#sessions.set(keyOf(place), session)
      return session
    })
  }

  /**
   * Puts everything written in a session on disk.
   * @returns whether there was anything @throws CannotSave: it stays in the session
   */
  save(session: DocumentSession): Promise<boolean> {
    return this.#turn(() => this.#keep(session, session.segments()))
  }

  /** The same but for the unfinished word, which stays on the screen. */
  saveFinished(session: DocumentSession): Promise<boolean> {
    return this.#turn(() => this.#keep(session, session.finished()))
  }

  async close(session: DocumentSession): Promise<boolean> {
    const saved = await this.save(session)
    if (this.#sessions.get(keyOf(session.place)) === session) this.#sessions.delete(keyOf(session.place))
    session.close()
    return saved
  }

  /** What to send now. Newly frozen batches are on disk before they are answered here. */
  compose(app: string): Promise<SyncRequest> {
    return this.#turn(async () => {
      const { book, identity } = this.#parts
      const cursors = await book.list('cursors')
      const pending = await book.list('pending')
      const scopes = [...new Set<ScopeId>(pending.map((p) => p.scope))]
      const batches = await batchesToSend(this.#parts, scopes)
      const waiting = (await book.list('pending')).filter((p) => p.acceptedSeq === undefined && !p.frozen)
      return {
        lineage: identity.lineage,
        app,
        cursors: new Map(cursors.map(({ scope, cursor }) => [scope, cursor])),
        rosters: new Map((await book.list('rosters')).map(({ unit, version }) => [unit, version])),
        batches,
        waiting: { items: waiting.length, since: waiting[0]?.at ?? 0 },
        repair: await book.list('repairs'),
      }
    })
  }

  /** [J1] What another phone needs to go on without network; null while the server has not signed whose phone this is. */
  handOver(scope: ScopeId, records: readonly RecordId[]): Promise<Uint8Array | null> {
    return this.#turn(() => makeBundle(this.#parts, scope, records))
  }

  /** [J2] Takes over what another phone handed here. @throws CannotSave: as if it had not come */
  takeOver(bytes: Uint8Array): Promise<Taken> {
    return this.#turn(() => takeBundle(this.#parts, bytes))
  }

  /** Takes one frame in, committed whole with its cursor. @throws CannotSave: as if it had not come */
  receive(frame: Frame): Promise<Outcome> {
    return this.#turn(() => receiveFrame(this.#parts, frame, (scope, record) => this.#session(scope, record)))
  }

  /**
   * Another tab took something in. Others' changes come into what this tab has open; what was not taken closes it, and
   * the words of this tab that the book does not have are kept. @throws CannotSave
   */
  async hear(heard: Heard): Promise<void> {
    const { scope } = heard
    if (heard.is === 'changes')
      for (const { record, update, v } of heard.live) this.#session(scope, record)?.applyRemote(update, v)
    else await this.#turn(() => this.#refusedElsewhere(heard))
  }

  async #refusedElsewhere({ scope, record, kept }: Extract<Heard, { is: 'refused' }>): Promise<void> {
    const left = this.#session(scope, record)?.refuse() ?? []
    this.#sessions.delete(keyOf({ scope, record }))
    const text = left
      .map(({ update }) => wordsOfUpdate(update))
      .filter(Boolean)
      .join('\n')
    if (text === '') return
    await this.#parts.book.commit([{ put: 'kept', value: { ...kept, id: this.#parts.newId(), text } }])
  }

  #session(scope: ScopeId, record: RecordId): DocumentSession | undefined {
    return this.#sessions.get(`${scope} ${record}`)
  }

  async #keep(session: DocumentSession, segments: readonly Segment[]): Promise<boolean> {
    if (segments.length === 0) return false
    const changes: BookChange[] = await keepSegments(this.#parts, session.place, segments)
    await this.#parts.book.commit(changes)
    session.saved(segments.length)
    return true
  }
}

const keyOf = ({ scope, record }: Pick<Place, 'scope' | 'record'>): string => `${scope} ${record}`
