import { wordsOfUpdate } from '#shared/document/words.ts'
import { decodeReceipt, type Receipt, type ReceiptFrame } from '#shared/protocol/frames.ts'
import { heldId } from '#shared/protocol/held-id.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { Verdict } from '#shared/records/refusal.ts'
import { rulesOf } from '#shared/events/registry.ts'
import type { BookChange, Pending, StoredKept } from '#client/data/book/book.ts'
import { tailChange, tailOf } from './compose.ts'
import { carriedReceipt } from './carried.ts'
import type { ReplicaParts } from './identity.ts'
import { readsHere } from './state.ts'

/** What a receipt brings about: book changes, and documents whose own work was not taken. */
export type ReceiptOutcome = {
  changes: BookChange[]
  /** Pending work that is no longer pending. */
  dropped: readonly Pending[]
  /** Documents to be rebuilt from what is confirmed, with the kept text their words go to; null: the words are written again. */
  rebuild: ReadonlyMap<RecordId, StoredKept | null>
  /** The same documents and why their work was not taken, also where it is written again: for other tabs. */
  reasons: ReadonlyMap<RecordId, StoredKept>
  scope: Receipt['scope']
}

/** Verdicts of the server, once its signature is proven. Null: not the server's word, as if it had not come. */
export async function receiveReceipt(
  parts: ReplicaParts,
  frame: ReceiptFrame,
): Promise<ReceiptOutcome | null> {
  const { book } = parts
  const receipt = decodeReceipt(frame.bytes)
  if (!receipt) return null
  if (!(await parts.isFromServer(frame.signature, frame.bytes))) return null
  if (receipt.device !== parts.identity.device) return carriedReceipt(parts, receipt)
  const { scope, deviceSeq } = receipt
  const batch = await book.get('batches', [scope, deviceSeq])
  if (!batch || batch.answeredAt !== null) return null
  const tail = await tailOf(book, scope)
  const answered = { answeredAt: receipt.receivedAt, receipt: frame.bytes, receiptSignature: frame.signature }
  const changes: BookChange[] = [
    { put: 'batches', value: { ...batch, ...answered } },
    tailChange(scope, { ...tail, unanswered: tail.unanswered.filter((n) => n !== deviceSeq) }),
  ]
  const here = (await book.list('pending')).filter((p) => p.scope === scope && p.from === undefined)
  const sent = here.filter((p) => p.frozen?.deviceSeq === deviceSeq)
  const reads = await readsHere(book, parts.identity, scope)
  const passed = (await book.get('cursors', [scope]))?.cursor.seq ?? 0
  const dropped: Pending[] = []
  const rebuild = new Map<RecordId, StoredKept | null>()
  const reasons = new Map<RecordId, StoredKept>()
  for (const p of sent) {
    const place = p.frozen?.op ?? 0
    const verdict = receipt.verdicts[place]
    if (!verdict) continue
    if (verdict.verdict === 'accepted' && !reads && isFromMembers(p)) {
      dropped.push(p) // nothing of it will ever come here [Z10]
    } else if (verdict.verdict === 'accepted') {
      // What changed nothing there brings nothing here that it could wait for.
      const isHere = verdict.seq <= passed
      changes.push(
        isHere
          ? { drop: 'pending', key: [p.n] }
          : { put: 'pending', value: { ...p, acceptedSeq: verdict.seq } },
      )
    } else if (p.op.op === 'command') {
      dropped.push(p)
      const kept = keptCommand(p, verdict, heldId(receipt.batchHash, place), receipt)
      // Its words in the text are kept as well, with the same reason; a decision has none of its own.
      if (kept.text !== '' || p.op.together === undefined) changes.push({ put: 'kept', value: kept })
    } else if (!rebuild.has(p.record)) {
      const why = reasonOf(p, verdict, sent, receipt)
      const kept = keptWords(p, why, heldId(receipt.batchHash, place), receipt)
      rebuild.set(p.record, isWrittenAgain(verdict) ? null : kept)
      reasons.set(p.record, kept)
      changes.push({
        put: 'refusals',
        value: { scope, record: p.record, count: p.op.refusalsSeen + refusalsBy(verdict) },
      })
    }
  }
  for (const p of here)
    if (p.op.op === 'document' && rebuild.has(p.record) && !isTaken(p, receipt)) dropped.push(p)
  for (const p of dropped) changes.push({ drop: 'pending', key: [p.n] })
  return { changes, dropped, rebuild, reasons, scope }
}

/** Words that fell with a command fell for the command's reason. */
function reasonOf({ op }: Pending, verdict: Untaken, sent: readonly Pending[], receipt: Receipt): Untaken {
  if (verdict.verdict === 'held' || verdict.code !== 'togetherFailed') return verdict
  const command = sent.find((p) => p.op.op === 'command' && p.op.together === op.together)
  const its = command?.frozen && receipt.verdicts[command.frozen.op]
  return its && its.verdict !== 'accepted' ? its : verdict
}

type Untaken = Exclude<Verdict, { verdict: 'accepted' }>

/** A client id that another device holds is no fault of the words: they are written again under a new one. */
const isWrittenAgain = (verdict: Verdict): boolean =>
  verdict.verdict === 'refused' && verdict.code === 'newClientId'

/** `rebaseFirst` is itself no refusal: it says that one was not seen. */
const refusalsBy = (verdict: Verdict): number =>
  verdict.verdict === 'refused' && (verdict.code === 'rebaseFirst' || verdict.code === 'notFound') ? 0 : 1

function isTaken(p: Pending, receipt: Receipt): boolean {
  if (p.acceptedSeq !== undefined) return true
  if (p.frozen?.deviceSeq !== receipt.deviceSeq) return false
  return receipt.verdicts[p.frozen.op]?.verdict === 'accepted'
}

function keptCommand(p: Pending, verdict: Untaken, id: string, receipt: Receipt): StoredKept {
  return { id, about: p.record, text: textOfCommand(p), why: whyOf(verdict), at: receipt.receivedAt }
}

function keptWords(p: Pending, verdict: Untaken, id: string, receipt: Receipt): StoredKept {
  const text = p.op.op === 'document' ? wordsOfUpdate(p.op.update) : ''
  return { id, about: p.record, text, why: whyOf(verdict), at: receipt.receivedAt }
}

function whyOf(verdict: Untaken): StoredKept['why'] {
  return verdict.verdict === 'held'
    ? { from: 'held', code: verdict.code }
    : { from: 'refused', code: verdict.code }
}

/** The words a person typed into a command: every text in it that is not a name of ours. */
export function textOfCommand({ op }: Pending): string {
  if (op.op !== 'command') return ''
  const texts: string[] = []
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'string' && TYPED.has(key)) texts.push(value)
    else if (value !== null && typeof value === 'object' && key !== 'content')
      for (const [k, field] of Object.entries(value)) collect(field, k)
  }
  collect(op.command, '')
  return texts.join('\n')
}

const TYPED = new Set([
  'title',
  'body',
  'where',
  'when',
  'alt',
  'text',
  'wording',
  'why',
  'name',
  'topic',
  'place',
  'reason',
  'guide',
  'line',
  'result',
])

/** [Z10] A command that members may give where they do not read. Whatever else was taken waits until it is here. */
function isFromMembers({ kind, op }: Pending): boolean {
  if (op.op !== 'command') return false
  const { command } = op
  const name = typeof command === 'object' && command !== null && 'do' in command ? String(command.do) : ''
  return rulesOf(kind).fromMembers?.includes(name) ?? false
}
