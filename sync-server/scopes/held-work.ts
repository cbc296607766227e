import type { HeldWork } from '#shared/events/held.ts'
import { decideCommand } from '#shared/events/deciding.ts'
import { rulesOf } from '#shared/events/registry.ts'
import { decodeBatch, type Batch, type Op } from '#shared/protocol/batch.ts'
import type { Instant, PersonId, RecordId } from '#shared/records/ids.ts'
import { ownScope, parseScope } from '#shared/records/scope.ts'
import { rulesetOn } from '#shared/rulesets/in-force.ts'
import type { Standing } from '#shared/rules/standing.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { DirectoryService } from './directory-service.ts'
import type { Draft } from './draft.ts'
import { othersFor } from './others.ts'
import { linkIsFree } from './publication.ts'
import type { RecordMemory } from './record-memory.ts'
import type { ScopeMemory } from './scope-memory.ts'

type Into = { storage: Storage; directory: DirectoryService; memory: ScopeMemory; draft: Draft; now: Instant }

/**
 * [B8] Puts admitted held work in as its author's, judged by what he was when he wrote it. What no longer fits (the
 * draft was closed meanwhile, the link is taken) goes back to him as kept text.
 */
export async function putHeldWorkIn(into: Into, id: RecordId, held: HeldWork): Promise<void> {
  const { storage, directory, draft } = into
  const { scope, deviceSeq, op: place } = held.source
  const archived = await storage.batch(held.device, scope, deviceSeq)
  const batch = archived && decodeBatch(archived.bytes)
  const op = batch?.ops[place]
  const then = batch && (await directory.standingThen(scope, held.person, batch.rosterVersion))
  const taken = batch && op && then ? await put(into, held, { batch, op, then }) : false
  const why = taken ? 'heldAdmitted' : 'heldDismissed'
  const about = op?.record ?? id
  const event = { type: 'wordsKept', v: 1, data: { about, text: taken ? '' : held.text, why } }
  draft.react({ do: 'append', scope: ownScope(held.person), kind: 'kept', record: id, event })
}

type Of = { batch: Batch; op: Op; then: Standing }

async function put(into: Into, held: HeldWork, { batch, op, then }: Of): Promise<boolean> {
  const record = await into.memory.record(op.record, op.kind)
  if (record.kind !== op.kind) return false
  return op.op === 'command'
    ? putCommand(into, held, record, { batch, op, then })
    : putUpdate(into, held, record, { batch, op, then })
}

async function putCommand(into: Into, held: HeldWork, record: RecordMemory, of: Of): Promise<boolean> {
  const { op, batch, then } = of
  if (op.op !== 'command') return false
  const ruleset = rulesetOn(new Date(batch.claimedAt).toISOString().slice(0, 10))
  const standingOf = (other: PersonId) => into.directory.standing(batch.scope, other)
  const unit = parseScope(batch.scope)
  const today = unit && unit.kind !== 'own' ? into.directory.roster(unit.id) : null
  const rosters = today ? [today] : []
  const others = await othersFor(into.memory, record, op)
  const asking = {
    record: op.record,
    standing: then,
    standingOf,
    ruleset,
    at: batch.claimedAt,
    rosters,
    others,
  }
  const decision = decideCommand(rulesOf(op.kind), record, op, asking)
  if (!decision.ok || !(await linkIsFree(into.storage, record, decision.events))) return false
  const actor = { by: 'person' as const, person: held.person, device: held.device }
  const forWhom = op.onBehalfOf === undefined ? {} : { onBehalfOf: op.onBehalfOf }
  const deed = { actor, ...forWhom, claimedAt: batch.claimedAt, receivedAt: into.now }
  for (const event of decision.events) into.draft.event(record, event, deed)
  return true
}

function putUpdate(into: Into, held: HeldWork, record: RecordMemory, { op, then }: Of): boolean {
  if (op.op !== 'document' || rulesOf(op.kind).writingRefusal(record.state, then) !== null) return false
  const admitted = record.document?.admit(op.update, held.device)
  if (!admitted?.ok) return false
  const { deviceSeq, op: place } = held.source
  into.draft.update(
    record,
    admitted,
    { device: held.device, person: held.person, deviceSeq, op: place },
    into.now,
  )
  return true
}
