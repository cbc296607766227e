import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * The same work as several updates, each below a size: a phone's ops stay small, so that a bad link loses little and no
 * op is too large for the server. Order is kept, so each piece rests on those before it; what was deleted goes with the
 * last.
 * @param update Yjs V1, structs of one client
 * @param most bytes of a piece; only its deletes and contents that are no text may exceed it
 */
export function inPieces(update: Uint8Array, most: number): Uint8Array[] {
  if (update.length <= most) return [update]
  const { structs } = Y.decodeUpdate(update)
  const groups: (typeof structs)[] = [[]]
  let size = 0
  for (const struct of structs.flatMap((whole) => shortened(whole, most))) {
    const bytes = sizeOf(struct)
    if (size > 0 && size + bytes > most - HEAD) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(struct)
    size += bytes
  }
  const deletes = deletesOf(update)
  return groups.map((group, i) => encoded(group, i === groups.length - 1 ? deletes : NO_DELETES))
}

/** Room for the counts and the client in front of a piece's structs. */
const HEAD = 64
const NO_DELETES = new Uint8Array([0])

/**
 * A long text, such as a pasted page without a line break, as several that follow each other, as Yjs itself parts a
 * text that somebody writes into.
 */
function shortened(whole: Struct, most: number): Struct[] {
  const parts: Struct[] = [whole]
  const length = Math.floor((most - 2 * HEAD) / MOST_BYTES_OF_A_UNIT)
  for (let last = whole; last instanceof Y.Item && last.length > length;) {
    const { content, id, rightOrigin, parent, parentSub } = last
    if (!(content instanceof Y.ContentString)) break
    const at = isHighSurrogate(content.str, length - 1) ? length - 1 : length
    const rest = content.splice(at)
    last.length = at
    const { client, clock } = id
    const origin = Y.createID(client, clock + at - 1)
    last = new Y.Item(
      Y.createID(client, clock + at),
      null,
      origin,
      null,
      rightOrigin,
      parent,
      parentSub,
      rest,
    )
    parts.push(last)
  }
  return parts
}

/** A UTF-16 unit becomes at most so many bytes of UTF-8. */
const MOST_BYTES_OF_A_UNIT = 3

/** A letter of two units stays in one part. */
function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit < 0xdc00
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1()
  if (!(struct instanceof Y.Skip)) struct.write(encoder, 0)
  return encoder.toUint8Array().length
}

function encoded(structs: readonly Struct[], deletes: Uint8Array): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const [first] = structs
  encoding.writeVarUint(encoder.restEncoder, first ? 1 : 0)
  if (first) {
    encoding.writeVarUint(encoder.restEncoder, structs.length)
    encoder.writeClient(first.id.client)
    encoding.writeVarUint(encoder.restEncoder, first.id.clock)
    for (const struct of structs) if (!(struct instanceof Y.Skip)) struct.write(encoder, 0)
  }
  encoding.writeUint8Array(encoder.restEncoder, deletes)
  return encoder.toUint8Array()
}

/** The part of a V1 update behind its structs. */
function deletesOf(update: Uint8Array): Uint8Array {
  const { ds } = Y.decodeUpdate(update)
  return Y.encodeSnapshot(Y.createSnapshot(ds, new Map())).slice(0, -1)
}
