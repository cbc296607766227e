import type { SyncTrouble } from '#client/data/views.ts'
import type { Instant } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'

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
  offlineSince: Instant | null
  /** What the last try met. */
  trouble: SyncTrouble | null
  /** This phone must not send any more: revoked, or it has a twin. */
  ended: null | 'wiped' | 'forked'
  /** How far this phone is in each scope, as far as syncs since the start told. */
  reached: ReadonlyMap<ScopeId, number>
  /** Hinted while a sync was running: perhaps that very sync brings it. */
  hinted: ReadonlyMap<ScopeId, number>
  /** How long the last syncs took, milliseconds, newest last. */
  took: readonly number[]
  /** Somebody on a good line has a text open that is open here. */
  company: boolean
  /** Finished words wait for the next cut. */
  owed: boolean
  cutAt: Instant
}

export type SyncInput =
  | { is: 'wanted' }
  | { is: 'hinted'; scope: ScopeId; seq: number }
  | { is: 'done'; more: boolean; tookMs: number; reached: ReadonlyMap<ScopeId, number> }
  | { is: 'failed'; at: Instant; why: SyncTrouble }
  | { is: 'ended'; as: 'wiped' | 'forked' }
  | { is: 'company'; live: boolean }
  /** A burst of finished words lies in an open text. */
  | { is: 'written'; at: Instant }
  | { is: 'cutDue'; at: Instant }

export type SyncEffect =
  | { do: 'sync' }
  | { do: 'retry'; afterMs: number }
  /** Put finished words where the next sync takes them; the unfinished word stays. */
  | { do: 'cut' }
  | { do: 'cutLater'; afterMs: number }

export const AT_REST: SyncState = {
  phase: 'idle',
  again: false,
  failures: 0,
  offlineSince: null,
  trouble: null,
  ended: null,
  reached: new Map(),
  hinted: new Map(),
  took: [],
  company: false,
  owed: false,
  cutAt: 0,
}

const FIRST_RETRY = 2_000
const LONGEST_RETRY = 5 * 60_000
/** Live words are cut at most so often, milliseconds. */
export const LIVE_EVERY = 300
/**
 * Slower than this and a line carries no live words, milliseconds from asking to the end of the answer. 2G needs 600 for
 * the way alone. The best of the last few counts: a busy phone has slow moments, a slow line has no fast ones.
 */
const SLOWEST_LIVE = 600
const MEASURED = 3

/** @param chance from [0, 1): spreads the phones of a village that lost the network together */
export function next(state: SyncState, input: SyncInput, chance: number): [SyncState, SyncEffect[]] {
  if (state.ended) return [state, []]
  switch (input.is) {
    case 'wanted':
      return state.phase === 'running' ? [{ ...state, again: true }, []] : begin(state)
    case 'hinted':
      return hint(state, input.scope, input.seq)
    case 'done': {
      const reached = new Map([...state.reached, ...input.reached])
      const took = [...state.took, input.tookMs].slice(-MEASURED)
      const left = [...state.hinted].some(([scope, seq]) => isNews(reached, scope, seq))
      const answered = { failures: 0, offlineSince: null, trouble: null, reached, took }
      const rested: SyncState = { ...state, ...answered, phase: 'idle' }
      if (input.more || state.again || left) return begin(rested)
      return [{ ...rested, again: false, hinted: new Map() }, []]
    }
    case 'failed': {
      const failures = state.failures + 1
      const offlineSince = state.offlineSince ?? input.at
      const afterMs = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (failures - 1)) * (0.5 + chance)
      const failed = { failures, offlineSince, trouble: input.why, hinted: new Map(), took: [] }
      return [{ ...state, ...failed, phase: 'idle', again: false }, [{ do: 'retry', afterMs }]]
    }
    case 'ended':
      return [{ ...state, phase: 'idle', ended: input.as }, []]
    case 'company':
      return [{ ...state, company: input.live }, []]
    case 'written':
      return isLive(state) ? cutSoon(state, input.at) : [state, []]
    case 'cutDue':
      return state.owed && isLive(state) ? cut(state, input.at) : [{ ...state, owed: false }, []]
    default:
      return input satisfies never
  }
}

/** What people are told: a first failure may be the line's and gone with the next try; a twin is told at once. */
export function troubleToTell({ trouble, failures, ended }: SyncState): SyncTrouble | null {
  if (ended === 'forked') return 'twin'
  return failures >= 2 || trouble === 'noAnswer' ? trouble : null
}

/** Whether this phone's line is good enough for live words. */
export function lineIsGood({ failures, took }: SyncState): boolean {
  return failures === 0 && took.length > 0 && Math.min(...took) <= SLOWEST_LIVE
}

/** Alone, on a slow line or without an answer a text is sent when its writer pauses, as ever. */
const isLive = (state: SyncState): boolean => state.company && lineIsGood(state)

function cutSoon(state: SyncState, at: Instant): [SyncState, SyncEffect[]] {
  if (state.owed) return [state, []]
  const afterMs = state.cutAt + LIVE_EVERY - at
  return afterMs <= 0 ? cut(state, at) : [{ ...state, owed: true }, [{ do: 'cutLater', afterMs }]]
}

const cut = (state: SyncState, at: Instant): [SyncState, SyncEffect[]] => [
  { ...state, owed: false, cutAt: at },
  [{ do: 'cut' }],
]

/** Hints come for one's own work too; what is here already is no reason to ask. */
function hint(state: SyncState, scope: ScopeId, seq: number): [SyncState, SyncEffect[]] {
  if (!isNews(state.reached, scope, seq)) return [state, []]
  if (state.phase === 'idle') return begin(state)
  return [{ ...state, hinted: new Map([...state.hinted, [scope, seq]]) }, []]
}

const isNews = (reached: ReadonlyMap<ScopeId, number>, scope: ScopeId, seq: number): boolean =>
  (reached.get(scope) ?? -1) < seq

function begin(state: SyncState): [SyncState, SyncEffect[]] {
  return [{ ...state, phase: 'running', again: false, hinted: new Map() }, [{ do: 'sync' }]]
}
