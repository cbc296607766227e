import pg from 'pg'
import { EVERYTHING } from './postgres-copy.ts'
import { STEPS } from './postgres-schema.ts'
import { SqliteStorage } from './sqlite.ts'
import { joined, placeAfter, READS, WRITES, writeOf, type ReadName, type SqlValue } from './statements.ts'
import { StorageConflict, StorageFull, type Change, type Storage } from './storage.ts'
import type * as Stored from './storage.ts'

const VERSION = 'SELECT version FROM so_chi_bo_version'
const BEGIN_VERSIONS = `CREATE TABLE IF NOT EXISTS so_chi_bo_version (version BIGINT NOT NULL)`
const ONE_MIGRATION_AT_A_TIME = 'SELECT pg_advisory_xact_lock(1396916785)'

/** For communes that outgrow one machine: the same promises, kept by a PostgreSQL server. */
export class PostgresStorage implements Storage {
  readonly #pool: pg.Pool

  private constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  static async open(url: string): Promise<PostgresStorage> {
    const pool = new pg.Pool({ connectionString: url, max: 10, types: { getTypeParser }, options: DURABLE })
    // A connection the server closed while idle is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => undefined)
    try {
      await assertDurable(pool)
      await inTransaction(pool, migrate)
    } catch (why) {
      await pool.end()
      throw why
    }
    return new PostgresStorage(pool)
  }

  commit(changes: readonly Change[]): Promise<void> {
    return inTransaction(this.#pool, async (client) => {
      for (const change of changes) {
        const [name, values] = writeOf(change)
        await client.query({ name, text: numbered(WRITES[name]), values })
      }
    })
  }

  async meta(key: string) {
    return (await this.#one<{ value: string }>('meta', key))?.value ?? null
  }

  async head(scope: string) {
    return (await this.#one<{ head: number }>('head', scope))?.head ?? 0
  }

  entriesAfter(scope: string, seq: number, limit: number) {
    return this.#all<Stored.Entry>('entriesAfter', scope, seq, limit)
  }

  entriesOfRecord(scope: string, record: string, afterSeq: number) {
    return this.#all<Stored.Entry>('entriesOfRecord', scope, record, afterSeq)
  }

  eventsOfRecord(scope: string, record: string, upToSeq: number) {
    return this.#all<Stored.Entry>('eventsOfRecord', scope, record, upToSeq)
  }

  record(scope: string, record: string) {
    return this.#one<Stored.RecordHead>('record', scope, record)
  }

  records(scope: string) {
    return this.#all<Stored.RecordHead>('records', scope)
  }

  snapshot(scope: string, record: string) {
    return this.#one<Stored.Snapshot>('snapshot', scope, record)
  }

  clients(scope: string, record: string) {
    return this.#all<Stored.BoundClient>('clients', scope, record)
  }

  batch(device: string, scope: string, deviceSeq: number) {
    return this.#one<Stored.ArchivedBatch>('batch', device, scope, deviceSeq)
  }

  lastBatch(device: string, scope: string) {
    return this.#one<Stored.ArchivedBatch>('lastBatch', device, scope)
  }

  rawBatches(receivedUpTo: number, after: Stored.RawBatch | null, limit: number) {
    return this.#all<Stored.RawBatch>('rawBatches', receivedUpTo, ...placeAfter(after), limit)
  }

  async refusals(scope: string, record: string, device: string) {
    return (await this.#one<{ times: number }>('refusals', scope, record, device))?.times ?? 0
  }

  session(tokenHash: string) {
    return this.#one<Stored.Session>('session', tokenHash)
  }

  async contacts(devices: readonly string[]) {
    const found = await Promise.all(devices.map((device) => this.#all<Stored.Contact>('contact', device)))
    return found.flat()
  }

  async quarantine(device: string) {
    return (await this.#one<Stored.Quarantine>('quarantine', device)) ?? { ops: 0, bytes: 0 }
  }

  enrolment(by: { id: string } | { secretHash: string }) {
    return 'id' in by
      ? this.#one<Stored.Enrolment>('enrolmentById', by.id)
      : this.#one<Stored.Enrolment>('enrolmentBySecret', by.secretHash)
  }

  enrolmentsEnding({ from, before }: { from: number; before: number }, limit: number) {
    return this.#all<Stored.Enrolment>('enrolmentsEnding', from, before, limit)
  }

  publication(slug: string) {
    return this.#one<Stored.Publication>('publication', slug)
  }

  publicationOf(scope: string, record: string) {
    return this.#one<Stored.Publication>('publicationOf', scope, record)
  }

  publicationsOn(day: string, scope: string) {
    return this.#all<Stored.Publication>('publicationsOn', scope, day)
  }

  openings(slug: string) {
    return this.#all<Stored.Openings>('openings', slug)
  }

  attachmentUse(scope: string, id: string) {
    return this.#one<Stored.AttachmentUse>('attachmentUse', scope, id)
  }

  attachment(scope: string, id: string) {
    return this.#one<Stored.Attachment>('attachment', scope, id)
  }

  async attachmentBytes(scope: string, id: string) {
    return joined(await this.#all<Stored.AttachmentPiece>('attachmentPieces', scope, id))
  }

  async attachmentsIn(scope: string) {
    return Number((await this.#one<{ size: number }>('attachmentsIn', scope))?.size ?? 0) // a sum is NUMERIC
  }

  needlessAttachments(before: number, limit: number) {
    return this.#all<Pick<Stored.Attachment, 'scope' | 'id'>>('needlessAttachments', before, before, limit)
  }

  roster(unit: string, version: number) {
    return this.#one<Stored.SignedRoster>('roster', unit, version)
  }

  reactions() {
    return this.#all<Stored.QueuedReaction>('reactions')
  }

  /** The copy is a SQLite file, so that one kind of backup serves both, read at one instant. */
  async backup(file: string): Promise<void> {
    const copy = SqliteStorage.open(file)
    const client = await this.#pool.connect()
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      for (const [table, toChange] of Object.entries(EVERYTHING)) {
        await client.query(`DECLARE everything NO SCROLL CURSOR FOR ${table}`)
        for (;;) {
          const { rows } = await client.query<Record<string, never>>('FETCH 500 FROM everything')
          if (rows.length === 0) break
          await copy.commit(rows.map(toChange))
        }
        await client.query('CLOSE everything')
      }
      await client.query('COMMIT')
    } finally {
      client.release()
      await copy.close()
    }
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end()
  }

  async #one<T extends pg.QueryResultRow>(name: ReadName, ...values: SqlValue[]): Promise<T | null> {
    return (await this.#all<T>(name, ...values))[0] ?? null
  }

  async #all<T extends pg.QueryResultRow>(name: ReadName, ...values: SqlValue[]): Promise<T[]> {
    return (await this.#pool.query<T>({ name, text: numbered(READS[name]), values })).rows
  }
}

const DURABLE = '-c synchronous_commit=on'

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((why: unknown) => {
    throw named(why)
  })
  let broken = false
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (why) {
    await client.query('ROLLBACK').catch(() => (broken = true))
    throw named(why)
  } finally {
    client.release(broken)
  }
}

async function assertDurable(pool: pg.Pool): Promise<void> {
  for (const setting of ['synchronous_commit', 'fsync', 'full_page_writes']) {
    const { rows } = await pool.query<Record<string, string>>(`SHOW ${setting}`)
    if (rows[0]?.[setting] !== 'on') throw new Error(`not durable: PostgreSQL runs with ${setting} off`)
  }
}

async function migrate(client: pg.PoolClient): Promise<void> {
  await client.query(ONE_MIGRATION_AT_A_TIME)
  await client.query(BEGIN_VERSIONS)
  const version = (await client.query<{ version: number }>(VERSION)).rows[0]?.version ?? 0
  if (version > STEPS.length)
    throw new Error(`the data is of version ${version}, this program knows ${STEPS.length}`)
  if (version === STEPS.length) return
  for (const step of STEPS.slice(version)) await client.query(step)
  await client.query('DELETE FROM so_chi_bo_version')
  await client.query('INSERT INTO so_chi_bo_version VALUES ($1)', [STEPS.length])
}

/** 64-bit integers as numbers: places, versions and milliseconds stay far below 2^53. */
const INT8 = 20
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser

function numbered(sql: string): string {
  let n = 0
  return sql.replace(/\?/g, () => `$${++n}`)
}

const UNIQUE_VIOLATION = '23505'
const DISK_FULL = '53100'

function named(why: unknown): unknown {
  if (!(why instanceof Error) || !('code' in why)) return why
  if (why.code === UNIQUE_VIOLATION) return new StorageConflict(why.message)
  return why.code === DISK_FULL ? new StorageFull(why.message) : why
}
