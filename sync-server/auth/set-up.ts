import type { Founding } from '#shared/events/directory.ts'
import type { Instant } from '#shared/records/ids.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import { Lock } from '#server/scopes/lock.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { Admission, Enrolments, Outcome } from './enrolment.ts'
import { hashOf, newSecret, sameText, type Chance } from './secrets.ts'

const KEY = 'setUp'
/** A lost answer can be asked for again so long after the founding. */
const REPEATABLE = 10 * 60_000

type SetUp = { secretHash: string; usedAt: Instant | null }
type Parts = {
  storage: Storage
  book: ServerBook
  enrolments: Enrolments
  clock: () => Instant
  chance: Chance
}

/** [D1] The secret printed at the first start founds the commune, once. */
export class SetUpDesk {
  readonly #parts: Parts
  readonly #lock = new Lock()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** @returns a new secret to print, or null when the commune is founded; one printed earlier ends. */
  async print(): Promise<string | null> {
    const { storage, book, chance } = this.#parts
    if (book.directory().units.size > 0) return null
    const secret = newSecret(chance, 16)
    await this.#write({ secretHash: hashOf(secret), usedAt: null }, storage)
    return secret
  }

  found(secret: string, founding: Founding): Promise<Outcome<Admission>> {
    return this.#lock.run(async () => {
      const { storage, book, clock } = this.#parts
      const kept = await storage.meta(KEY)
      const setUp = kept === null ? null : (JSON.parse(kept) as SetUp)
      if (!setUp || !sameText(setUp.secretHash, hashOf(secret))) return { ok: false, refusal: 'codeUnknown' }
      const there = book.directory().devices.get(founding.device)
      const again = there?.signKey === founding.signKey && there.person === founding.officer
      if (setUp.usedAt !== null && !(again && clock() - setUp.usedAt < REPEATABLE))
        return { ok: false, refusal: 'codeUsed' }
      if (!again) {
        const decision = await book.found(founding)
        if (!decision.ok)
          return { ok: false, refusal: decision.refusal === 'alreadyExists' ? 'codeUsed' : decision.refusal }
      }
      await this.#write({ ...setUp, usedAt: setUp.usedAt ?? clock() }, storage)
      return { ok: true, ...(await this.#parts.enrolments.admit(founding.device, founding.officer)) }
    })
  }

  #write(setUp: SetUp, storage: Storage): Promise<void> {
    return storage.commit([{ put: 'meta', key: KEY, value: JSON.stringify(setUp) }])
  }
}
