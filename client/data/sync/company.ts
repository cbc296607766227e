import type { Here, Other, SaidByPhone } from '#shared/protocol/line.ts'
import type { Instant, RecordId } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'

/** Who else is in the text that is open here, and what the server is told of this phone: a pure function, like syncing. */
export type CompanyState = {
  connected: boolean
  /** The text open for writing here. */
  here: { scope: ScopeId; record: RecordId; at: string | null } | null
  /** This phone's line carries live words. */
  live: boolean
  /** What the server knows of it; null: in no text. */
  said: Here | null
  saidAt: Instant
  /** A moved caret is told later. */
  owed: boolean
  others: readonly Other[]
}

export type CompanyInput =
  | { is: 'connected' }
  | { is: 'lost' }
  | { is: 'opened'; scope: ScopeId; record: RecordId }
  | { is: 'closed' }
  | { is: 'moved'; at: string | null }
  | { is: 'line'; live: boolean }
  | { is: 'told'; scope: ScopeId; record: RecordId; others: readonly Other[] }
  | { is: 'due' }

export type CompanyEffect = { do: 'say'; said: SaidByPhone } | { do: 'later'; afterMs: number }

export const NOBODY: CompanyState = {
  connected: false,
  here: null,
  live: false,
  said: null,
  saidAt: 0,
  owed: false,
  others: [],
}

/** A caret that wanders is told once a second at most, and only where somebody else is to see it. */
const MOVES_EVERY = 1_000

export function nextCompany(
  state: CompanyState,
  input: CompanyInput,
  now: Instant,
): [CompanyState, CompanyEffect[]] {
  switch (input.is) {
    case 'connected':
      return tell({ ...state, connected: true }, now)
    case 'lost':
      return [{ ...state, connected: false, said: null, others: [] }, []]
    case 'opened':
      return tell({ ...state, here: { scope: input.scope, record: input.record, at: null }, others: [] }, now)
    case 'closed':
      return tell({ ...state, here: null, others: [] }, now)
    case 'moved':
      return tell({ ...state, here: state.here && { ...state.here, at: input.at } }, now)
    case 'line':
      return tell({ ...state, live: input.live }, now)
    case 'told': {
      const { here } = state
      const isAboutThis = here?.scope === input.scope && here.record === input.record
      return isAboutThis ? tell({ ...state, others: input.others }, now) : [state, []] // an answer that came late
    }
    case 'due':
      return tell({ ...state, owed: false }, now)
    default:
      return input satisfies never
  }
}

/** Says what the server does not know yet, if it is time. */
function tell(state: CompanyState, now: Instant): [CompanyState, CompanyEffect[]] {
  if (!state.connected) return [state, []]
  const { said } = state
  const wish = wishOf(state)
  const isNews =
    said?.scope !== wish?.scope || said?.record !== wish?.record || (wish && said?.live !== wish.live)
  if (isNews) return say(state, wish, now)
  if (said?.at === wish?.at || state.others.length === 0 || state.owed) return [state, []]
  const afterMs = state.saidAt + MOVES_EVERY - now
  return afterMs <= 0 ? say(state, wish, now) : [{ ...state, owed: true }, [{ do: 'later', afterMs }]]
}

const say = (state: CompanyState, here: Here | null, now: Instant): [CompanyState, CompanyEffect[]] => [
  { ...state, said: here, saidAt: now },
  [{ do: 'say', said: { is: 'here', here } }],
]

function wishOf({ here, live }: CompanyState): Here | null {
  if (!here) return null
  const { scope, record, at } = here
  return { scope, record, live, ...(at === null ? {} : { at }) }
}
