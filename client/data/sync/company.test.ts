import { describe, expect, it } from 'vitest'
import type { Other } from '#shared/protocol/line.ts'
import { NOBODY, nextCompany, type CompanyInput, type CompanyState } from './company.ts'

const PLACE = { scope: 'cell/khu-dong-mit', record: 'nghiquyet-12' } as const
const LAN: Other = { person: 'lan-000001', at: '7:3', live: true }

/** Inputs with the time they come at. */
function after(inputs: readonly (readonly [number, CompanyInput])[], from: CompanyState = NOBODY) {
  let state = from
  const effects = []
  for (const [now, input] of inputs) {
    const [then, wanted] = nextCompany(state, input, now)
    state = then
    effects.push(...wanted)
  }
  return { state, effects }
}
const here = (of: object = {}) => ({
  do: 'say',
  said: { is: 'here', here: { ...PLACE, live: false, ...of } },
})
const nowhere = { do: 'say', said: { is: 'here', here: null } }
const told = (...others: Other[]): CompanyInput => ({ is: 'told', ...PLACE, others })
const moved = (at: string | null): CompanyInput => ({ is: 'moved', at })

const WRITING = after([
  [0, { is: 'connected' }],
  [0, { is: 'opened', ...PLACE }],
]).state
const WITH_LAN = after([[0, told(LAN)]], WRITING).state

describe('who else is in the text', () => {
  it('opening a text says so, once; leaving it too', () => {
    const { effects } = after([
      [0, { is: 'connected' }],
      [1, { is: 'opened', ...PLACE }],
      [2, { is: 'closed' }],
    ])
    expect(effects).toEqual([here(), nowhere])
  })

  it('without a line nothing is said, and with a new one all that matters is', () => {
    const { effects } = after([
      [0, { is: 'opened', ...PLACE }],
      [1, moved('7:1')],
      [2, { is: 'connected' }],
      [3, { is: 'lost' }],
      [4, { is: 'connected' }],
    ])
    expect(effects).toEqual([here({ at: '7:1' }), here({ at: '7:1' })])
  })

  it('a phone that has no text open says nothing at all', () => {
    const { effects } = after([
      [0, { is: 'connected' }],
      [1, { is: 'line', live: true }],
      [2, { is: 'closed' }],
      [3, { is: 'lost' }],
    ])
    expect(effects).toEqual([])
  })

  it('alone a caret may wander as it likes', () => {
    const moves = Array.from({ length: 100 }, (_, i) => [i * 2000, moved(`7:${i}`)] as const)
    expect(after(moves, WRITING).effects).toEqual([])
  })

  it('with somebody there it is told once a second, and where it came to rest is told last', () => {
    const { effects, state } = after(
      [
        [2000, moved('7:1')],
        [2100, moved('7:2')],
        [2200, moved('7:3')],
        [3000, { is: 'due' }],
        [4000, { is: 'due' }],
      ],
      WITH_LAN,
    )
    expect(effects).toEqual([here({ at: '7:1' }), { do: 'later', afterMs: 900 }, here({ at: '7:3' })])
    expect(state.owed).toBe(false)
  })

  it('who comes later is told where the caret is', () => {
    const { effects } = after(
      [
        [100, moved('7:1')],
        [5000, told(LAN)],
      ],
      WRITING,
    )
    expect(effects).toEqual([here({ at: '7:1' })])
  })

  it('a line that became good or bad is told at once', () => {
    const { effects } = after(
      [
        [1, { is: 'line', live: true }],
        [2, { is: 'line', live: false }],
      ],
      WITH_LAN,
    )
    expect(effects).toEqual([here({ live: true }), here()])
  })

  it('when the line is lost, the text closed or another one opened, nobody is there', () => {
    expect(WITH_LAN.others).toEqual([LAN])
    const another = { is: 'opened', scope: PLACE.scope, record: 'nghiquyet-11' } as const
    for (const input of [{ is: 'lost' }, { is: 'closed' }, another] as const)
      expect(after([[1, input]], WITH_LAN).state.others).toEqual([])
    const late = after([[1, another], [2, told(LAN)]], WITH_LAN) // prettier-ignore
    expect(late.state.others).toEqual([])
  })
})
