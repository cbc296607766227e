import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readTold, type Here, type ToldByServer } from '#shared/protocol/line.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import { HintBoard } from './hint-board.ts'

const CELL: ScopeId = 'cell/khu-dong-mit'
const [AN, BINH, CHI] = ['an-00001', 'binh-0001', 'chi-00001']
const [HEARTBEAT, HINTS, GATHER] = [25_000, 5_000, 500]
beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A board in a cell where everybody named reads everything. */
function cell(...people: string[]) {
  const readers = new Set(people)
  let directory = { devices: new Map<string, { revokedAt?: number }>() }
  let advanced: (scope: ScopeId, seq: number) => void = () => undefined
  const book = {
    directory: () => directory,
    scopesOf: (person: string) => (readers.has(person) ? [CELL] : []),
    onAdvance: (listener: typeof advanced) => ((advanced = listener), () => undefined),
  } as unknown as ServerBook
  const board = new HintBoard(book, { heartbeat: HEARTBEAT, hints: HINTS, gather: GATHER })
  const stop = board.start()
  const join = (person: string, device = `${person}-phone`) => {
    const told: ToldByServer[] = []
    const line = { told, ended: false, hear: (_: Here | null) => undefined as unknown, beat: () => undefined }
    const seat = board.join({
      ...{ device, person, end: () => void (line.ended = true) },
      send: (text) => {
        const message = readTold(text)
        if (message) told.push(message)
      },
    })
    const hear = (here: Here | null) => seat.hear({ is: 'here', here })
    return {
      ...{ told, hear, leave: () => seat.leave(), beat: () => seat.hear({ is: 'beat' }) },
      ended: () => line.ended,
      hints: () => told.filter((t) => t.is === 'hint').map(({ seq }) => seq),
      company: () => told.filter((t) => t.is === 'company').map(({ others }) => others.map((o) => o.person)),
    }
  }
  const shutOut = (person: string) => {
    readers.delete(person)
    directory = { devices: new Map() }
  }
  return { join, shutOut, stop, advance: (seq: number) => advanced(CELL, seq) }
}

const here = (of: Partial<Here> = {}): Here => ({ scope: CELL, record: 'nghiquyet-12', live: true, ...of })

it('[H6] a phone outside the text hears at once, then once in five seconds, and the last place is never left out', () => {
  const { join, advance, stop } = cell(AN, BINH)
  const { hints } = join(BINH)
  for (let seq = 1; seq <= 10; seq++) {
    advance(seq)
    vi.advanceTimersByTime(300)
  }
  expect(hints()).toEqual([1])
  vi.advanceTimersByTime(HINTS)
  expect(hints()).toEqual([1, 10])
  vi.advanceTimersByTime(60_000)
  expect(hints()).toEqual([1, 10])
  advance(11)
  expect(hints()).toEqual([1, 10, 11])
  stop()
})

it('[H6] those who write together hear every place at once; alone, or on a slow line, nobody does', () => {
  const { join, advance, stop } = cell(AN, BINH, CHI)
  const [an, binh, chi] = [join(AN), join(BINH), join(CHI)]
  an.hear(here())
  advance(1)
  advance(2)
  expect(an.hints()).toEqual([1]) // alone
  binh.hear(here())
  chi.hear(here({ live: false }))
  advance(3)
  advance(4)
  expect(an.hints()).toEqual([1, 3, 4])
  expect(binh.hints()).toEqual([1, 3, 4])
  expect(chi.hints()).toEqual([1])
  stop()
})

it('[H8] carets that move are told together, twice a second at most', () => {
  const { join, stop } = cell(AN, BINH)
  const [an, binh] = [join(AN), join(BINH)]
  an.hear(here())
  binh.hear(here())
  const before = an.told.length
  for (let i = 1; i <= 9; i++) binh.hear(here({ at: `7:${i}` }))
  expect(an.told).toHaveLength(before)
  vi.advanceTimersByTime(GATHER)
  expect(an.told.slice(before)).toMatchObject([{ others: [{ person: BINH, at: '7:9' }] }])
  stop()
})

it('[H8] who does not answer a beat is in no text any more', () => {
  const { join, stop } = cell(AN, BINH)
  const [an, binh] = [join(AN), join(BINH)]
  an.hear(here())
  binh.hear(here())
  vi.advanceTimersByTime(HEARTBEAT)
  an.beat()
  expect(an.company()).toEqual([[BINH]])
  vi.advanceTimersByTime(HEARTBEAT)
  expect(an.company()).toEqual([[BINH], []])
  expect([an.ended(), binh.ended()]).toEqual([false, true])
  stop()
})

it('[H8] who is in no text need not answer: apps of before go on hearing hints', () => {
  const { join, advance, stop } = cell(AN)
  const an = join(AN)
  vi.advanceTimersByTime(10 * HEARTBEAT)
  advance(1)
  expect([an.ended(), an.hints()]).toEqual([false, [1]])
  stop()
})

it('[H8] whoever may no longer read the cell is in none of its texts and hears nothing more of them', () => {
  const { join, shutOut, advance, stop } = cell(AN, BINH)
  const [an, binh] = [join(AN), join(BINH)]
  an.hear(here())
  binh.hear(here())
  shutOut(BINH)
  const heard = binh.told.length
  an.hear(here({ at: '7:1' }))
  advance(1)
  vi.advanceTimersByTime(GATHER)
  expect(an.company().at(-1)).toEqual([])
  expect(binh.told).toHaveLength(heard)
  expect(binh.hear(here())).toBe('notFound')
  stop()
})

it('[H8] another text, another company; a second line of one phone is one person', () => {
  const { join, stop } = cell(AN, BINH)
  const [an, binh, again] = [join(AN), join(BINH), join(BINH)]
  an.hear(here())
  binh.hear(here())
  again.hear(here())
  expect(an.company().at(-1)).toEqual([BINH])
  expect(again.company()).toEqual([[AN]])
  binh.leave()
  expect(an.company().at(-1)).toEqual([BINH])
  again.hear(here({ record: 'nghiquyet-11' }))
  expect(an.company().at(-1)).toEqual([])
  stop()
})

it('[H9] more lines than anybody opens: the oldest of that phone ends', () => {
  const { join, stop } = cell(AN)
  const lines = Array.from({ length: 9 }, () => join(AN))
  expect(lines.map(({ ended }) => ended())).toEqual([true, ...lines.slice(1).map(() => false)])
  expect(join(AN, 'other-phone').ended()).toBe(false)
  stop()
})
