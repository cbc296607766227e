import type { HeldWork } from '#shared/events/held.ts'
import type { PlacedReaction } from '#shared/events/kind.ts'
import type { Instant, RecordId } from '#shared/records/ids.ts'
import { parseScope, type ScopeId } from '#shared/records/scope.ts'
import type { QueuedReaction, Storage } from '#server/storage/storage.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { DirectoryService } from './directory-service.ts'
import { Draft } from './draft.ts'
import { putHeldWorkIn } from './held-work.ts'
import { Lock } from './lock.ts'
import type { ScopeMemory } from './scope-memory.ts'

type Parts = {
  storage: Storage
  commits: CommitQueue
  directory: DirectoryService
  clock: () => Instant
  scopes: (scope: ScopeId) => ScopeMemory
  advanced: (scope: ScopeId, seq: number) => void
}
type Work = (memory: ScopeMemory, draft: Draft) => Promise<void>

/**
 * What the server does elsewhere because of an event. A reaction is queued in the commit that causes it and leaves
 * the queue in the commit that fulfils it: a crash between them repeats nothing and forgets nothing.
 */
export class Reactions {
  readonly #parts: Parts
  readonly #lock = new Lock()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Fulfils everything queued, also what an earlier run of the server left behind. */
  run(): Promise<void> {
    return this.#lock.run(async () => {
      for (;;) {
        const queued = await this.#parts.storage.reactions()
        if (queued.length === 0) return
        for (const one of queued) await this.#fulfil(one)
      }
    })
  }

  async #fulfil({ cause, reaction: json }: QueuedReaction): Promise<void> {
    const reaction = JSON.parse(json) as PlacedReaction
    const now = this.#parts.clock()
    const actor = { by: 'server' as const, cause }
    if (reaction.do === 'append')
      return this.#inScope(reaction.scope, cause, async (memory, draft) => {
        const record = await memory.record(reaction.record, reaction.kind)
        draft.event(record, reaction.event, { actor, claimedAt: now, receivedAt: now })
      })
    const office = cause.slice(0, cause.lastIndexOf('@')) as ScopeId
    const held = await this.#heldWork(office, reaction.held)
    const { storage, directory } = this.#parts
    return this.#inScope(held.source.scope, cause, (memory, draft) =>
      putHeldWorkIn({ storage, directory, memory, draft, now }, reaction.held, held),
    )
  }

  async #heldWork(office: ScopeId, record: RecordId): Promise<HeldWork> {
    const memory = this.#parts.scopes(office)
    return memory.lock.run(async () => (await memory.record(record, 'held')).state as HeldWork)
  }

  async #inScope(scope: ScopeId, cause: string, work: Work): Promise<void> {
    const { commits, directory, scopes, advanced } = this.#parts
    const memory = scopes(scope)
    await memory.lock.run(async () => {
      const draft = new Draft(scope, await memory.head(), memory.snapshots)
      try {
        await work(memory, draft)
        const unit = parseScope(scope)
        const roster = unit && unit.kind !== 'own' ? directory.roster(unit.id) : null
        await commits.commit([...draft.changes(roster), { drop: 'reaction', cause }])
        memory.advanceTo(draft.head)
      } catch (why) {
        memory.forgetEverything()
        throw why
      }
    })
    advanced(scope, await memory.head())
  }
}
