import type { RecordedEvent, RecordKind } from '#shared/records/event.ts'
import type { PersonId, RecordId } from '#shared/records/ids.ts'
import type { Roster } from '#shared/records/roster.ts'
import { parseScope, type ScopeId } from '#shared/records/scope.ts'
import { decideCommand, type Asking } from '#shared/events/deciding.ts'
import { rulesOf } from '#shared/events/registry.ts'
import { mayRead } from '#shared/rules/reading.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import { isOfficer, standingIn, type Standing } from '#shared/rules/standing.ts'
import type { Pending, PhoneBook } from '#client/data/book/book.ts'
import type { Identity } from './identity.ts'

export type Place = { scope: ScopeId; record: RecordId; kind: RecordKind }

/** State of a record as this phone knows it: confirmed events, then own pending commands as the rules judge them now. */
export type LocalState = { state: unknown; events: readonly RecordedEvent[] }

export async function localState(
  book: PhoneBook,
  me: Identity,
  place: Place,
  known: { confirmed: readonly RecordedEvent[]; pending: readonly Pending[] },
): Promise<LocalState> {
  const { scope, record, kind } = place
  const rules = rulesOf(kind)
  const confirmedSeqs = known.confirmed.map((e) => e.seq ?? 0)
  let state = known.confirmed.reduce<unknown>((folded, event) => rules.fold(folded, event), null)
  const mine: RecordedEvent[] = []
  const asking = await askingHere(book, me, scope)
  for (const { op, at, acceptedSeq, from } of known.pending) {
    if (op.op !== 'command' || op.record !== record) continue
    if (acceptedSeq !== undefined && confirmedSeqs.includes(acceptedSeq)) continue
    const stands = { state, events: [...known.confirmed, ...mine] }
    const others = await othersHere(book, me, place, { state, command: op.command })
    const asked = { record, ...asking(at, others) }
    // Another phone's work is judged as what its author is here [J3]; whoever is no member any more is left to the server.
    const standing = from ? asked.standingOf(from.person) : asked.standing
    if (!standing) continue
    const decision = decideCommand(rules, stands, op, { ...asked, standing })
    if (!decision.ok) continue
    for (const decided of decision.events) {
      const { person, device } = from ?? me
      const actor = { by: 'person' as const, person, device }
      const forWhom = op.onBehalfOf === undefined ? {} : { onBehalfOf: op.onBehalfOf }
      const event: RecordedEvent = { record, kind, actor, ...forWhom, claimedAt: at, ...decided }
      state = rules.fold(state, event)
      mine.push(event)
    }
  }
  return { state, events: [...known.confirmed, ...mine] }
}

export async function confirmedEvents(
  book: PhoneBook,
  scope: ScopeId,
  record: RecordId,
): Promise<RecordedEvent[]> {
  return (await book.list('events', [scope, record])).map((row) => row.event)
}

/** What commands given here at some time rest on, by the last roster this phone has. */
export async function askingHere(
  book: PhoneBook,
  me: Identity,
  scope: ScopeId,
): Promise<(at: number, others: Others) => Omit<Asking, 'record'>> {
  const standing = await standingHere(book, me, scope)
  const roster = (await book.get('rosters', [standing.unit]))?.roster
  const rosters = roster ? [roster] : []
  const standingOf = (person: PersonId) => (roster ? standingIn(roster, person, false) : null)
  return (at, others) => {
    const ruleset = rulesetOn(new Date(at).toISOString().slice(0, 10))
    return { standing, standingOf, rosters, others, ruleset, at }
  }
}

type Others = ReadonlyMap<RecordId, unknown>

/** States of the records a command rests on, own pending work included. */
export async function othersHere(
  book: PhoneBook,
  me: Identity,
  { scope, kind }: Place,
  { state, command }: { state: unknown; command: unknown },
): Promise<Others> {
  const needed = rulesOf(kind).restsOn?.(state, command) ?? []
  if (needed.length === 0) return new Map()
  const pending = await book.list('pending')
  const others = new Map<RecordId, unknown>()
  for (const { record, kind: named } of needed) {
    const known = {
      confirmed: await confirmedEvents(book, scope, record),
      pending: pending.filter((p) => p.scope === scope && p.record === record),
    }
    const is = known.confirmed[0]?.kind ?? known.pending[0]?.kind
    if (is !== named) continue
    const there = await localState(book, me, { scope, record, kind: named }, known)
    if (there.state !== null) others.set(record, there.state)
  }
  return others
}

/** What this person is in the unit of a scope, by the last roster this phone has. */
export async function standingHere(book: PhoneBook, me: Identity, scope: ScopeId): Promise<Standing> {
  const unit = parseScope(scope)
  const stored = unit && unit.kind !== 'own' ? await book.get('rosters', [unit.id]) : undefined
  return stored
    ? standingIn(stored.roster, me.person, await isOfficerAbove(book, stored.roster, me))
    : { person: me.person, unit: unit?.id ?? '', status: null, duties: [], officerAbove: false }
}

/** Whether what is in a scope comes to this phone, as far as its rosters tell. */
export async function readsHere(book: PhoneBook, me: Identity, scope: ScopeId): Promise<boolean> {
  const kind = parseScope(scope)?.kind
  if (kind === undefined || kind === 'own') return true
  return mayRead(kind, await standingHere(book, me, scope))
}

async function isOfficerAbove(book: PhoneBook, roster: Roster, me: Identity): Promise<boolean> {
  const above = roster.superior && (await book.get('rosters', [roster.superior.id]))
  return above?.roster.people.some((p) => p.id === me.person && isOfficer(p)) ?? false
}
