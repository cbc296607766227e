import { digest } from 'lib0/hash/sha256'
import { NO_HASH, type Batch, type SignedBatch } from '#shared/protocol/batch.ts'
import { encodeReceipt, type NotTakenFrame, type ReceiptFrame } from '#shared/protocol/frames.ts'
import type { DeviceId, Instant, PersonId } from '#shared/records/ids.ts'
import type { Refusal, Verdict } from '#shared/records/refusal.ts'
import { ownScope, parseScope } from '#shared/records/scope.ts'
import { may } from '#shared/rules/permissions.ts'
import type { Change, Storage } from '#server/storage/storage.ts'
import { judgeBatch, type Failed } from './batch-judge.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { DirectoryService, Signer } from './directory-service.ts'
import { Draft } from './draft.ts'
import type { Asker } from './judge.ts'
import type { Quarantine } from './quarantine.ts'
import type { ScopeMemory } from './scope-memory.ts'

export type Sender = { device: DeviceId; person: PersonId; revoked: boolean }
export type WriterParts = {
  storage: Storage
  commits: CommitQueue
  directory: DirectoryService
  sign: Signer
  clock: () => Instant
  lineage: string
  quarantine: Quarantine
}

/** Takes batches into a scope: judge, commit, and only then answer. */
export class ScopeWriter {
  readonly #parts: WriterParts

  constructor(parts: WriterParts) {
    this.#parts = parts
  }

  /** @throws StorageFull: nothing was taken, the phone keeps everything */
  take(
    memory: ScopeMemory,
    signed: SignedBatch,
    batch: Batch,
    sender: Sender,
  ): Promise<ReceiptFrame | NotTakenFrame> {
    const { storage, quarantine } = this.#parts
    const { device, scope, deviceSeq } = batch
    const hash = digest(signed.bytes)
    return memory.lock.run(async () => {
      const earlier = await storage.batch(device, scope, deviceSeq)
      // CASE 1: the same batch again because its answer was lost → the old answer [B4]
      if (earlier && sameBytes(earlier.hash, hash))
        return { frame: 'receipt', bytes: earlier.receipt, signature: earlier.receiptSignature }
      // CASE 2: another batch under the same number → a clone of the phone, never a repeat [B5]
      if (earlier) return notTaken(hash, batch, 'forked')
      const last = await storage.lastBatch(device, scope)
      const expected = (last?.deviceSeq ?? 0) + 1
      // CASE 3: out of turn → the phone sends the missing ones first [B6]
      if (deviceSeq !== expected) return { ...notTaken(hash, batch, 'gapInBatches'), expected }
      if (!sameBytes(batch.prevHash, last?.hash ?? NO_HASH)) return notTaken(hash, batch, 'forked')
      // CASE 4: a new one
      if (!sender.revoked) return this.#judgeAndCommit(memory, signed, batch, { hash, sender })
      // CASE 5: one of a revoked phone → as long as there is room for what it hands in [B16]
      const size = { ops: batch.ops.length, bytes: signed.bytes.length }
      const taken = await quarantine.admit(device, size, (counted) =>
        this.#judgeAndCommit(memory, signed, batch, { hash, sender, counted }),
      )
      return taken ?? notTaken(hash, batch, 'quarantineFull')
    })
  }

  async #judgeAndCommit(
    memory: ScopeMemory,
    signed: SignedBatch,
    batch: Batch,
    { hash, sender, counted }: { hash: Uint8Array; sender: Sender; counted?: Change },
  ): Promise<ReceiptFrame> {
    const { commits, directory, clock } = this.#parts
    const receivedAt = clock()
    try {
      const asker = await this.#asker(batch, sender)
      const { draft, verdicts } = await this.#judge(memory, batch, { hash, asker, receivedAt })
      const answer = await this.#receipt(batch, hash, verdicts, receivedAt)
      const { device, scope, deviceSeq } = batch
      const answered = { receipt: answer.bytes, receiptSignature: answer.signature, receivedAt }
      draft.add({ put: 'batch', batch: { device, scope, deviceSeq, hash, ...signed, ...answered } })
      if (counted) draft.add(counted)
      const unit = parseScope(scope)
      await commits.commit(draft.changes(unit && unit.kind !== 'own' ? directory.roster(unit.id) : null))
      memory.advanceTo(draft.head)
      return answer
    } catch (why) {
      memory.forgetEverything() // what is in memory ran ahead of what is on disk
      throw why
    }
  }

  /** Judges until no group of ops fails that was not known to fail; each round starts from what is on disk. */
  async #judge(
    memory: ScopeMemory,
    batch: Batch,
    of: { hash: Uint8Array; asker: Asker; receivedAt: Instant },
  ) {
    const { storage } = this.#parts
    const { asker, receivedAt, hash } = of
    const failed: Failed = new Map()
    for (;;) {
      const draft = new Draft(memory.scope, await memory.head(), memory.snapshots)
      const by = { storage, memory, draft, asker, receivedAt }
      const { verdicts, again } = await judgeBatch(by, batch, hash, failed)
      if (!again) return { draft, verdicts }
      memory.forgetEverything()
    }
  }

  async #receipt(batch: Batch, batchHash: Uint8Array, verdicts: readonly Verdict[], receivedAt: Instant) {
    const { lineage, sign } = this.#parts
    const { scope, device, deviceSeq } = batch
    const bytes = encodeReceipt({ lineage, scope, device, deviceSeq, batchHash, verdicts, receivedAt })
    return { frame: 'receipt' as const, bytes, signature: await sign(bytes) }
  }

  async #asker(batch: Batch, sender: Sender): Promise<Asker> {
    const { directory } = this.#parts
    const { person, revoked } = sender
    const readable = directory.scopesOf(person).includes(batch.scope)
    const standing = directory.standing(batch.scope, person)
    const unit = parseScope(batch.scope)
    const today = unit && unit.kind !== 'own' ? directory.roster(unit.id) : null
    const rosters = [await directory.rosterThen(batch.scope, batch.rosterVersion), today]
    return {
      person,
      revoked,
      owns: batch.scope === ownScope(person),
      now: readable ? standing : null,
      outside: !readable && standing && may('readCell', standing) ? standing : null,
      standingOf: (other) => directory.standing(batch.scope, other),
      rosters: rosters.filter((roster) => roster !== null),
      then: await directory.standingThen(batch.scope, person, batch.rosterVersion),
    }
  }
}

function notTaken(batchHash: Uint8Array, batch: Batch, code: Refusal): NotTakenFrame {
  return { frame: 'notTaken', batchHash, code, scope: batch.scope }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
