import * as Y from 'yjs'
import { raw, rawUpdate, type Id, type RawStruct } from '#server/admission/raw-update.fixture.ts'
import type { LiveDocument } from '#server/admission/live-document.ts'
import type { Chance } from './chance.ts'

/** Bytes with some of them changed, cut, doubled or from elsewhere. */
export function spoiled(bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  const from = chance.below(bytes.length + 1)
  const to = Math.min(bytes.length, from + chance.below(8))
  const [head, middle, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)]
  switch (chance.below(6)) {
    case 0:
      return changed(bytes, chance)
    case 1:
      return joined(head)
    case 2:
      return joined(head, tail)
    case 3:
      return joined(head, middle, middle, tail)
    case 4:
      return joined(head, other.subarray(chance.below(other.length + 1)))
    default:
      return joined(head, random(1 + chance.below(6), chance), tail)
  }
}

function changed(bytes: Uint8Array, chance: Chance): Uint8Array {
  const copy = bytes.slice()
  for (let i = 1 + chance.below(3); i > 0 && copy.length > 0; i--) {
    const at = chance.below(copy.length)
    copy[at] = chance.happens(0.5) ? chance.below(256) : (copy[at] ?? 0) ^ (1 << chance.below(8))
  }
  return copy
}

export const random = (length: number, chance: Chance): Uint8Array =>
  Uint8Array.from({ length }, () => chance.below(256))

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** An update of well-formed structs that mean anything: each refers to places of this document, or nearly. */
export function madeUp({ doc }: LiveDocument, client: number, chance: Chance): Uint8Array {
  const clock = Y.getState(doc.store, client) + (chance.happens(0.05) ? 1 : 0)
  const anywhere = (own: number): Id => {
    const clients = [...doc.store.clients.keys()]
    if (chance.happens(0.4) && own > clock) return [client, clock + chance.below(own - clock)]
    const of = clients.length > 0 ? chance.pick(clients) : client
    return [of, chance.below(Y.getState(doc.store, of) + (chance.happens(0.03) ? 2 : 0)) || 0]
  }
  const structs: RawStruct[] = []
  let next = clock
  for (let i = 1 + chance.below(6); i > 0; i--) {
    const [content, length] = anyContent(chance)
    const struct: RawStruct = chance.happens(0.06)
      ? { gc: length }
      : {
          content,
          ...(chance.happens(0.5) ? { origin: anywhere(next) } : {}),
          ...(chance.happens(0.4) ? { right: anywhere(next) } : {}),
          parent: chance.happens(0.3) ? 'content' : anywhere(next),
          ...(chance.happens(0.15) ? { key: chance.pick(['kind', 'depth', '__proto__', 'x']) } : {}),
        }
    structs.push(struct)
    next += length
  }
  const ranges = chance.happens(0.3)
    ? [{ client: anywhere(next)[0], ranges: [[chance.below(20), 1 + chance.below(4)] as const] }]
    : []
  return rawUpdate([{ client, clock, structs }], ranges)
}

type Made = [content: ReturnType<typeof raw.text>, length: number]

function anyContent(chance: Chance): Made {
  const length = 1 + chance.below(4)
  const made: (() => Made)[] = [
    () => [raw.text('ữ'.repeat(length)), length],
    () => [raw.text('ab'), 2],
    () => [raw.element(chance.pick(['block', 'table', 'row', 'cell', 'derived'])), 1],
    () => [raw.type(6), 1],
    () => [raw.format(chance.pick(['bold', 'italic']), chance.pick([{}, null])), 1],
    () => [raw.any(chance.pick(['bullet', 'heading', 3, 'taskResults'])), 1],
    () => [raw.deleted(length), length],
    () => [raw.type(chance.pick([0, 1, 2, 4] as const)), 1],
    () => [raw.embed({}), 1],
  ]
  const likely = chance.happens(0.95) ? 7 : made.length
  return chance.pick(made.slice(0, likely))()
}
