import type { Touch } from '#shared/protocol/frames.ts'

type Counts = { inserted: number; deleted: number }

/**
 * Who changed which block, told in fewer steps: of each person and block only the last op is left, with the sum of all
 * before it. Ops that took others' words out stay as they are, because those words belong to one op. For whoever has
 * seen nothing of these ops, or all of them, the answer to "what changed while I was away" stays the same.
 * @param touches in the scope's order; so are those that come back, among them always the last one
 */
export function foldTouches(touches: readonly Touch[]): Touch[] {
  const lastOf = new Map<string, number>()
  const sums = new Map<string, Counts>()
  for (const { seq, person, blocks, removed } of touches) {
    if (removed !== undefined) continue
    for (const { id, inserted, deleted } of blocks) {
      const key = `${person} ${id}`
      const sum = sums.get(key) ?? { inserted: 0, deleted: 0 }
      sums.set(key, { inserted: sum.inserted + inserted, deleted: sum.deleted + deleted })
      lastOf.set(key, seq)
    }
  }
  return touches.flatMap((touch, i) => {
    if (touch.removed !== undefined) return [touch]
    const blocks = touch.blocks.flatMap(({ id }) => {
      const key = `${touch.person} ${id}`
      const sum = sums.get(key)
      return sum && lastOf.get(key) === touch.seq ? [{ id, ...sum }] : []
    })
    return blocks.length > 0 || i === touches.length - 1 ? [{ ...touch, blocks }] : []
  })
}
