import {
  KEYS,
  type BookChange,
  type Key,
  type PhoneBook,
  type TableName,
  type Tables,
} from '#client/data/book/book.ts'

/** The phone stopped in the middle of something: battery, a killed tab. What was committed stays. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

type Row = Tables[TableName]

/**
 * A phone's disk for simulations: the same port as the real book, all or nothing, and able to crash before or after
 * any access. Rows are copied in and out, as structured cloning does.
 */
export class MemoryBook implements PhoneBook {
  readonly #tables = new Map<TableName, Map<string, { key: Key; row: Row }>>()
  /** Asked at every access: crash now? */
  crashes: () => boolean = () => false

  async get<T extends TableName>(table: T, key: Key): Promise<Tables[T] | undefined> {
    this.#perhapsCrash()
    const found = this.#tables.get(table)?.get(named(key))
    return found && (structuredClone(found.row) as Tables[T])
  }

  async list<T extends TableName>(table: T, prefix: Key = []): Promise<Tables[T][]> {
    this.#perhapsCrash()
    const rows = [...(this.#tables.get(table)?.values() ?? [])].filter(({ key }) => startsWith(key, prefix))
    rows.sort((a, b) => compare(a.key, b.key))
    return rows.map(({ row }) => structuredClone(row) as Tables[T])
  }

  async commit(changes: readonly BookChange[]): Promise<void> {
    this.#perhapsCrash()
    for (const change of structuredClone(changes)) this.#apply(change)
    this.#perhapsCrash()
  }

  #apply(change: BookChange): void {
    if ('put' in change) {
      const fields = KEYS[change.put] as readonly string[]
      const key = fields.map((field) => (change.value as Record<string, unknown>)[field]) as unknown as Key
      this.#table(change.put).set(named(key), { key, row: change.value })
    } else if ('drop' in change) this.#table(change.drop).delete(named(change.key))
    else
      for (const [name, { key }] of this.#table(change.dropAll))
        if (startsWith(key, change.prefix)) this.#table(change.dropAll).delete(name)
  }

  #table(name: TableName): Map<string, { key: Key; row: Row }> {
    const table = this.#tables.get(name) ?? new Map<string, { key: Key; row: Row }>()
    this.#tables.set(name, table)
    return table
  }

  #perhapsCrash(): void {
    if (this.crashes()) throw new Crash()
  }
}

const named = (key: Key): string => JSON.stringify(key)
const startsWith = (key: Key, prefix: Key): boolean => prefix.every((part, i) => key[i] === part)

function compare(a: Key, b: Key): number {
  for (const [i, part] of a.entries()) {
    const other = b[i]
    if (other === undefined || part === other) continue
    return part < other ? -1 : 1
  }
  return 0
}
