import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Origin of everything that is not this session's own work; the collector leaves it alone. */
export const REMOTE = Symbol('remote')

/**
 * Gathers what one session writes into a document, from its local transactions only, and cuts it into ops. Must be
 * cut before anything remote is applied: encoded from the document afterwards, an update would repeat others'
 * deletes and words as one's own (measured: 149 unsent words lost to a late cut).
 */
export class LocalWork {
  readonly #doc: Y.Doc
  #deletes: Y.Transaction['deleteSet'][] = []
  #from: number
  #client: number

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#client = doc.clientID
    this.#from = Y.getState(doc.store, doc.clientID)
    doc.on('afterTransaction', this.#gather)
  }

  /** Whether there is something to cut. */
  get dirty(): boolean {
    return this.#deletes.length > 0 || Y.getState(this.#doc.store, this.#doc.clientID) > this.#begin()
  }

  /** One Yjs V1 update with this session's new structs and own deletes since the last cut, or null. */
  cut(): Uint8Array | null {
    if (!this.dirty) return null
    const from = this.#begin()
    const to = Y.getState(this.#doc.store, this.#doc.clientID)
    const deletes = encodeDeletes(this.#deletes)
    const structs = to > from ? this.#structsSince(from) : NO_STRUCTS
    this.#deletes = []
    this.#from = to
    this.#client = this.#doc.clientID
    const update = new Uint8Array(structs.length + deletes.length)
    update.set(structs)
    update.set(deletes, structs.length)
    return update
  }

  /** Clock of the last cut. Yjs takes another client id by itself when it meets a twin; that one begins at 0. */
  #begin(): number {
    return this.#doc.clientID === this.#client ? this.#from : 0
  }

  stop(): void {
    this.#doc.off('afterTransaction', this.#gather)
  }

  #gather = (transaction: Y.Transaction): void => {
    if (transaction.local && transaction.deleteSet.clients.size > 0) this.#deletes.push(transaction.deleteSet)
  }

  /** The structs part of an update that begins at a clock of this client; the delete set Yjs appends is cut off. */
  #structsSince(from: number): Uint8Array {
    const known = new Map<number, number>()
    for (const client of this.#doc.store.clients.keys())
      known.set(client, Y.getState(this.#doc.store, client))
    known.set(this.#doc.clientID, from)
    const whole = Y.encodeStateAsUpdate(this.#doc, encodeStateVector(known))
    const appended = encodeDeletes([Y.createDeleteSetFromStructStore(this.#doc.store)])
    return whole.subarray(0, whole.length - appended.length)
  }
}

/** An update without structs begins with: no clients. */
const NO_STRUCTS = new Uint8Array([0])

/** A delete set in the V1 encoding: the snapshot of that set and no state, without the state's closing zero. */
function encodeDeletes(sets: Y.Transaction['deleteSet'][]): Uint8Array {
  return Y.encodeSnapshot(Y.createSnapshot(Y.mergeDeleteSets(sets), new Map())).slice(0, -1)
}

function encodeStateVector(state: ReadonlyMap<number, number>): Uint8Array {
  const e = encoding.createEncoder()
  const present = [...state].filter(([, clock]) => clock > 0)
  encoding.writeVarUint(e, present.length)
  for (const [client, clock] of present) {
    encoding.writeVarUint(e, client)
    encoding.writeVarUint(e, clock)
  }
  return encoding.toUint8Array(e)
}
