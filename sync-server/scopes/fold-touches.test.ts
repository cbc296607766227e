import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awayChanges } from '#client/data/replica/read-text.ts'
import type { Touch } from '#shared/protocol/frames.ts'
import { foldTouches } from './fold-touches.ts'

const seed = 20261203
const PEOPLE = ['an', 'binh', 'cuc']

const block = fc.record({
  id: fc.constantFrom('7:0', '7:9', '8:4', '9:1'),
  inserted: fc.nat(9),
  deleted: fc.nat(9),
})
const deed = fc.record({
  person: fc.constantFrom(...PEOPLE),
  blocks: fc.uniqueArray(block, { maxLength: 3, selector: ({ id }) => id }),
  removed: fc.option(fc.constantFrom('mương', 'đường'), { nil: undefined, freq: 4 }),
})
/** Some ops one after the other, each at its place and an hour after the one before. */
const history = fc.array(deed, { maxLength: 30 }).map((deeds) =>
  deeds.map(({ removed, ...of }, i): Touch => {
    const touch = { seq: i + 1, at: (i + 1) * 3_600_000, ...of }
    return removed === undefined ? touch : { ...touch, removed }
  }),
)
/** What a person is told who was away during all of these. */
const told = (touches: readonly Touch[], person: string) => {
  const others = touches.filter((touch) => touch.person !== person)
  return awayChanges(others, undefined, [])
    .map((change) => JSON.stringify(change))
    .sort()
}

describe('who changed what, folded', () => {
  it(`[S12] tells everybody who was away the same, in no more steps, seed ${seed}`, () => {
    fc.assert(
      fc.property(history, (touches) => {
        const folded = foldTouches(touches)
        for (const person of PEOPLE) expect(told(folded, person)).toEqual(told(touches, person))
        expect(folded.length).toBeLessThanOrEqual(touches.length)
        expect(folded.map((t) => t.seq)).toEqual(folded.map((t) => t.seq).toSorted((a, b) => a - b))
        expect(folded.at(-1)?.seq).toBe(touches.at(-1)?.seq)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('[S12] comes to the same whether some of it was folded before or not', () => {
    fc.assert(
      fc.property(history, fc.nat(30), (touches, n) => {
        const [before, after] = [touches.slice(0, n), touches.slice(n)]
        expect(foldTouches([...foldTouches(before), ...after])).toEqual(foldTouches(touches))
      }),
      { seed, numRuns: 500 },
    )
  })

  it('[S12] an evening of Bình in two paragraphs is two lines, and what he took out of An’s stands by itself', () => {
    const evening = Array.from({ length: 20 }, (_, i): Touch => {
      const blocks = [{ id: i % 2 === 0 ? '7:0' : '8:4', inserted: 5, deleted: 1 }]
      return { seq: i + 1, person: 'binh', at: i, blocks, ...(i === 3 ? { removed: 'của An' } : {}) }
    })
    expect(foldTouches(evening)).toEqual([
      { seq: 4, person: 'binh', at: 3, blocks: [{ id: '8:4', inserted: 5, deleted: 1 }], removed: 'của An' },
      { seq: 19, person: 'binh', at: 18, blocks: [{ id: '7:0', inserted: 50, deleted: 10 }] },
      { seq: 20, person: 'binh', at: 19, blocks: [{ id: '8:4', inserted: 45, deleted: 9 }] },
    ])
  })
})
