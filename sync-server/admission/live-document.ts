import * as Y from 'yjs'
import { ROOT } from '#shared/document/layout.ts'
import type { Touch } from '#shared/protocol/frames.ts'
import { checkPlaces } from './check-places.ts'
import { inspectUpdate, type Inspected, type Known, type Unsound } from './inspect-update.ts'
import { lostWords, touchedBlocks, type LostWords } from './words.ts'

export type Admitted = {
  ok: true
  /** The server's own re-encoding (V1): the only thing stored and relayed. Empty when nothing was new. */
  update: Uint8Array | null
  /**
   * What Yjs did by itself because of the op: it clears away formatting that a merge made redundant. The op's own
   * device has not got this part.
   */
  beyond: Uint8Array | null
  client: number | null
  lost: readonly LostWords[]
  touch: Pick<Touch, 'blocks' | 'removed'>
}

export type NotAdmitted = { ok: false; unsound: Unsound }

const MOST_PIECES = 64

function merged(updates: Uint8Array[]): Uint8Array | null {
  const [only] = updates
  return updates.length > 1 ? Y.mergeUpdates(updates) : (only ?? null)
}

function build(pieces: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  doc.getXmlFragment(ROOT)
  for (const piece of pieces) Y.applyUpdate(doc, piece)
  return doc
}

/** One document as the server keeps it in memory while it is worked on. */
export class LiveDocument {
  #doc: Y.Doc
  readonly #owners: Map<number, string>
  /** What the document was made of: it is built again from these when a refused update spoiled it. */
  #made: Uint8Array[]

  /** @param owners device each client id was bound to at its first use */
  constructor(states: readonly Uint8Array[], owners: Map<number, string>) {
    this.#made = [...states]
    this.#doc = build(this.#made)
    this.#owners = owners
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  /** Judges one update and applies it when it is sound. No shadow copy: 0.1 ms instead of 6 to 30. */
  admit(update: Uint8Array, device: string): Admitted | NotAdmitted {
    const { store } = this.doc
    const known: Known = {
      clockOf: (client) => Y.getState(store, client),
      has: (client) => store.clients.has(client),
      ownerOf: (client) => this.#owners.get(client),
    }
    const inspected = inspectUpdate(update, device, known)
    if (!inspected.ok) return inspected
    const applied = this.#apply(update, inspected)
    const unsound = applied ? this.#check(inspected) : 'throws'
    if (!applied || unsound) {
      this.#rebuild()
      return { ok: false, unsound: unsound ?? 'throws' }
    }
    this.#keep(applied.update)
    if (inspected.client !== null) this.#owners.set(inspected.client, device)
    return { ok: true, client: inspected.client, ...applied }
  }

  #keep(update: Uint8Array | null): void {
    if (!update) return
    this.#made.push(update)
    if (this.#made.length > MOST_PIECES) this.#made = [Y.encodeStateAsUpdate(this.#doc)]
  }

  #rebuild(): void {
    this.#doc.destroy()
    this.#doc = build(this.#made)
  }

  #apply(
    update: Uint8Array,
    inspected: Inspected,
  ): Pick<Admitted, 'update' | 'beyond' | 'lost' | 'touch'> | null {
    const out: Uint8Array[] = []
    let lost: LostWords[] = []
    let touch: Pick<Touch, 'blocks' | 'removed'> = { blocks: [] }
    let first = true
    const gather = (transaction: Y.Transaction) => {
      if (!first) return
      first = false
      lost = lostWords(transaction, inspected)
      touch = touchedBlocks(transaction, inspected)
    }
    const keep = (bytes: Uint8Array) => out.push(bytes)
    this.doc.on('afterTransaction', gather)
    this.doc.on('update', keep)
    try {
      Y.applyUpdate(this.doc, update)
    } catch {
      return null // some malformed updates throw only after they changed the document
    } finally {
      this.doc.off('afterTransaction', gather)
      this.doc.off('update', keep)
    }
    return { update: merged(out), beyond: merged(out.slice(1)), lost, touch }
  }

  #check({ client, from, to, decoded }: Inspected): Unsound | null {
    const added = client === null ? null : { client, from, to }
    return checkPlaces(this.doc, added, decoded)
  }
}
