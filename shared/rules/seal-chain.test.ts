import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SealChain } from '#shared/records/seals.ts'
import { checkpointOf, comparedChain, linked } from './seal-chain.ts'

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
type Signed = { record: string; hash: string }
const chainOf = (signed: readonly Signed[]): SealChain =>
  signed.reduce<SealChain>((chain, one) => ({ links: [...chain.links, linked(chain, one)] }), { links: [] })
const signed = fc.array(fc.record({ record: fc.uuid(), hash: fc.stringMatching(/^[0-9a-f]{64}$/) }), {
  minLength: 1,
  maxLength: 12,
})

it(`[V12] whoever sees the last link sees any change before it, seed ${SEED}`, () => {
  fc.assert(
    fc.property(
      signed,
      fc.nat(),
      fc.constantFrom('changed', 'left out', 'put between', 'swapped'),
      (all, at, how) => {
        const i = at % all.length
        const other = { record: 'another-record', hash: 'f'.repeat(64) }
        const [before, it, after] = [all.slice(0, i), all[i] as Signed, all.slice(i + 1)]
        const forged = {
          changed: [...before, { ...it, hash: other.hash }, ...after],
          'left out': [...before, ...after],
          'put between': [...before, other, it, ...after],
          swapped: [...before, ...after, it],
        }[how]
        fc.pre(JSON.stringify(forged) !== JSON.stringify(all))
        expect(checkpointOf(chainOf(forged)).chain).not.toBe(checkpointOf(chainOf(all)).chain)
        expect(comparedChain(chainOf(forged), checkpointOf(chainOf(all)))).not.toBe('same')
      },
    ),
    { seed: SEED },
  )
})

it(`[V13] a chain that only grew is the same, one that lost its end is shorter, seed ${SEED}`, () => {
  fc.assert(
    fc.property(signed, signed, (all, more) => {
      const seen = checkpointOf(chainOf(all))
      expect(comparedChain(chainOf([...all, ...more]), seen)).toBe('same')
      expect(comparedChain(chainOf(all.slice(0, -1)), seen)).toBe('shorter')
      expect(comparedChain(chainOf([]), null)).toBe('same')
    }),
    { seed: SEED },
  )
})
