import type { RecordKind } from '#shared/records/event.ts'
import type { RecordId } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import type { Storage } from '#server/storage/storage.ts'
import { Lock } from './lock.ts'
import { loadRecord, type RecordMemory } from './record-memory.ts'
import { SNAPSHOT_RULE, type SnapshotRule } from './snapshot.ts'

const MOST_RECORDS = 64

/** One scope's head and the records being worked on. Everything in it can be loaded again. */
export class ScopeMemory {
  readonly scope: ScopeId
  /** One writer at a time; held from judging until the commit is on disk. */
  readonly lock = new Lock()
  readonly snapshots: SnapshotRule
  readonly #storage: Storage
  readonly #records = new Map<RecordId, RecordMemory>()
  #head: number | null = null

  constructor(scope: ScopeId, storage: Storage, snapshots = SNAPSHOT_RULE) {
    this.scope = scope
    this.#storage = storage
    this.snapshots = snapshots
  }

  async head(): Promise<number> {
    return (this.#head ??= await this.#storage.head(this.scope))
  }

  advanceTo(seq: number): void {
    this.#head = seq
  }

  /** @param kind what it is if it does not exist yet; one that does keeps its own [B12] */
  async record(record: RecordId, kind: RecordKind): Promise<RecordMemory> {
    const known = this.#records.get(record)
    const guessed = known && known.createdSeq === 0 && known.kind !== kind // an op that was refused named another kind
    const memory = known && !guessed ? known : await loadRecord(this.#storage, this.scope, record, kind)
    this.#records.delete(record)
    this.#records.set(record, memory)
    this.#forgetOldest()
    return memory
  }

  /** After a failed commit or a spoiled document: what is in memory is no longer what is on disk. */
  forget(record: RecordId): void {
    this.#records.get(record)?.document?.doc.destroy()
    this.#records.delete(record)
  }

  forgetEverything(): void {
    for (const record of [...this.#records.keys()]) this.forget(record)
    this.#head = null
  }

  #forgetOldest(): void {
    for (const record of this.#records.keys()) {
      if (this.#records.size <= MOST_RECORDS) return
      this.forget(record)
    }
  }
}
