import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { ChangesFrame, DocumentChange, EndFrame, Hello, Touch } from './frames.ts'

/**
 * The three frames of every small answer, field by field instead of name by name: their names weighed more than the words
 * they carried. A first byte says which; frames written with their names begin with another one.
 */
export type CompactFrame = Hello | ChangesFrame | EndFrame

const HELLO = 1
const CHANGES = 2
const END = 3

/** Anything that is no Yjs id is written out. */
const YJS_ID = /^(0|[1-9]\d{0,14}):(0|[1-9]\d{0,14})$/u
/** A short hash as hex digits, eight bytes of them. */
const SHORT_HASH = /^[0-9a-f]{16}$/u

export function encodeCompact(frame: CompactFrame): Uint8Array {
  const e = encoding.createEncoder()
  switch (frame.frame) {
    case 'hello':
      encoding.writeUint8(e, HELLO)
      encoding.writeVarUint(e, frame.serverTime)
      encoding.writeVarString(e, frame.lineage)
      encoding.writeVarString(e, frame.app)
      break
    case 'end':
      encoding.writeUint8(e, END)
      encoding.writeUint8(e, frame.more ? 1 : 0)
      encoding.writeVarUint(e, frame.safeUpTo)
      break
    case 'changes':
      encoding.writeUint8(e, CHANGES)
      writeChanges(new Writer(e), frame)
      break
    default:
      frame satisfies never
  }
  return encoding.toUint8Array(e)
}

/** @returns null when the bytes are none of these frames, or not exactly one */
export function decodeCompact(bytes: Uint8Array): CompactFrame | null {
  try {
    const d = decoding.createDecoder(bytes)
    const frame = readFrame(d)
    return frame && !decoding.hasContent(d) ? frame : null
  } catch {
    return null // cut, or nonsense
  }
}

function readFrame(d: decoding.Decoder): CompactFrame | null {
  switch (decoding.readUint8(d)) {
    case HELLO:
      return {
        frame: 'hello',
        serverTime: decoding.readVarUint(d),
        lineage: decoding.readVarString(d),
        app: decoding.readVarString(d),
      }
    case END:
      return { frame: 'end', more: decoding.readUint8(d) === 1, safeUpTo: decoding.readVarUint(d) }
    case CHANGES:
      return readChanges(new Reader(d))
    default:
      return null
  }
}

function writeChanges(w: Writer, { scope, events, documents, cursor, digests }: ChangesFrame): void {
  w.text(scope)
  w.number(cursor.seq)
  w.number(cursor.before ?? 0)
  w.list(documents, ({ record, kind, update, own, touches }) => {
    w.text(record)
    w.text(kind)
    w.bytes(update ?? new Uint8Array(0))
    w.list(own, ({ deviceSeq, op }) => {
      w.number(deviceSeq)
      w.number(op)
    })
    w.list(touches, (touch) => writeTouch(w, touch))
  })
  w.list(digests, ({ record, digest }) => {
    w.text(record)
    w.shortHash(digest)
  })
  w.any(events)
}

function readChanges(r: Reader): ChangesFrame {
  const scope = r.text() as ChangesFrame['scope']
  const [seq, before] = [r.number(), r.number()]
  const cursor = before === 0 ? { seq } : { seq, before }
  const documents = r.list((): DocumentChange => {
    const [record, kind] = [r.text(), r.text() as DocumentChange['kind']]
    const update = r.bytes()
    const own = r.list(() => ({ deviceSeq: r.number(), op: r.number() }))
    const touches = r.list(() => readTouch(r))
    return { record, kind, own, touches, ...(update.length > 0 ? { update } : {}) }
  })
  const digests = r.list(() => ({ record: r.text(), digest: r.shortHash() }))
  return { frame: 'changes', scope, events: r.any() as ChangesFrame['events'], documents, cursor, digests }
}

function writeTouch(w: Writer, { seq, person, at, blocks, removed }: Touch): void {
  w.number(seq)
  w.text(person)
  w.number(at)
  w.list(blocks, ({ id, inserted, deleted }) => {
    w.yjsId(id)
    w.number(inserted)
    w.number(deleted)
  })
  w.text(removed ?? '')
}

function readTouch(r: Reader): Touch {
  const [seq, person, at] = [r.number(), r.text(), r.number()]
  const blocks = r.list(() => ({ id: r.yjsId(), inserted: r.number(), deleted: r.number() }))
  const removed = r.text()
  return { seq, person, at, blocks, ...(removed === '' ? {} : { removed }) }
}

/** Texts are written once and named by their place afterwards; ids and hashes as the numbers they are. */
class Writer {
  readonly #e: encoding.Encoder
  readonly #places = new Map<string, number>()

  constructor(e: encoding.Encoder) {
    this.#e = e
  }

  number(n: number): void {
    encoding.writeVarUint(this.#e, n)
  }

  text(text: string): void {
    const place = this.#places.get(text)
    this.number(place ?? 0)
    if (place !== undefined) return
    encoding.writeVarString(this.#e, text)
    this.#places.set(text, this.#places.size + 1)
  }

  bytes(bytes: Uint8Array): void {
    encoding.writeVarUint8Array(this.#e, bytes)
  }

  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.number(items.length)
    items.forEach(write)
  }

  yjsId(id: string): void {
    const [, client, clock] = YJS_ID.exec(id) ?? []
    this.text(client ?? id)
    this.number(clock === undefined ? 0 : Number(clock) + 1)
  }

  shortHash(hash: string): void {
    const short = SHORT_HASH.test(hash)
    encoding.writeUint8(this.#e, short ? 1 : 0)
    if (!short) return this.text(hash)
    for (let i = 0; i < hash.length; i += 2) encoding.writeUint8(this.#e, parseInt(hash.slice(i, i + 2), 16))
  }

  any(value: unknown): void {
    encoding.writeAny(this.#e, value as Parameters<typeof encoding.writeAny>[1])
  }
}

class Reader {
  readonly #d: decoding.Decoder
  readonly #texts: string[] = []

  constructor(d: decoding.Decoder) {
    this.#d = d
  }

  number(): number {
    return decoding.readVarUint(this.#d)
  }

  text(): string {
    const place = this.number()
    if (place > 0) {
      const known = this.#texts[place - 1]
      if (known === undefined) throw new RangeError('a text that was never written')
      return known
    }
    const text = decoding.readVarString(this.#d)
    this.#texts.push(text)
    return text
  }

  bytes(): Uint8Array {
    return decoding.readVarUint8Array(this.#d).slice()
  }

  list<T>(read: () => T): T[] {
    const items: T[] = []
    for (let n = this.number(); n > 0; n--) items.push(read())
    return items
  }

  yjsId(): string {
    const client = this.text()
    const clock = this.number()
    return clock === 0 ? client : `${client}:${clock - 1}`
  }

  shortHash(): string {
    if (decoding.readUint8(this.#d) === 0) return this.text()
    let hash = ''
    for (let i = 0; i < 8; i++) hash += decoding.readUint8(this.#d).toString(16).padStart(2, '0')
    return hash
  }

  any(): unknown {
    return decoding.readAny(this.#d)
  }
}
