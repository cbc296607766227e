import type { CommandOp, DocumentOp } from '#shared/protocol/batch.ts'
import type { Instant, PersonId, RecordId } from '#shared/records/ids.ts'
import type { Hold, Refusal } from '#shared/records/refusal.ts'
import type { Roster } from '#shared/records/roster.ts'
import { parseScope } from '#shared/records/scope.ts'
import { rulesOf } from '#shared/events/registry.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import type { Standing } from '#shared/rules/standing.ts'
import { decideCommand } from '#shared/events/deciding.ts'
import { no, type NewEvent } from '#shared/events/kind.ts'
import type { RecordMemory } from './record-memory.ts'

/** As whom an op is judged: what a reader of the scope is today, and was by the roster his phone had; null: no reader. */
export type Asker = {
  person: PersonId
  now: Standing | null
  then: Standing | null
  /** What a member of the unit is today that does not read this scope of it [Z10]. */
  outside: Standing | null
  /** What somebody else of the unit is today. */
  standingOf: (person: PersonId) => Standing | null
  /** The unit's roster as his phone had it, and today's. */
  rosters: readonly Roster[]
  owns: boolean
  revoked: boolean
}

export type Judged<T> =
  { verdict: 'yes'; yield: T } | { verdict: 'refused'; code: Refusal } | { verdict: 'held'; code: Hold }

/**
 * [B7] Three verdicts. What today's roster forbids but the roster on the phone allowed is held for a person to
 * decide; what neither allows is refused; all work of a revoked phone is held.
 */
export function judgeCommand(
  op: CommandOp,
  memory: RecordMemory,
  asker: Asker,
  { at, others }: { at: Instant; others: ReadonlyMap<RecordId, unknown> },
): Judged<readonly NewEvent[]> {
  const rules = rulesOf(op.kind)
  const ruleset = rulesetOn(new Date(at).toISOString().slice(0, 10))
  const { standingOf, rosters } = asker
  const decide = (standing: Standing) =>
    decideCommand(rules, memory, op, {
      record: op.record,
      standing,
      standingOf,
      ruleset,
      at,
      rosters,
      others,
    })
  const { now, then } = standingsOf(asker, isFromMembers(op))
  if (!now && !then) return refused('notFound')
  if (memory.kind !== op.kind || !isAtHome(memory)) return refused('malformed')
  if (asker.revoked) return held('deviceRevoked')
  const decision = now ? decide(now) : no('notAllowed')
  if (decision.ok) return { verdict: 'yes', yield: decision.events }
  if (isAboutPermission(decision.refusal) && then && decide(then).ok) return held('rosterChanged')
  return refused(decision.refusal)
}

/** Whether somebody may write this document now; what is in the update is admission's question. */
export function judgeWriting(
  op: DocumentOp,
  memory: RecordMemory,
  asker: Asker,
  refusals: number,
): Judged<null> {
  const rules = rulesOf(op.kind)
  const { now, then } = standingsOf(asker)
  if (!now && !then) return refused('notFound')
  if (memory.kind !== op.kind || !isAtHome(memory) || !memory.document) return refused('malformed')
  if (op.refusalsSeen < refusals) return refused('rebaseFirst')
  if (asker.revoked) return held('deviceRevoked')
  const refusal = now ? rules.writingRefusal(memory.state, now) : 'notAllowed'
  if (refusal === null) return { verdict: 'yes', yield: null }
  const allowedThen = then !== null && rules.writingRefusal(memory.state, then) === null
  return isAboutPermission(refusal) && allowedThen ? held('rosterChanged') : refused(refusal)
}

/** [B14] A record of this kind may lie in this scope. */
const isAtHome = ({ kind, scope }: RecordMemory): boolean => parseScope(scope)?.kind === rulesOf(kind).livesIn

/** In one's own scope one is always oneself; elsewhere only what one is today makes work accepted, never what one was. */
function standingsOf(
  { owns, person, now, then, outside }: Asker,
  fromMembers = false,
): Pick<Asker, 'now' | 'then'> {
  if (!owns) return { now: now ?? (fromMembers ? outside : null), then }
  return { now: { person, unit: '', status: null, duties: [], officerAbove: false }, then: null }
}

/** [Z10] */
function isFromMembers({ kind, command }: CommandOp): boolean {
  const name = typeof command === 'object' && command !== null && 'do' in command ? command.do : null
  return typeof name === 'string' && (rulesOf(kind).fromMembers?.includes(name) ?? false)
}

const isAboutPermission = (refusal: Refusal): boolean => refusal === 'notAllowed' || refusal === 'suspended'
const refused = (code: Refusal): Judged<never> => ({ verdict: 'refused', code })
const held = (code: Hold): Judged<never> => ({ verdict: 'held', code })
