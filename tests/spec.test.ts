import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const ROOMS = ['shared', 'client', 'sync-server', 'tests']
const SECTIONS = 'PDERCAFMGLQOVTYXNBUKSJWHZI'
const NUMBER = `[${SECTIONS}]\\d{1,2}`
/** `[R2]`, `[P2, P3]`, `[U1–U12]`, `[K2]` at the end of a sentence, or the same in round brackets; never glued to a word. */
const QUOTED = new RegExp(`(?<![A-Za-z])[[(](${NUMBER}(?:(?:, ?|–| and )${NUMBER})*)[\\])]`, 'gu')

const rules = [
  ...readFileSync(join(ROOT, 'shared/SPEC.md'), 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\* /gmu),
].map(([, number = '']) => number)
const files = ROOMS.flatMap((room) => filesIn(join(ROOT, room)))
const isTest = (path: string) => /\.(?:test|contract|spec)\.ts$/u.test(path)

describe('SPEC.md', () => {
  it('gives each number once, rising within its section', () => {
    const bySection = Map.groupBy(rules, ([section]) => section)
    for (const numbers of bySection.values()) {
      const places = numbers.map((number) => Number(number.slice(1)))
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
    }
    expect(rules.length).toBeGreaterThan(80)
  })

  it('has every rule that a comment, a table or a test quotes', () => {
    const unknown = files.flatMap((path) =>
      quotedIn(path)
        .filter((number) => !rules.includes(number))
        .map((number) => `${number} in ${path}`),
    )
    expect(unknown).toEqual([])
  })

  it('has no rule that no test quotes', () => {
    const tested = new Set(files.filter(isTest).flatMap(quotedIn))
    expect(rules.filter((number) => !tested.has(number))).toEqual([])
  })
})

function quotedIn(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  const inTable = [...text.matchAll(/rule: '([A-Z]\d+)'/gu)].map(([, number = '']) => number)
  return [...inTable, ...[...text.matchAll(QUOTED)].flatMap(([, list = '']) => numbersIn(list))]
}

/** `P2, P3` and `U1–U4` as single numbers. */
function numbersIn(list: string): string[] {
  return list.split(/, ?| and /u).flatMap((part) => {
    const [first = '', last = first] = part.split('–')
    const [from, to] = [Number(first.slice(1)), Number(last.slice(1))]
    return Array.from({ length: to - from + 1 }, (_, i) => `${first[0]}${from + i}`)
  })
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|vue)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith('tests/spec.test.ts'))
}
