import Dexie, { type Table } from 'dexie'
import { newId } from './random.ts'

/** A person on this phone. The book's name is random: the list of databases tells nobody's name. */
type Profile = { id: string; book: string; wipedAt?: number }

/** Profiles on this phone; one is open at a time. */
export class Profiles {
  readonly #db = new Dexie('so-chi-bo')

  constructor() {
    this.#db.version(1).stores({ profiles: 'id' })
  }

  /** Name of the book to open: the profile's, or a fresh one into which somebody will be enrolled. */
  async currentBook(): Promise<string> {
    const known = (await this.#table.toArray()).find((p) => p.wipedAt === undefined)
    if (known) return known.book
    const id = newId()
    const fresh = { id, book: `so-${newId()}` }
    await this.#table.put(fresh)
    return fresh.book
  }

  /** Removes a book with everything in it. */
  async wipe(book: string, at: number): Promise<void> {
    await Dexie.delete(book)
    const profile = (await this.#table.toArray()).find((p) => p.book === book)
    if (profile) await this.#table.put({ ...profile, wipedAt: at })
  }

  /** Whether the last profile on this phone was removed because the device was revoked. */
  async wasWiped(): Promise<boolean> {
    const all = await this.#table.toArray()
    return all.some((p) => p.wipedAt !== undefined)
  }

  get #table(): Table<Profile> {
    return this.#db.table('profiles')
  }
}
