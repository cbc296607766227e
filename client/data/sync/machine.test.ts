import { describe, expect, it } from 'vitest'
import type { SyncTrouble } from '#client/data/views.ts'
import { AT_REST, next, troubleToTell, type SyncInput, type SyncState } from './machine.ts'

const failed = (at: number, why: SyncTrouble = 'noAnswer') => ({ is: 'failed', at, why }) as const

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
    const { effects } = after([{ is: 'wanted' }, { is: 'wanted' }, { is: 'done', more: false, at: 1 }])
    expect(effects).toEqual([{ do: 'sync' }, { do: 'sync' }])
  })

  it('[S2] goes on at once while the server has more', () => {
    const { effects, state } = after([
      { is: 'wanted' },
      { is: 'done', more: true, at: 1 },
      { is: 'done', more: false, at: 2 },
    ])
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
    const { state } = after([
      { is: 'wanted' },
      failed(5),
      { is: 'wanted' },
      { is: 'done', more: false, at: 9 },
    ])
    expect(state).toEqual(AT_REST)
  })

  it('[S4] a revoked or cloned phone falls silent', () => {
    const { effects, state } = after([{ is: 'wanted' }, { is: 'ended', as: 'wiped' }, { is: 'wanted' }])
    expect(effects).toEqual([{ do: 'sync' }])
    expect(state.ended).toBe('wiped')
  })
})

describe('what people are told when nothing gets through', () => {
  it('is not told after one failure, which the next try may mend, but after the second', () => {
    const once = after([{ is: 'wanted' }, failed(1, 'serverFull')]).state
    expect(troubleToTell(once)).toBeNull()
    const twice = after([{ is: 'wanted' }, failed(2, 'serverFull')], once).state
    expect(troubleToTell(twice)).toBe('serverFull')
  })

  it('is what the last try met, and nothing once an answer came', () => {
    const inputs = [failed(1, 'foreignPage'), failed(2, 'foreignPage'), failed(3, 'serverBroken')]
    const { state } = after(inputs)
    expect(troubleToTell(state)).toBe('serverBroken')
    expect(troubleToTell(after([{ is: 'done', more: false, at: 4 }], state).state)).toBeNull()
  })

  it('[S4] says at once that the phone has a twin, and nothing of a phone that was emptied', () => {
    expect(troubleToTell(after([{ is: 'ended', as: 'forked' }]).state)).toBe('twin')
    expect(troubleToTell(after([{ is: 'ended', as: 'wiped' }]).state)).toBeNull()
  })
})
