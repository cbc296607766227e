import { describe, expect, it } from 'vitest'
import type { SyncTrouble } from '#client/data/views.ts'
import {
  AT_REST,
  LIVE_EVERY,
  lineIsGood,
  next,
  troubleToTell,
  type SyncInput,
  type SyncState,
} from './machine.ts'

const CELL = 'cell/khu-dong-mit'
const failed = (at: number, why: SyncTrouble = 'noAnswer') => ({ is: 'failed', at, why }) as const
const done = (of: { more?: boolean; tookMs?: number; seq?: number } = {}): SyncInput => ({
  is: 'done',
  more: of.more ?? false,
  tookMs: of.tookMs ?? 120,
  reached: new Map(of.seq === undefined ? [] : [[CELL, of.seq]]),
})
const hinted = (seq: number): SyncInput => ({ is: 'hinted', scope: CELL, seq })

function after(inputs: readonly SyncInput[], from: SyncState = AT_REST) {
  let state = from
  const effects = []
  for (const input of inputs) {
    const [then, wanted] = next(state, input, 0.5)
    state = then
    effects.push(...wanted)
  }
  return { state, effects }
}

describe('when a phone talks to the server', () => {
  it('[S1] syncs when something is wanted, and only once at a time', () => {
    const { effects, state } = after([{ is: 'wanted' }, { is: 'wanted' }, { is: 'wanted' }])
    expect(effects).toEqual([{ do: 'sync' }])
    expect(state.phase).toBe('running')
  })

  it('[S1] what came up meanwhile follows at once', () => {
    const { effects } = after([{ is: 'wanted' }, { is: 'wanted' }, done()])
    expect(effects).toEqual([{ do: 'sync' }, { do: 'sync' }])
  })

  it('[S2] goes on at once while the server has more', () => {
    const { effects, state } = after([{ is: 'wanted' }, done({ more: true }), done()])
    expect(effects).toHaveLength(2)
    expect(state.phase).toBe('idle')
  })

  it('[S3] waits longer after each failure, never longer than five minutes and a half more', () => {
    let state = AT_REST
    const waits: number[] = []
    for (let i = 0; i < 12; i++) {
      const [then, effects] = next({ ...state, phase: 'running' }, failed(100 + i), 0.5)
      state = then
      for (const effect of effects) if (effect.do === 'retry') waits.push(effect.afterMs)
    }
    expect(waits.slice(0, 3)).toEqual([2000, 4000, 8000])
    expect(Math.max(...waits)).toBe(300_000)
    expect(state.offlineSince).toBe(100)
  })

  it('[S3] is back online with the first answer', () => {
    const { state } = after([{ is: 'wanted' }, failed(5), { is: 'wanted' }, done()])
    expect(state).toEqual({ ...AT_REST, took: [120] })
  })

  it('[S4] a revoked or cloned phone falls silent', () => {
    const { effects, state } = after([{ is: 'wanted' }, { is: 'ended', as: 'wiped' }, { is: 'wanted' }])
    expect(effects).toEqual([{ do: 'sync' }])
    expect(state.ended).toBe('wiped')
  })
})

describe('what people are told when nothing gets through', () => {
  it('[S16] is not told after one failure, which the next try may mend, but after the second', () => {
    const once = after([{ is: 'wanted' }, failed(1, 'serverFull')]).state
    expect(troubleToTell(once)).toBeNull()
    const twice = after([{ is: 'wanted' }, failed(2, 'serverFull')], once).state
    expect(troubleToTell(twice)).toBe('serverFull')
  })

  it('is what the last try met, and nothing once an answer came', () => {
    const inputs = [failed(1, 'foreignPage'), failed(2, 'foreignPage'), failed(3, 'serverBroken')]
    const { state } = after(inputs)
    expect(troubleToTell(state)).toBe('serverBroken')
    expect(troubleToTell(after([done()], state).state)).toBeNull()
  })

  it('[S4] says at once that the phone has a twin, and nothing of a phone that was emptied', () => {
    expect(troubleToTell(after([{ is: 'ended', as: 'forked' }]).state)).toBe('twin')
    expect(troubleToTell(after([{ is: 'ended', as: 'wiped' }]).state)).toBeNull()
  })
})

describe('hints', () => {
  it('[S15] what is here already is no reason to ask: one’s own words come back as a hint', () => {
    const { effects, state } = after([{ is: 'wanted' }, done({ seq: 812 }), hinted(812), hinted(811)])
    expect(effects).toEqual([{ do: 'sync' }])
    expect(after([hinted(813)], state).effects).toEqual([{ do: 'sync' }])
  })

  it('[S15] heard while a sync runs, it waits for what that one brings', () => {
    const brought = after([{ is: 'wanted' }, hinted(812), done({ seq: 812 })])
    expect(brought.effects).toEqual([{ do: 'sync' }])
    const missed = after([{ is: 'wanted' }, hinted(813), done({ seq: 812 }), done({ seq: 813 })])
    expect(missed.effects).toEqual([{ do: 'sync' }, { do: 'sync' }])
    expect(missed.state.phase).toBe('idle')
  })

  it('[S15] a server that never brings what it hinted is asked once more, not for ever', () => {
    const { effects, state } = after([{ is: 'wanted' }, hinted(9999), done({ seq: 5 }), done({ seq: 5 })])
    expect(effects).toHaveLength(2)
    expect(state.phase).toBe('idle')
  })

  it('a book that was restored counts from where it is', () => {
    const { effects } = after([
      { is: 'wanted' },
      done({ seq: 812 }),
      { is: 'wanted' },
      done({ seq: 640 }),
      hinted(641),
    ])
    expect(effects).toHaveLength(3)
  })
})

describe('live words', () => {
  const WITH_OTHERS = after([{ is: 'wanted' }, done(), { is: 'company', live: true }]).state
  const written = (at: number): SyncInput => ({ is: 'written', at })
  const cutDue = (at: number): SyncInput => ({ is: 'cutDue', at })
  /** A thousand words of one writer, each finished 100 ms after the one before. */
  const thousandWords = Array.from({ length: 1000 }, (_, i) => written(1_000_000 + i * 100))

  it('[S14] the first finished word goes at once, the next ones together 300 ms later', () => {
    const first = after([written(5000)], WITH_OTHERS)
    expect(first.effects).toEqual([{ do: 'cut' }])
    const next = after([written(5100), written(5200)], first.state)
    expect(next.effects).toEqual([{ do: 'cutLater', afterMs: 200 }])
    const cut = after([cutDue(5300)], next.state)
    expect(cut.effects).toEqual([{ do: 'cut' }])
    expect(after([cutDue(5400)], cut.state).effects).toEqual([])
  })

  it('[S14] however fast somebody writes, no two cuts are closer than 300 ms', () => {
    let state = WITH_OTHERS
    let timer: number | null = null
    const cuts: number[] = []
    for (let at = 1_000_000; at < 1_100_000; at += 10) {
      const inputs: SyncInput[] = [...(timer !== null && timer <= at ? [cutDue(at)] : []), written(at)]
      if (timer !== null && timer <= at) timer = null
      for (const input of inputs) {
        const [then, effects] = next(state, input, 0.5)
        state = then
        for (const effect of effects) {
          if (effect.do === 'cut') cuts.push(at)
          if (effect.do === 'cutLater') timer = at + effect.afterMs
        }
      }
    }
    expect(cuts.length).toBeGreaterThan(300)
    const gaps = cuts.slice(1).map((at, i) => at - (cuts[i] ?? 0))
    expect(Math.min(...gaps)).toBe(LIVE_EVERY)
  })

  it('[S14] alone nothing is sent more often than ever', () => {
    const { effects } = after([{ is: 'wanted' }, done(), ...thousandWords])
    expect(effects).toEqual([{ do: 'sync' }])
  })

  it('[S14] on 2G nothing is sent more often than ever, whoever is there', () => {
    const slow = after([{ is: 'wanted' }, done({ tookMs: 840 }), { is: 'company', live: true }])
    expect(lineIsGood(slow.state)).toBe(false)
    expect(after(thousandWords, slow.state).effects).toEqual([])
  })

  it('[S14] with nobody on a good line, or after he left, neither', () => {
    const left = after([{ is: 'company', live: false }], WITH_OTHERS)
    expect(after(thousandWords, left.state).effects).toEqual([])
    const owing = after(
      [written(5000), written(5100), { is: 'company', live: false }, cutDue(5300)],
      WITH_OTHERS,
    )
    expect(owing.effects).toEqual([{ do: 'cut' }, { do: 'cutLater', afterMs: 200 }])
    expect(owing.state.owed).toBe(false)
  })

  it('[S14] before the first answer, and after none came, the line is not known to be good', () => {
    const unknown = after([{ is: 'company', live: true }])
    expect(after(thousandWords, unknown.state).effects).toEqual([])
    const cut = after([{ is: 'wanted' }, failed(1)], WITH_OTHERS)
    expect(after(thousandWords, cut.state).effects).toEqual([])
  })

  it('[S14] one slow moment does not make a line slow, three in a row do', () => {
    const took = (...ms: number[]) =>
      after(ms.flatMap((tookMs): SyncInput[] => [{ is: 'wanted' }, done({ tookMs })])).state
    expect(lineIsGood(took(150, 2000))).toBe(true)
    expect(lineIsGood(took(150, 900, 900, 900))).toBe(false)
    expect(lineIsGood(took(900, 900, 900, 150))).toBe(true)
  })
})
