import { MAX_COMPANY, textTold, type Here, type Other } from '#shared/protocol/line.ts'
import type { DeviceId, PersonId, RecordId } from '#shared/records/ids.ts'
import type { ScopeId } from '#shared/records/scope.ts'

/** A phone in front of somebody, and the line to it. */
export type Listener = { device: DeviceId; person: PersonId; send: (text: string) => void; end: () => void }

type Room = {
  scope: ScopeId
  record: RecordId
  guests: Map<Listener, Here>
  /** Somebody moved and the others are told of it soon. */
  owed: ReturnType<typeof setTimeout> | null
}

type Parts = {
  /** Whether somebody reads a scope at this moment. */
  reads: (listener: Listener, scope: ScopeId) => boolean
  say: (listener: Listener, text: string) => void
  /** Carets that move are told together, so often at most, milliseconds. */
  gather?: number
}

const GATHER = 500

/**
 * Who has which text open for writing, at this moment. It lives in memory alone, is told to nobody but those who are in
 * the same text, and who somebody is comes from his session.
 */
export class Company {
  readonly #parts: Parts
  readonly #rooms = new Map<string, Room>()
  readonly #inside = new Map<Listener, Room>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Where somebody is now; null: in no text. @returns false when he does not read that scope */
  enter(listener: Listener, here: Here | null): boolean {
    if (here && !this.#parts.reads(listener, here.scope)) return false
    const before = this.#inside.get(listener)
    const room = here && this.#roomOf(here)
    if (before && before !== room) this.leave(listener)
    if (!here || !room) return true
    const known = room.guests.get(listener)
    room.guests.set(listener, here)
    this.#inside.set(listener, room)
    if (room.guests.size === 1) return true // alone: nobody is to be told, and he knows
    if (known?.live === here.live) this.#tellSoon(room)
    else this.#tell(room)
    return true
  }

  leave(listener: Listener): void {
    const room = this.#inside.get(listener)
    if (!room) return
    this.#inside.delete(listener)
    room.guests.delete(listener)
    if (room.guests.size > 0) return this.#tell(room)
    if (room.owed) clearTimeout(room.owed)
    this.#rooms.delete(keyOf(room))
  }

  isIn(listener: Listener): boolean {
    return this.#inside.has(listener)
  }

  /** He shares a text of this scope with somebody, and his line is good: hints reach him at once. */
  isLive(listener: Listener, scope: ScopeId): boolean {
    const room = this.#inside.get(listener)
    return room?.scope === scope && room.guests.size > 1 && room.guests.get(listener)?.live === true
  }

  /** Whoever no longer reads a scope is in no text of it. */
  sortOut(): void {
    for (const [listener, { scope }] of [...this.#inside])
      if (!this.#parts.reads(listener, scope)) this.leave(listener)
  }

  stop(): void {
    for (const { owed } of this.#rooms.values()) if (owed) clearTimeout(owed)
    this.#rooms.clear()
    this.#inside.clear()
  }

  #roomOf({ scope, record }: Here): Room {
    const key = keyOf({ scope, record })
    const room = this.#rooms.get(key) ?? { scope, record, guests: new Map<Listener, Here>(), owed: null }
    this.#rooms.set(key, room)
    return room
  }

  #tellSoon(room: Room): void {
    room.owed ??= setTimeout(() => this.#tell(room), this.#parts.gather ?? GATHER)
  }

  #tell(room: Room): void {
    if (room.owed) clearTimeout(room.owed)
    room.owed = null
    const { scope, record, guests } = room
    for (const listener of [...guests.keys()]) {
      if (!this.#parts.reads(listener, scope)) continue
      const others = othersIn(guests, listener)
      this.#parts.say(listener, textTold({ is: 'company', scope, record, others }))
    }
  }
}

const keyOf = ({ scope, record }: { scope: ScopeId; record: RecordId }): string => `${scope} ${record}`

/** Each other phone once, however many lines it holds. */
function othersIn(guests: ReadonlyMap<Listener, Here>, me: Listener): Other[] {
  const byDevice = new Map<DeviceId, Other>()
  for (const [{ device, person }, { at, live }] of guests)
    if (device !== me.device) byDevice.set(device, { person, live, ...(at ? { at } : {}) })
  return [...byDevice.values()].slice(0, MAX_COMPANY)
}
