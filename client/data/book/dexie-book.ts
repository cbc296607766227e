import Dexie, { type Table } from 'dexie'
import {
  CannotSave,
  KEYS,
  type BookChange,
  type Key,
  type PhoneBook,
  type TableName,
  type Tables,
} from './book.ts'

/**
 * Version of the tables on disk. A change of `KEYS` raises it and brings an upgrade along; tables that are only added,
 * as attachments were with 2 and carried batches with 3, need none.
 */
const VERSION = 3

export type DexieBook = PhoneBook & {
  /** For live queries: reading a table this way makes the query run again when it changes. */
  readonly db: Dexie
  close(): void
}

/** Opens the book of one profile. Its name is random; nothing in it tells whose it is. */
export async function openDexieBook(name: string): Promise<DexieBook> {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' })
  db.version(VERSION).stores(storesFrom(KEYS))
  try {
    await db.open()
  } catch (why) {
    throw cannotSave(why)
  }
  return {
    db,
    get: (table, key) => tableOf(db, table).get(keyFor(table, key)),
    list: (table, prefix = []) => listed(db, table, prefix),
    commit: (changes, how = 'strict') =>
      how === 'strict' ? commit(db, changes) : commitRelaxed(db, changes),
    close: () => db.close(),
  }
}

function storesFrom(keys: typeof KEYS): Record<string, string> {
  return Object.fromEntries(
    Object.entries(keys).map(([table, fields]) => [
      table,
      fields.length === 1 ? fields[0] : `[${fields.join('+')}]`,
    ]),
  )
}

function listed<T extends TableName>(db: Dexie, table: T, prefix: Key): Promise<Tables[T][]> {
  const rows = tableOf(db, table)
  if (prefix.length === 0) return rows.orderBy(':id').toArray()
  if (prefix.length === KEYS[table].length) return rows.where(':id').equals(keyFor(table, prefix)).toArray()
  return rows
    .where(':id')
    .between(...under(prefix))
    .toArray()
}

async function commit(db: Dexie, changes: readonly BookChange[]): Promise<void> {
  const names = [...new Set(changes.map(tableNamed))]
  if (names.length === 0) return
  try {
    await db.transaction('rw', names, async () => {
      for (const change of changes) await apply(db, change)
    })
  } catch (why) {
    throw cannotSave(why)
  }
}

/**
 * For the unfinished word, written every 100 ms: the browser may still hold it in its own memory for a moment, which
 * outlives the tab and the page, though not a power cut.
 */
async function commitRelaxed(db: Dexie, changes: readonly BookChange[]): Promise<void> {
  const names = [...new Set(changes.map(tableNamed))]
  if (names.length === 0) return
  const transaction = db.backendDB().transaction(names, 'readwrite', { durability: 'relaxed' })
  for (const change of changes) {
    const store = transaction.objectStore(tableNamed(change))
    if ('put' in change) store.put(change.value)
    else store.delete(dropped(change))
  }
  transaction.commit()
  await new Promise<void>((done, failed) => {
    transaction.oncomplete = () => done()
    transaction.onabort = () => failed(cannotSave(transaction.error))
  })
}

async function apply(db: Dexie, change: BookChange): Promise<void> {
  if ('put' in change) await db.table(change.put).put(change.value)
  else if ('drop' in change) await db.table(change.drop).delete(keyFor(change.drop, change.key))
  else {
    const { prefix } = change
    const single = KEYS[change.dropAll].length === 1
    const rows = db.table(change.dropAll).where(':id')
    await (single ? rows.equals(prefix[0] ?? '') : rows.between(...under(prefix))).delete()
  }
}

/** The keys of what goes, in the database's own terms. */
function dropped(change: Exclude<BookChange, { put: TableName }>): IDBValidKey | IDBKeyRange {
  const table = tableNamed(change)
  const key = 'drop' in change ? change.key : change.prefix
  return 'drop' in change || KEYS[table].length === 1
    ? (keyFor(table, key) as IDBValidKey)
    : IDBKeyRange.bound(...under(key), false, true)
}

const tableOf = <T extends TableName>(db: Dexie, name: T): Table<Tables[T]> => db.table(name)

const tableNamed = (change: BookChange): TableName =>
  'put' in change ? change.put : 'drop' in change ? change.drop : change.dropAll

const keyFor = (table: TableName, key: Key): string | number | Key =>
  KEYS[table].length === 1 ? (key[0] ?? '') : [...key]

/** Keys that begin with a prefix: a shorter array sorts before, an array inside sorts after all text and numbers. */
const under = (prefix: Key): [Key, unknown[]] => [[...prefix], [...prefix, []]]

/** Whatever the browser calls it, nothing was written. */
function cannotSave(why: unknown): unknown {
  const name = why instanceof Error ? why.name : ''
  const inner = why instanceof Dexie.DexieError ? (why.inner as { name?: string } | null)?.name : undefined
  if ([name, inner].includes('QuotaExceededError')) return new CannotSave('full')
  const blocked = [
    'OpenFailedError',
    'InvalidStateError',
    'MissingAPIError',
    'UnknownError',
    'DatabaseClosedError',
  ]
  if (why instanceof Dexie.DexieError && blocked.includes(name)) return new CannotSave('blocked')
  return why
}
