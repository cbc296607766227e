import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** A client id another device holds, from the clock on at which our own words under it begin, and the new one. */
export type Renaming = { from: number; firstClock: number; to: number }

/** First clock an update writes under a client id; null when it writes nothing under it. */
export function firstClockOf(update: Uint8Array, client: number): number | null {
  const struct = Y.decodeUpdate(update).structs.find((s) => s.id.client === client)
  return struct ? struct.id.clock : null
}

/**
 * The same words under another client id [U3]: every struct, every reference and every delete of the old one is
 * renamed, clocks begin again at 0. Needed when two devices drew the same random id.
 */
export function renameClient(update: Uint8Array, renaming: Renaming): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update)
  const id = (old: Y.ID): Y.ID => renamed(old, renaming)
  const encoder = new Y.UpdateEncoderV1()
  const own = structs.map((struct) => renamedStruct(struct, id))
  const [first] = own
  encoding.writeVarUint(encoder.restEncoder, first ? 1 : 0)
  if (first) {
    encoding.writeVarUint(encoder.restEncoder, own.length)
    encoder.writeClient(first.id.client)
    encoding.writeVarUint(encoder.restEncoder, first.id.clock)
    for (const struct of own) struct.write(encoder, 0)
  }
  writeDeletes(encoder, ds, renaming)
  return encoder.toUint8Array()
}

function renamed(old: Y.ID, { from, firstClock, to }: Renaming): Y.ID {
  return old.client === from && old.clock >= firstClock ? Y.createID(to, old.clock - firstClock) : old
}

type Struct = Y.Item | Y.GC

function renamedStruct(
  struct: ReturnType<typeof Y.decodeUpdate>['structs'][number],
  id: (old: Y.ID) => Y.ID,
): Struct {
  if (!(struct instanceof Y.Item)) return new Y.GC(id(struct.id), struct.length)
  const { origin, rightOrigin, parentSub, content } = struct
  const parent: unknown = struct.parent
  const place = (parent instanceof Y.ID ? id(parent) : parent) as Y.Item['parent']
  return new Y.Item(
    id(struct.id),
    null,
    origin && id(origin),
    null,
    rightOrigin && id(rightOrigin),
    place,
    parentSub,
    content,
  )
}

function writeDeletes(
  encoder: Y.UpdateEncoderV1,
  ds: ReturnType<typeof Y.decodeUpdate>['ds'],
  renaming: Renaming,
): void {
  const ranges = new Map<number, { clock: number; len: number }[]>()
  for (const [client, list] of ds.clients)
    for (const { clock, len } of list) {
      const at = renamed(Y.createID(client, clock), renaming)
      ranges.set(at.client, [...(ranges.get(at.client) ?? []), { clock: at.clock, len }])
    }
  encoding.writeVarUint(encoder.restEncoder, ranges.size)
  for (const [client, list] of ranges) {
    encoder.resetDsCurVal()
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, list.length)
    for (const { clock, len } of list) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
}
