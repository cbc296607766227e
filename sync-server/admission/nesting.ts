import * as Y from 'yjs'

/** Deepest place in a text; honest ones are table, row, cell, block, text. */
export const DEEPEST = 20

/**
 * How deep the structs of one op lie in each other, told before anything is applied: ten thousand nested elements
 * cost seconds to put in and to take out again.
 */
export class Nesting {
  readonly #clocks: number[] = []
  readonly #depths: number[] = []

  /** @returns whether the struct lies no deeper than allowed; structs are given in the order of their clocks */
  add(item: Y.Item): boolean {
    const parent: unknown = item.parent
    const beside = item.origin ?? item.rightOrigin
    const depth =
      parent instanceof Y.ID ? this.#depthAt(item, parent) + 1 : beside ? this.#depthAt(item, beside) : 0
    this.#clocks.push(item.id.clock)
    this.#depths.push(depth)
    return depth <= DEEPEST
  }

  /** Depth of an own struct of this op; what was there before is looked at after applying. */
  #depthAt(item: Y.Item, { client, clock }: Y.ID): number {
    if (client !== item.id.client || clock < (this.#clocks[0] ?? Infinity)) return 0
    let [low, high] = [0, this.#clocks.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#clocks[middle] ?? 0) <= clock) low = middle
      else high = middle - 1
    }
    return this.#depths[low] ?? 0
  }
}
