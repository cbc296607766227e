import type { Directory } from '#shared/events/directory-state.ts'
import type { DeviceId, Instant, PersonId } from '#shared/records/ids.ts'
import type { Storage } from '#server/storage/storage.ts'
import { hashOf, newSecret, type Chance } from './secrets.ts'

/** Whose phone is calling. A revoked one may only sync: to hand in what it has and to be emptied. */
export type Caller = { device: DeviceId; person: PersonId; revoked: boolean }

type Parts = { storage: Storage; directory: () => Directory; clock: () => Instant; chance: Chance }

/** A session is an opaque reference and never idles out; what its person may is asked of the directory each time. */
export class Sessions {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** @returns a new token; earlier ones of this device end. */
  async begin(device: DeviceId, person: PersonId): Promise<string> {
    const { storage, chance, clock } = this.#parts
    const token = newSecret(chance, 32)
    const session = { tokenHash: hashOf(token), device, person, createdAt: clock() }
    await storage.commit([
      { drop: 'sessions', device },
      { put: 'session', session },
    ])
    return token
  }

  async callerOf(token: string): Promise<Caller | null> {
    if (!TOKEN.test(token)) return null
    const session = await this.#parts.storage.session(hashOf(token))
    const device = session && this.#parts.directory().devices.get(session.device)
    if (!device || device.person !== session.person) return null
    return { device: device.id, person: device.person, revoked: device.revokedAt !== undefined }
  }

  /** @param authorization value of the header, `Bearer <token>` */
  async callerFrom(authorization: string | undefined): Promise<Caller | null> {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
    return token ? this.callerOf(token) : null
  }
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/
