import type { Batch, CommandOp, DocumentOp, Op } from '#shared/protocol/batch.ts'
import { wordsOfUpdate } from '#shared/document/words.ts'
import { heldId } from '#shared/protocol/held-id.ts'
import { isRecordKind } from '#shared/records/event.ts'
import type { Instant } from '#shared/records/ids.ts'
import type { Hold, Refusal, Verdict } from '#shared/records/refusal.ts'
import { officeScope, ownScope, parseScope } from '#shared/records/scope.ts'
import type { LostWords } from '#server/admission/words.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { Draft } from './draft.ts'
import { judgeCommand, judgeWriting, type Asker } from './judge.ts'
import { linkIsFree } from './publication.ts'
import { othersFor } from './others.ts'
import { rowOf, type RecordMemory } from './record-memory.ts'
import type { ScopeMemory } from './scope-memory.ts'

export type Judging = {
  storage: Storage
  memory: ScopeMemory
  draft: Draft
  asker: Asker
  receivedAt: Instant
}
/** By mark: the first op of the group that was not taken, and its reason. Held work is not held in part. */
export type Failed = Map<number, { op: number; code: Refusal }>
type Place = { batch: Batch; batchHash: Uint8Array; i: number }

/**
 * Judges the ops of a batch one after the other into a draft. `failed` holds the `together` marks that are known to
 * fail, and which op is why: it is told its own reason, the others that they fell with it, from the first on.
 * @returns the verdicts, and whether a group failed that was not known to: then all must be judged again afresh
 */
export async function judgeBatch(by: Judging, batch: Batch, batchHash: Uint8Array, failed: Failed) {
  const verdicts: Verdict[] = []
  let again = false
  for (const [i, op] of batch.ops.entries()) {
    const mark = op.together
    const why = mark === undefined ? undefined : failed.get(mark)
    if (why) {
      verdicts.push({ verdict: 'refused', code: why.op === i ? why.code : 'togetherFailed' })
      continue
    }
    const record = isRecordKind(op.kind) ? await by.memory.record(op.record, op.kind) : null
    const verdict = record ? await take(by, op, record, { batch, batchHash, i }) : UNKNOWN_KIND
    if (verdict.verdict !== 'accepted') {
      noteRefusal(by, op, verdict, batch)
      if (record && verdict.verdict === 'held')
        hold(by, op, record, { batch, batchHash, i, code: verdict.code })
      if (mark !== undefined && batch.ops.some((o, j) => j !== i && o.together === mark)) {
        failed.set(mark, { op: i, code: verdict.verdict === 'refused' ? verdict.code : 'togetherFailed' })
        again = true
      }
    }
    verdicts.push(verdict)
  }
  return { verdicts, again }
}

/** [S17] A newer app's; the work beside it is judged as ever. */
const UNKNOWN_KIND = { verdict: 'refused', code: 'unknownCommand' } as const satisfies Verdict

const take = (by: Judging, op: Op, record: RecordMemory, place: Place): Promise<Verdict> =>
  op.op === 'command' ? takeCommand(by, op, record, place) : takeUpdate(by, op, record, place)

async function takeCommand(by: Judging, op: CommandOp, record: RecordMemory, place: Place): Promise<Verdict> {
  const { asker, draft, receivedAt } = by
  const { claimedAt } = place.batch
  const others = await othersFor(by.memory, record, op)
  const judged = judgeCommand(op, record, asker, { at: claimedAt, others })
  if (judged.verdict !== 'yes') return judged
  if (!(await linkIsFree(by.storage, record, judged.yield))) return { verdict: 'refused', code: 'slugTaken' }
  const actor = { by: 'person' as const, person: asker.person, device: place.batch.device }
  const onBehalfOf = op.onBehalfOf === undefined ? {} : { onBehalfOf: op.onBehalfOf }
  for (const event of judged.yield)
    draft.event(record, event, { actor, claimedAt, receivedAt, ...onBehalfOf })
  return { verdict: 'accepted', seq: draft.head }
}

async function takeUpdate(by: Judging, op: DocumentOp, record: RecordMemory, place: Place): Promise<Verdict> {
  const { asker, draft, memory, receivedAt, storage } = by
  const { device, deviceSeq } = place.batch
  const refusals = await storage.refusals(memory.scope, op.record, device)
  const judged = judgeWriting(op, record, asker, draft.refusalsOf(op.record) ?? refusals)
  if (judged.verdict !== 'yes') return judged
  const admitted = record.document?.admit(op.update, device)
  if (!admitted) return { verdict: 'refused', code: 'malformed' }
  if (!admitted.ok)
    return { verdict: 'refused', code: admitted.unsound === 'clientTaken' ? 'newClientId' : 'updateUnsound' }
  draft.update(record, admitted, { device, person: asker.person, deviceSeq, op: place.i }, receivedAt)
  for (const lost of admitted.lost) oweLostWords(draft, record, lost)
  return { verdict: 'accepted', seq: draft.head }
}

/** [B9] The device must have seen every refusal of a document before its later work on it is judged. */
function noteRefusal(by: Judging, op: Op, verdict: Verdict, batch: Batch): void {
  if (op.op !== 'document') return
  if (verdict.verdict === 'refused' && (verdict.code === 'rebaseFirst' || verdict.code === 'notFound')) return
  by.draft.refused(op.record, batch.device, op.refusalsSeen + 1)
}

/** [B8] Held work waits in the office scope for secretary or deputy. */
function hold(by: Judging, op: Op, record: RecordMemory, place: Place & { code: Hold }): void {
  const unit = parseScope(place.batch.scope)
  if (!unit || unit.kind === 'own') return
  const row = rowOf(record)
  const about = row && 'title' in row ? row.title : ''
  const text = op.op === 'document' ? wordsOfUpdate(op.update) : commandName(op)
  const source = { scope: place.batch.scope, deviceSeq: place.batch.deviceSeq, op: place.i }
  const { device } = place.batch
  const data = { person: by.asker.person, device, code: place.code, record: op.record, about, text, source }
  const event = { type: 'workHeld', v: 1, data }
  const id = heldId(place.batchHash, place.i)
  by.draft.react({ do: 'append', scope: officeScope(unit.id), kind: 'held', record: id, event })
}

/** [K2] Words a merge swallowed go back to whoever wrote them. */
function oweLostWords(draft: Draft, record: RecordMemory, { client, text }: LostWords): void {
  const author = record.authors.get(client)
  if (author === undefined || text.trim() === '') return
  const event = { type: 'wordsKept', v: 1, data: { about: record.record, text, why: 'mergedAway' } }
  const id = `lost-${draft.head}-${client.toString(36)}`
  draft.react({ do: 'append', scope: ownScope(author), kind: 'kept', record: id, event })
}

const LONGEST_NAME = 40

function commandName({ command }: CommandOp): string {
  const name = typeof command === 'object' && command !== null && 'do' in command ? command.do : ''
  return typeof name === 'string' ? name.slice(0, LONGEST_NAME) : ''
}
