import Dexie, { type Table } from 'dexie'
import type { StoredPin } from './pin.ts'
import { newId } from './random.ts'

/** A person on this phone. The book's name is random: the list of databases tells nobody's name. */
export type Profile = { id: string; book: string; wipedAt?: number; pin?: StoredPin }

/** Profiles on this phone or shared computer; one is open at a time. */
export class Profiles {
  readonly #db = new Dexie('so-chi-bo')

  constructor() {
    this.#db.version(1).stores({ profiles: 'id' })
  }

  /**
   * Name of the book to open: the profile's, or a fresh one into which somebody will be enrolled.
   * @param choose asks which one where there are several, and for the PIN where there is one [E17]
   */
  async currentBook(choose: (profiles: Profiles) => Promise<string>): Promise<string> {
    const known = await this.all()
    if (known[1] || known[0]?.pin) return choose(this)
    return (known[0] ?? (await this.add())).book
  }

  /** Those that were not removed. */
  async all(): Promise<Profile[]> {
    return (await this.#table.toArray()).filter((p) => p.wipedAt === undefined)
  }

  async add(): Promise<Profile> {
    const fresh = { id: newId(), book: `so-${newId()}` }
    await this.put(fresh)
    return fresh
  }

  async put(profile: Profile): Promise<void> {
    await this.#table.put(profile)
  }

  /** Removes a book with everything in it. */
  async wipe(book: string, at: number): Promise<void> {
    await Dexie.delete(book)
    const profile = (await this.#table.toArray()).find((p) => p.book === book)
    if (profile) await this.#table.put({ ...profile, wipedAt: at })
  }

  get #table(): Table<Profile> {
    return this.#db.table('profiles')
  }
}
