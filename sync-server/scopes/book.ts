import { digest } from 'lib0/hash/sha256'
import type { DirectoryCommand, Founding } from '#shared/events/directory.ts'
import type { DirectoryDecision } from '#shared/events/directory-decision.ts'
import type { Directory } from '#shared/events/directory-state.ts'
import { decodeBatch, type Batch, type SignedBatch } from '#shared/protocol/batch.ts'
import { encodeCertificate, type SignedBytes } from '#shared/protocol/certificate.ts'
import type { Frame, NotTakenFrame } from '#shared/protocol/frames.ts'
import type { SyncRequest } from '#shared/protocol/request.ts'
import type { DeviceId, Instant, PersonId } from '#shared/records/ids.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { Change, Storage } from '#server/storage/storage.ts'
import { CommitQueue } from './commit-queue.ts'
import { DirectoryService, type Signer } from './directory-service.ts'
import { framesFor, repairFrame } from './frames-for.ts'
import { Quarantine } from './quarantine.ts'
import { Reactions } from './reactions.ts'
import { ScopeMemory } from './scope-memory.ts'
import { ScopeWriter, type Sender } from './scope-writer.ts'
import type { SnapshotRule } from './snapshot.ts'

export interface ServerBook {
  readonly lineage: string
  directory(): Directory
  found(founding: Founding): Promise<DirectoryDecision>
  direct(command: DirectoryCommand, actor: PersonId): Promise<DirectoryDecision>
  /**
   * Takes a request's batches, then answers what the phone has not got. The first frame comes only after every batch
   * is committed. @throws StorageFull
   */
  sync(request: SyncRequest, sender: Sender): AsyncGenerator<Frame>
  scopesOf(person: PersonId): ScopeId[]
  /** [J2] Whose device this key belongs to, signed; null when the device is not there or was shut out. */
  certificateOf(device: DeviceId): Promise<SignedBytes | null>
  /** Called after a scope advanced on disk. @returns its stop */
  onAdvance(listener: (scope: ScopeId, seq: number) => void): () => void
  /** Written along with the next commit; lost when the server dies before. */
  inPassing(change: Change): void
  /** Resolves when everything taken is on disk and every reaction is fulfilled. */
  settled(): Promise<void>
}

/** Whether a signature over bytes is by this public key (raw P-256 point, base64url). */
export type Verifier = (publicKey: string, signature: Uint8Array, bytes: Uint8Array) => Promise<boolean>

export type BookParts = {
  storage: Storage
  sign: Signer
  verify: Verifier
  clock: () => Instant
  lineage: string
  /** Lineages of this book before restores: batches begun under them are still taken. */
  earlierLineages?: readonly string[]
  app: string
  /** How long commits gather before they are written together. */
  commitWindowMs?: number
  /** When a text gets a snapshot; by default as measured. */
  snapshots?: SnapshotRule
  /** How much a revoked phone may still hand in. */
  quarantineLimit?: { ops: number; bytes: number }
}

const MOST_SCOPES = 200

export async function openServerBook(parts: BookParts): Promise<ServerBook> {
  const { storage, sign, clock, lineage, app } = parts
  const commits = new CommitQueue(storage, parts.commitWindowMs)
  const directory = new DirectoryService({ storage, commits, sign, clock, lineage })
  await directory.load()
  const writer = new ScopeWriter({
    ...{ storage, commits, directory, sign, clock, lineage },
    quarantine: new Quarantine(storage, parts.quarantineLimit),
  })
  const listeners = new Set<(scope: ScopeId, seq: number) => void>()
  const memories = new Map<ScopeId, ScopeMemory>()

  const advanced = (scope: ScopeId, seq: number) => {
    for (const listener of listeners) listener(scope, seq)
  }
  const scopes = (scope: ScopeId): ScopeMemory => {
    const memory = memories.get(scope) ?? new ScopeMemory(scope, storage, parts.snapshots)
    memories.delete(scope)
    memories.set(scope, memory)
    for (const [name, { lock }] of memories) {
      if (memories.size <= MOST_SCOPES) break
      if (lock.idle && name !== scope) memories.delete(name) // a scope in use has one writer, this one
    }
    return memory
  }
  const reactions = new Reactions({ storage, commits, directory, clock, scopes, advanced })
  await reactions.run()

  const take = async (signed: SignedBatch, sender: Sender): Promise<Frame> => {
    const batch = decodeBatch(signed.bytes)
    const refusal = batch ? await batchRefusal(signed, batch, sender) : 'malformed'
    if (!batch || refusal) return notTaken(signed, refusal ?? 'malformed')
    const memory = scopes(batch.scope)
    const before = await memory.head()
    const frame = await writer.take(memory, signed, batch, authorOf(batch, sender))
    const head = await memory.head()
    if (head > before) advanced(batch.scope, head)
    return frame
  }

  /** [J5] Another phone's batch is brought by whoever reads its scope himself; his own by everybody. */
  const mayBring = (batch: Batch, sender: Sender): boolean =>
    batch.device === sender.device ||
    (!sender.revoked && directory.scopesOf(sender.person).includes(batch.scope))

  /** [J4] Whoever brings it, it is judged as its author's. */
  const authorOf = ({ device }: Batch, sender: Sender): Sender => {
    const known = device === sender.device ? undefined : directory.state.devices.get(device)
    return known ? { device, person: known.person, revoked: known.revokedAt !== undefined } : sender
  }

  const batchRefusal = async (signed: SignedBatch, batch: Batch, sender: Sender): Promise<Refusal | null> => {
    const device = directory.state.devices.get(batch.device)
    if (!device || !mayBring(batch, sender)) return 'notAllowed'
    if (batch.lineage !== lineage && !parts.earlierLineages?.includes(batch.lineage)) return 'otherLineage'
    return (await parts.verify(device.signKey, signed.signature, signed.bytes)) ? null : 'badSignature'
  }

  async function* sync(request: SyncRequest, sender: Sender): AsyncGenerator<Frame> {
    const answers: Frame[] = []
    for (const signed of request.batches) answers.push(await take(signed, sender))
    commits.later({ put: 'contact', contact: contactOf(request, sender, clock()) }) // no reason to fail or to wait
    await reactions.run()
    yield { frame: 'hello', serverTime: clock(), lineage, app }
    yield* answers
    if (sender.revoked) {
      yield { frame: 'wipe' }
      return
    }
    yield* rostersAndScopes(request, sender)
    yield { frame: 'end', more: false, safeUpTo: Number((await storage.meta('safeUpTo')) ?? 0) }
  }

  async function* rostersAndScopes(request: SyncRequest, sender: Sender): AsyncGenerator<Frame> {
    // Versions of another lineage say nothing about this one's.
    const known = request.lineage === lineage ? request.rosters : new Map<string, number>()
    for (const { unit, bytes, signature } of await directory.newerRosters(sender.person, known))
      yield { frame: 'roster', unit, bytes, signature }
    const readable = directory.scopesOf(sender.person)
    for (const scope of request.cursors.keys()) if (!readable.includes(scope)) yield { frame: 'gone', scope }
    for (const scope of readable) {
      const reader = { storage, memory: scopes(scope), device: sender.device }
      const frames = await reader.memory.lock.run(() =>
        gathered(framesFor(reader, request.cursors.get(scope))),
      )
      yield* frames
      const cursor = frames.findLast((f) => 'cursor' in f)?.cursor ?? request.cursors.get(scope)
      for (const repair of request.repair) {
        if (repair.scope !== scope || !cursor) continue
        const frame = await reader.memory.lock.run(() => repairFrame(reader, repair.record, cursor))
        if (frame) yield frame
      }
    }
  }

  return {
    lineage,
    directory: () => directory.state,
    found: (founding) => directory.found(founding),
    direct: (command, actor) => directory.direct(command, actor),
    sync,
    scopesOf: (person) => directory.scopesOf(person),
    async certificateOf(device) {
      const known = directory.state.devices.get(device)
      if (!known || known.revokedAt !== undefined) return null
      const { person, signKey } = known
      const bytes = encodeCertificate({ lineage, device, person, signKey, issuedAt: clock() })
      return { bytes, signature: await sign(bytes) }
    },
    onAdvance(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    inPassing: (change) => commits.later(change),
    async settled() {
      await reactions.run()
      await commits.settled()
    },
  }
}

async function gathered(frames: AsyncGenerator<Frame>): Promise<Frame[]> {
  const list: Frame[] = []
  for await (const frame of frames) list.push(frame)
  return list
}

function notTaken({ bytes }: SignedBatch, code: Refusal): NotTakenFrame {
  return { frame: 'notTaken', batchHash: digest(bytes), code }
}

function contactOf(request: SyncRequest, sender: Sender, at: Instant) {
  const { items, since } = request.waiting
  return { device: sender.device, at, waiting: items, waitingSince: since, app: request.app }
}
