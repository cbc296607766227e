import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { LocalWork, REMOTE } from '#shared/document/local-work.ts'
import { ROOT } from '#shared/document/layout.ts'

/** Yjs V1 updates written byte by byte, also such as Yjs itself never writes. */
export type Id = readonly [client: number, clock: number]
type Any = Parameters<typeof encoding.writeAny>[1]
type Content = { ref: number; write: (e: encoding.Encoder) => void }
export type RawStruct =
  | { gc: number }
  | { skip: number }
  | { content: Content; origin?: Id; right?: Id; parent?: string | Id; key?: string }
export type RawClient = { client: number; clock: number; structs: readonly RawStruct[] }
export type RawDeletes = { client: number; ranges: readonly (readonly [clock: number, length: number])[] }

const string = (text: string) => (e: encoding.Encoder) => encoding.writeVarString(e, text)

export const raw = {
  deleted: (length: number): Content => ({ ref: 1, write: (e) => encoding.writeVarUint(e, length) }),
  json: (text: string): Content => ({
    ref: 2,
    write: (e) => {
      encoding.writeVarUint(e, 1)
      encoding.writeVarString(e, text)
    },
  }),
  binary: (bytes: Uint8Array): Content => ({ ref: 3, write: (e) => encoding.writeVarUint8Array(e, bytes) }),
  text: (text: string): Content => ({ ref: 4, write: string(text) }),
  embed: (value: unknown): Content => ({ ref: 5, write: string(JSON.stringify(value)) }),
  format: (key: string, value: unknown): Content => ({
    ref: 6,
    write: (e) => {
      encoding.writeVarString(e, key)
      encoding.writeVarString(e, JSON.stringify(value))
    },
  }),
  element: (name: string): Content => ({
    ref: 7,
    write: (e) => {
      encoding.writeVarUint(e, 3)
      encoding.writeVarString(e, name)
    },
  }),
  hook: (name: string): Content => ({
    ref: 7,
    write: (e) => {
      encoding.writeVarUint(e, 5)
      encoding.writeVarString(e, name)
    },
  }),
  /** 0 array, 1 map, 2 text, 4 fragment, 6 XML text */
  type: (ref: 0 | 1 | 2 | 4 | 6): Content => ({ ref: 7, write: (e) => encoding.writeVarUint(e, ref) }),
  any: (...values: Any[]): Content => ({
    ref: 8,
    write: (e) => {
      encoding.writeVarUint(e, values.length)
      for (const value of values) encoding.writeAny(e, value)
    },
  }),
  document: (guid: string): Content => ({
    ref: 9,
    write: (e) => {
      encoding.writeVarString(e, guid)
      encoding.writeAny(e, {})
    },
  }),
}

export function rawUpdate(clients: readonly RawClient[], deletes: readonly RawDeletes[] = []): Uint8Array {
  const e = encoding.createEncoder()
  encoding.writeVarUint(e, clients.length)
  for (const { client, clock, structs } of clients) {
    encoding.writeVarUint(e, structs.length)
    encoding.writeVarUint(e, client)
    encoding.writeVarUint(e, clock)
    for (const struct of structs) writeStruct(e, struct)
  }
  encoding.writeVarUint(e, deletes.length)
  for (const { client, ranges } of deletes) {
    encoding.writeVarUint(e, client)
    encoding.writeVarUint(e, ranges.length)
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(e, clock)
      encoding.writeVarUint(e, length)
    }
  }
  return encoding.toUint8Array(e)
}

function writeStruct(e: encoding.Encoder, struct: RawStruct): void {
  if ('gc' in struct || 'skip' in struct) {
    encoding.writeUint8(e, 'gc' in struct ? 0 : 10)
    encoding.writeVarUint(e, 'gc' in struct ? struct.gc : struct.skip)
    return
  }
  const { content, origin, right, parent = ROOT, key } = struct
  encoding.writeUint8(e, content.ref | (origin ? 128 : 0) | (right ? 64 : 0) | (key === undefined ? 0 : 32))
  if (origin) writeId(e, origin)
  if (right) writeId(e, right)
  if (!origin && !right) {
    encoding.writeVarUint(e, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(e, parent)
    else writeId(e, parent)
    if (key !== undefined) encoding.writeVarString(e, key)
  }
  content.write(e)
}

function writeId(e: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(e, client)
  encoding.writeVarUint(e, clock)
}

/** Somebody who writes honestly: his edits are cut as a phone cuts them. */
export class Writer {
  readonly doc = new Y.Doc()
  readonly device: string
  readonly #work: LocalWork

  constructor(device: string, client: number) {
    this.device = device
    this.doc.clientID = client
    this.#work = new LocalWork(this.doc)
  }

  get content(): Y.XmlFragment {
    return this.doc.getXmlFragment(ROOT)
  }

  /** One edit as one op. */
  edit(change: (content: Y.XmlFragment) => void): Uint8Array {
    this.doc.transact(() => change(this.content))
    const op = this.#work.cut()
    if (!op) throw new TypeError('nothing was written')
    return op
  }

  /** A new last block with these words. */
  type(words: string): Uint8Array {
    return this.edit((content) => {
      const block = new Y.XmlElement('block')
      block.insert(0, [new Y.XmlText(words)])
      content.push([block])
    })
  }

  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, REMOTE)
  }
}
