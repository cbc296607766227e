import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalHash, canonicalJson } from '#shared/rules/canonical.ts'
import { recordDigest } from './digest.ts'

describe('[W1] canonical JSON as RFC 8785 writes it', () => {
  it('section 3.2.2: its own example', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('section 3.2.3: keys in the order of their UTF-16 units', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonicalJson(value)) as object).sort()).toEqual(
      Object.values(value).sort(),
    )
    const order = [...canonicalJson(value).matchAll(/:"([A-Z][a-z]+)/gu)].map(([, word]) => word)
    expect(order).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew'])
  })

  it.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [-5e-324, '-5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [Number('295147905179352830000'), '295147905179352830000'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'],
    [0.000001, '0.000001'],
    [1e-7, '1e-7'],
    [333333333.33333325, '333333333.33333325'],
    [Number('1424953923781206.25'), '1424953923781206.2'],
  ])('appendix B: %d', (number, text) => {
    expect(canonicalJson(number)).toBe(text)
  })

  it.each([Number.NaN, Infinity, -Infinity])('%d is no JSON number', (number) => {
    expect(() => canonicalJson({ a: [number] })).toThrow(RangeError)
  })

  it('fields that are undefined are as if they were not there, in a list they are null', () => {
    expect(canonicalJson({ a: undefined, b: [undefined, 1] })).toBe('{"b":[null,1]}')
  })

  it('is JSON that means the same, in whatever order it was built', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { seed: 8785 },
    )
    const reversed = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      }),
      { seed: 8785 },
    )
  })

  it('its hash is SHA-256 of its UTF-8', () => {
    expect(canonicalHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    expect(canonicalHash({ b: 'ữ', a: 1 })).toBe(canonicalHash({ a: 1, b: 'ữ' }))
  })
})

it('[S9] a digest tells events and text apart', () => {
  const content = [{ part: 'derived' as const, kind: 'attendance' as const }]
  const digests = [
    recordDigest([], null),
    recordDigest([1], null),
    recordDigest([1, 2], null),
    recordDigest([1], content),
  ]
  expect(new Set(digests).size).toBe(4)
  expect(recordDigest([1], content)).toMatch(/^[0-9a-f]{16}$/u)
})
