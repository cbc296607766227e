import type { DeviceId } from '#shared/records/ids.ts'
import type { Change, Quarantine as Taken, Storage } from '#server/storage/storage.ts'
import { Lock } from './lock.ts'

/**
 * Half a year of an honest phone offline is a tenth of it; each byte is stored three or four times until somebody decided.
 */
export const QUARANTINE_LIMIT: Taken = { ops: 2_000, bytes: 4 * 1024 * 1024 }

/**
 * [B16] What revoked phones hand in waits for a decision, so whoever has one in his hands must not be able to fill the
 * disk with it: there is an end for each, counted over all scopes and for ever, because a revoked device never comes back.
 */
export class Quarantine {
  readonly #storage: Storage
  readonly #limit: Taken
  /** One batch of all revoked phones at a time, so that none gets past the end by sending many at once. */
  readonly #lock = new Lock()

  constructor(storage: Storage, limit = QUARANTINE_LIMIT) {
    this.#storage = storage
    this.#limit = limit
  }

  /**
   * @param take commits the batch together with the change that counts it
   * @returns what `take` answers, or null when there is no room for so much
   */
  admit<T>(device: DeviceId, size: Taken, take: (counted: Change) => Promise<T>): Promise<T | null> {
    return this.#lock.run(async () => {
      const taken = await this.#storage.quarantine(device)
      const quarantine = { ops: taken.ops + size.ops, bytes: taken.bytes + size.bytes }
      if (quarantine.ops > this.#limit.ops || quarantine.bytes > this.#limit.bytes) return null
      return take({ put: 'quarantine', device, quarantine })
    })
  }
}
