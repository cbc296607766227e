import { openDexieBook } from '#client/data/book/dexie-book.ts'
import { emptyBook } from './empty-book.ts'
import { isPin, makePin, waitLeft } from './pin.ts'
import type { Profile, Profiles } from './profiles.ts'
import type { Identity } from './replica/identity.ts'
import { metaOf } from './replica/meta.ts'

/** One person of a shared device, as the start screen shows him. `name` null: nobody was let in here yet. */
export type ProfileOnDevice = {
  id: string
  book: string
  name: string | null
  hasPin: boolean
  waiting: number
}
export type PinAnswer = { right: true } | { right: false; waitMs: number }

/** The door of a device that several people use: who there is, and whether a PIN is right. */
export class LockDesk {
  readonly #profiles: Profiles
  readonly #clock: () => number

  constructor(profiles: Profiles, clock: () => number) {
    this.#profiles = profiles
    this.#clock = clock
  }

  async list(): Promise<ProfileOnDevice[]> {
    return Promise.all((await this.#profiles.all()).map(onDevice))
  }

  /** [E18] A try while one has to wait counts for nothing, also a right one. */
  async tryPin(id: string, pin: string): Promise<PinAnswer> {
    const profile = await this.#find(id)
    if (!profile?.pin) return { right: false, waitMs: 0 }
    const waitMs = waitLeft(profile.pin, this.#clock())
    if (waitMs > 0) return { right: false, waitMs }
    const right = await isPin(pin, profile.pin)
    const after = right
      ? { ...profile.pin, wrong: 0 }
      : { ...profile.pin, wrong: profile.pin.wrong + 1, wrongAt: this.#clock() }
    await this.#profiles.put({ ...profile, pin: after })
    return right ? { right } : { right, waitMs: waitLeft(after, this.#clock()) }
  }

  async setPin(id: string, pin: string): Promise<void> {
    const profile = await this.#find(id)
    if (profile) await this.#profiles.put({ ...profile, pin: await makePin(pin) })
  }

  /** Somebody alone on his device may do without. */
  async dropPin(id: string): Promise<void> {
    const profile = await this.#find(id)
    if (!profile || (await this.#profiles.all()).length > 1) return
    const { pin: _, ...rest } = profile
    await this.#profiles.put(rest)
  }

  /** Takes a person's book off this device, with everything that was not sent. */
  async remove(id: string): Promise<void> {
    const profile = await this.#find(id)
    if (!profile) return
    await emptyBook(await openDexieBook(profile.book))
    await this.#profiles.wipe(profile.book, this.#clock())
  }

  async #find(id: string): Promise<Profile | undefined> {
    return (await this.#profiles.all()).find((p) => p.id === id)
  }
}

/** The name stands in the book alone, nowhere else on the device. */
async function onDevice({ id, book: name, pin }: Profile): Promise<ProfileOnDevice> {
  const book = await openDexieBook(name)
  try {
    const me = await metaOf<Identity>(book, 'identity')
    const people = me ? (await book.list('rosters')).flatMap((r) => r.roster.people) : []
    const known = people.find((p) => p.id === me?.person)?.name
    const waiting = (await book.list('pending')).filter((p) => p.acceptedSeq === undefined).length
    return { id, book: name, name: me ? (known ?? '') : null, hasPin: pin !== undefined, waiting }
  } finally {
    book.close()
  }
}
