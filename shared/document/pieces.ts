import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * The same work as several updates, each below a size where that can be done: a phone's ops stay small, so that a bad
 * link loses little. Order is kept, so each piece rests on those before it; what was deleted goes with the last.
 * @param update Yjs V1, structs of one client
 * @param most bytes of a piece; a single struct longer than that stays whole
 */
export function inPieces(update: Uint8Array, most: number): Uint8Array[] {
  if (update.length <= most) return [update]
  const { structs } = Y.decodeUpdate(update)
  const groups: (typeof structs)[] = [[]]
  let size = 0
  for (const struct of structs) {
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
