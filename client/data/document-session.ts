import * as Y from 'yjs'
import { LocalWork, REMOTE } from '#shared/document/local-work.ts'
import { inPieces } from '#shared/document/pieces.ts'
import { CUT_UPDATE_BYTES } from '#shared/protocol/version.ts'
import type { RecordKind } from '#shared/records/event.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'

export type SessionPlace = { scope: ScopeId; record: RecordId; kind: RecordKind }

/** One op's worth of own work, cut and waiting for the book. */
export type Segment = { client: number; update: Uint8Array }

/** Whoever shows the document: asked to put unfinished work into it before others' changes come in. */
export interface SessionView {
  /** In the middle of a word, by an input method or key by key; others' changes wait, at most `MOST_WAIT`. */
  readonly midWord: boolean
  /** Writes what is on screen but not yet in the document, now. */
  flush(): void
  /** Others' changes came in. */
  changed(): void
  /** The server did not take this session's work: the view must close; its words are in the kept texts. */
  closed(): void
}

/** Longest others' changes wait for the end of a word, milliseconds. */
export const MOST_WAIT = 1_500

/**
 * One open document and what this session writes into it. Work is cut before anything remote is applied, synchronously,
 * so that no op ever carries somebody else's words or deletes.
 */
export class DocumentSession {
  readonly place: SessionPlace
  readonly doc: Y.Doc
  readonly #work: LocalWork
  #segments: Segment[] = []
  #view: SessionView | null = null
  #atTheGate: { update: Uint8Array; version: 1 | 2 }[] = []
  #gate: ReturnType<typeof setTimeout> | undefined
  #over = false

  constructor(place: SessionPlace, doc: Y.Doc) {
    this.place = place
    this.doc = doc
    this.#work = new LocalWork(doc)
  }

  show(view: SessionView): void {
    this.#view = view
  }

  /** Closed, or its work was not taken: the document is no longer what this phone has. */
  get over(): boolean {
    return this.#over
  }

  get dirty(): boolean {
    return this.#work.dirty || this.#segments.length > 0
  }

  /** Cuts what was written since the last cut; it stays in `segments` until the book has it. */
  cut(): void {
    const update = this.#work.cut()
    if (update) this.#push({ client: this.doc.clientID, update })
  }

  #push({ client, update }: Segment): void {
    for (const piece of inPieces(update, CUT_UPDATE_BYTES)) this.#segments.push({ client, update: piece })
  }

  /** Everything the book does not have yet, in order. */
  segments(): readonly Segment[] {
    this.#view?.flush()
    return this.finished()
  }

  /** The same without the unfinished word, which stays where it is. */
  finished(): readonly Segment[] {
    this.cut()
    return this.#segments
  }

  /** The first `count` segments are on disk. */
  saved(count: number): void {
    this.#segments = this.#segments.slice(count)
  }

  /** Takes over what an earlier session of this device wrote and did not save; the book gets it with the next save. */
  takeOver(segment: Segment): void {
    this.cut()
    Y.applyUpdate(this.doc, segment.update, REMOTE)
    this.#push(segment)
  }

  applyRemote(update: Uint8Array, version: 1 | 2): void {
    this.#atTheGate.push({ update, version })
    if (!this.#view?.midWord) this.letIn()
    else this.#gate ??= setTimeout(() => this.letIn(), MOST_WAIT)
  }

  /** Lets in what waits at the gate; the view calls it at the end of a word. */
  letIn(): void {
    clearTimeout(this.#gate)
    this.#gate = undefined
    const waiting = this.#atTheGate
    if (waiting.length === 0) return
    this.#atTheGate = []
    this.#view?.flush()
    this.cut()
    for (const { update, version } of waiting) {
      if (version === 1) Y.applyUpdate(this.doc, update, REMOTE)
      else Y.applyUpdateV2(this.doc, update, REMOTE)
    }
    this.#view?.changed()
  }

  close(): void {
    this.#over = true
    clearTimeout(this.#gate)
    this.#atTheGate = []
    this.#view = null
    this.#work.stop()
    this.doc.destroy()
  }

  /** Ends the session because its work was not taken. @returns what the book does not have, to keep its words */
  refuse(): readonly Segment[] {
    const left = this.segments()
    this.#segments = []
    this.#view?.closed()
    this.close()
    return left
  }
}
