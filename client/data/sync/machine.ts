import type { SyncTrouble } from '#client/data/views.ts'

/**
 * When to talk to the server, as a pure function of what happened. Being offline is normal: no time-out is logic,
 * nothing polls, and `navigator.onLine` is never believed.
 */
export type SyncState = {
  phase: 'idle' | 'running'
  /** Something came up while a sync was running. */
  again: boolean
  /** Tries that failed in a row. */
  failures: number
  offlineSince: number | null
  /** What the last try met. */
  trouble: SyncTrouble | null
  /** This phone must not send any more: revoked, or it has a twin. */
  ended: null | 'wiped' | 'forked'
}

export type SyncInput =
  | { is: 'wanted' }
  | { is: 'done'; more: boolean; at: number }
  | { is: 'failed'; at: number; why: SyncTrouble }
  | { is: 'ended'; as: 'wiped' | 'forked' }

export type SyncEffect = { do: 'sync' } | { do: 'retry'; afterMs: number }

export const AT_REST: SyncState = {
  phase: 'idle',
  again: false,
  failures: 0,
  offlineSince: null,
  trouble: null,
  ended: null,
}

const FIRST_RETRY = 2_000
const LONGEST_RETRY = 5 * 60_000

/** @param chance from [0, 1): spreads the phones of a village that lost the network together */
export function next(state: SyncState, input: SyncInput, chance: number): [SyncState, SyncEffect[]] {
  if (state.ended) return [state, []]
  switch (input.is) {
    case 'wanted':
      return state.phase === 'running' ? [{ ...state, again: true }, []] : begin(state)
    case 'done': {
      const rested: SyncState = { ...state, phase: 'idle', failures: 0, offlineSince: null, trouble: null }
      return input.more || state.again ? begin(rested) : [{ ...rested, again: false }, []]
    }
    case 'failed': {
      const failures = state.failures + 1
      const offlineSince = state.offlineSince ?? input.at
      const afterMs = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (failures - 1)) * (0.5 + chance)
      const failed = { failures, offlineSince, trouble: input.why }
      return [{ ...state, ...failed, phase: 'idle', again: false }, [{ do: 'retry', afterMs }]]
    }
    case 'ended':
      return [{ ...state, phase: 'idle', ended: input.as }, []]
    default:
      return input satisfies never
  }
}

/** What people are told: a first failure may be the line's and gone with the next try; a twin is told at once. */
export function troubleToTell({ trouble, failures, ended }: SyncState): SyncTrouble | null {
  if (ended === 'forked') return 'twin'
  return failures >= 2 || trouble === 'noAnswer' ? trouble : null
}

function begin(state: SyncState): [SyncState, SyncEffect[]] {
  return [{ ...state, phase: 'running', again: false }, [{ do: 'sync' }]]
}
