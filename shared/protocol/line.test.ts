import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_COMPANY, MAX_SAID_BYTES, readSaid, readTold, textSaid, textTold, type Here } from './line.ts'

const seed = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const options = { seed, numRuns: 300 }

const id = fc.stringMatching(/^[A-Za-z0-9_-]{8,32}$/)
const scope = id.map((name) => `cell/${name}` as const)
const at = fc.oneof(
  fc.constant({}),
  fc.tuple(fc.nat(0xffffffff), fc.nat(2 ** 31 - 1)).map(([client, clock]) => ({ at: `${client}:${clock}` })),
)
const here: fc.Arbitrary<Here> = fc
  .tuple(scope, id, at, fc.boolean())
  .map(([inScope, record, place, live]) => ({ scope: inScope, record, live, ...place }))
const other = fc.tuple(id, at, fc.boolean()).map(([person, place, live]) => ({ person, live, ...place }))

describe('what is said over the line', () => {
  it('is read as it was said, and the longest is no longer than the server takes', () => {
    fc.assert(
      fc.property(fc.option(here), (place) => {
        const text = textSaid({ is: 'here', here: place })
        expect(readSaid(text)).toEqual({ is: 'here', here: place })
        expect(text.length).toBeLessThanOrEqual(MAX_SAID_BYTES)
      }),
      options,
    )
    expect(readSaid(textSaid({ is: 'beat' }))).toEqual({ is: 'beat' })
    const token = 'x'.repeat(43)
    expect(readSaid(textSaid({ is: 'token', token }))).toEqual({ is: 'token', token })
  })

  it('is read as it was told', () => {
    fc.assert(
      fc.property(
        scope,
        id,
        fc.array(other, { maxLength: MAX_COMPANY }),
        fc.nat(),
        (name, record, others, seq) => {
          const company = { is: 'company', scope: name, record, others } as const
          expect(readTold(textTold(company))).toEqual(company)
          const hint = { is: 'hint', scope: name, seq } as const
          expect(readTold(textTold(hint))).toEqual(hint)
        },
      ),
      options,
    )
    expect(readTold(textTold({ is: 'beat' }))).toEqual({ is: 'beat' })
  })

  it('[H9] nonsense is none of it, in either direction', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.uint8Array()), (nonsense) => {
        expect([readSaid(nonsense), readTold(nonsense)]).toEqual([null, null])
      }),
      options,
    )
    const crowd = Array.from({ length: MAX_COMPANY + 1 }, () => ({ person: 'an-000001', live: true }))
    const place = { scope: 'cell/khu-dong-mit', record: 'nghiquyet-12' }
    expect(readTold(JSON.stringify({ company: { ...place, others: crowd } }))).toBeNull()
    expect(readSaid(JSON.stringify({ here: { ...place, live: 1 } }))).toBeNull()
    expect(readSaid(JSON.stringify({ here: { ...place, live: true, name: 'Đ/c Lan' } }))).toBeNull()
  })
})
