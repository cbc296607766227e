import { expect, test } from 'vitest'
import { changesBetween } from './text-changes.ts'

const changes = (a: string, b: string) => changesBetween(a.split(''), b.split(''))

function applied(a: string, b: string): string {
  let out = ''
  let at = 0
  for (const { from, to, newFrom, newTo } of changes(a, b)) {
    out += a.slice(at, from) + b.slice(newFrom, newTo)
    at = to
  }
  return out + a.slice(at)
}

test('equal texts have no changes', () => {
  expect(changes('chi bộ', 'chi bộ')).toEqual([])
})

test('words at both ends of a paragraph are two changes, and what is between stays', () => {
  expect(changes('họp bàn nhiệm vụ', 'Hôm nay họp bàn nhiệm vụ mới')).toEqual([
    { from: 0, to: 0, newFrom: 0, newTo: 8 },
    { from: 16, to: 16, newFrom: 24, newTo: 28 },
  ])
})

test('a deleted and a replaced word are two changes', () => {
  expect(changes('một hai ba bốn', 'một ba xẻ')).toHaveLength(2)
})

test('whatever the texts, the changes lead from one to the other', () => {
  let seed = 11
  const next = (n: number): number => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed % n
  }
  const text = (): string => Array.from({ length: next(40) }, () => 'aăâbc '[next(6)]).join('')
  for (let i = 0; i < 2_000; i++) {
    const a = text()
    const b = text()
    expect(applied(a, b)).toBe(b)
  }
})

test('texts that share nothing are one change', () => {
  const a = 'a'.repeat(500)
  const b = 'b'.repeat(500)
  expect(changes(a, b)).toEqual([{ from: 0, to: 500, newFrom: 0, newTo: 500 }])
})
