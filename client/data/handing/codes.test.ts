import jsQR from 'jsqr'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { chanceFrom } from '#tests/simulation/chance.ts'
import { CodeCollector, codesNeeded, codesOf } from './codes.ts'
import { pack, unpack } from './pack.ts'

const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const noise = (length: number) => {
  const chance = chanceFrom(SEED + length)
  return Uint8Array.from({ length }, () => chance.below(256))
}
const CELL = 4

/** A code as a camera sees it, and what is read from it. */
function seen(text: string): string | null {
  const { data, size } = encode(text, { border: 3, ecc: 'L' })
  const side = size * CELL
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (data[Math.floor(y / CELL)]?.[Math.floor(x / CELL)])
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  return jsQR(pixels, side, side)?.data ?? null
}

describe(`[J7] codes that follow each other, seed ${SEED}`, () => {
  it.each([1, 219, 220, 221, 4_000, 12_000])(
    '%i bytes come over whole, by the first round alone',
    (length) => {
      const bytes = noise(length)
      const collector = new CodeCollector()
      let whole: Uint8Array | null = null
      let shown = 0
      for (const text of codesOf(bytes)) {
        shown++
        whole = collector.add(text)
        if (whole) break
      }
      expect(shown).toBe(codesNeeded(bytes))
      expect(whole).toEqual(bytes)
    },
  )

  it('as a camera reads them from a screen', () => {
    const bytes = noise(2_000)
    const collector = new CodeCollector()
    let whole: Uint8Array | null = null
    for (const text of codesOf(bytes)) {
      const read = seen(text)
      expect(read).toBe(text)
      whole = collector.add(read ?? '')
      if (whole) break
    }
    expect(whole).toEqual(bytes)
  })

  it('though every second one is missed, and others pass before the camera', () => {
    const bytes = noise(6_000)
    const chance = chanceFrom(SEED)
    const collector = new CodeCollector()
    let whole: Uint8Array | null = null
    let shown = 0
    for (const text of codesOf(bytes)) {
      shown++
      collector.add('https://so.thanhmoc.vn/t/abc')
      if (chance.below(2) === 0) whole = collector.add(text)
      if (whole || shown > 400) break
    }
    expect(whole).toEqual(bytes)
  })

  it('nonsense and damaged codes break nothing', () => {
    const bytes = noise(900)
    const collector = new CodeCollector()
    const codes = codesOf(bytes)
    let whole: Uint8Array | null = null
    for (let i = 0; i < 60 && !whole; i++) {
      const { value: text } = codes.next()
      for (const bad of [
        '',
        'A'.repeat(30),
        'A'.repeat(4_000),
        text.slice(0, -8),
        `${text}AAAA`,
        '_'.repeat(400),
      ])
        expect(collector.add(bad)).toBeNull()
      whole = collector.add(text)
    }
    expect(whole).toEqual(bytes)
  })
})

describe('[J6] what is packed for the way', () => {
  it('comes out as it went in, and anything else is nothing', () => {
    const bytes = noise(3_000)
    expect(unpack(pack(bytes))).toEqual(bytes)
    expect(unpack(pack(bytes).slice(0, -3))).toBeNull()
    expect(unpack(noise(400))).toBeNull()
    expect(unpack(new Uint8Array())).toBeNull()
  })

  it('never becomes bigger than a phone could have made it', () => {
    expect(unpack(pack(new Uint8Array(5 * 1024 * 1024)))).toBeNull()
  })
})
