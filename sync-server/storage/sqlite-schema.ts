import type { DatabaseSync } from 'node:sqlite'

/** Marks a file as one of ours ("SCB1"), so that a foreign database is never taken for a backup. */
export const APPLICATION_ID = 0x53434231

const FIRST = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE entries (scope TEXT NOT NULL, seq INTEGER NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL,
    holds TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (scope, seq));
  CREATE INDEX entries_of_record ON entries (scope, record, seq);
  CREATE TABLE records (scope TEXT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL,
    created_seq INTEGER NOT NULL, changed_seq INTEGER NOT NULL, listed BLOB NOT NULL, PRIMARY KEY (scope, record));
  CREATE INDEX records_newest ON records (scope, created_seq DESC);
  CREATE TABLE snapshots (scope TEXT NOT NULL, record TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (scope, record));
  CREATE TABLE batches (device TEXT NOT NULL, scope TEXT NOT NULL, device_seq INTEGER NOT NULL, hash BLOB NOT NULL,
    bytes BLOB NOT NULL, signature BLOB NOT NULL, receipt BLOB NOT NULL, receipt_signature BLOB NOT NULL,
    received_at INTEGER NOT NULL, PRIMARY KEY (device, scope, device_seq));
  CREATE TABLE clients (scope TEXT NOT NULL, record TEXT NOT NULL, client INTEGER NOT NULL, device TEXT NOT NULL,
    person TEXT NOT NULL, PRIMARY KEY (scope, record, client)) WITHOUT ROWID;
  CREATE TABLE refusals (scope TEXT NOT NULL, record TEXT NOT NULL, device TEXT NOT NULL, times INTEGER NOT NULL,
    PRIMARY KEY (scope, record, device)) WITHOUT ROWID;
  CREATE TABLE sessions (token_hash TEXT PRIMARY KEY, device TEXT NOT NULL, person TEXT NOT NULL,
    created_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX sessions_of_device ON sessions (device);
  CREATE TABLE contacts (device TEXT PRIMARY KEY, contacted_at INTEGER NOT NULL, waiting INTEGER NOT NULL,
    waiting_since INTEGER NOT NULL, app TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE enrolments (id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL UNIQUE, expires_at INTEGER NOT NULL,
    state TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE publications (slug TEXT PRIMARY KEY, scope TEXT NOT NULL, record TEXT NOT NULL, page TEXT NOT NULL,
    withdrawn_at INTEGER) WITHOUT ROWID;
  CREATE TABLE rosters (unit TEXT NOT NULL, version INTEGER NOT NULL, bytes BLOB NOT NULL, signature BLOB NOT NULL,
    PRIMARY KEY (unit, version));
  CREATE TABLE reactions (place INTEGER PRIMARY KEY AUTOINCREMENT, cause TEXT NOT NULL UNIQUE, reaction TEXT NOT NULL);
`

/** Reading a record's events past its updates, letting go of raw batches, and what revoked phones have sent. */
const HOUSEKEEPING = `
  CREATE INDEX events_of_record ON entries (scope, record, seq) WHERE holds = 'event';
  CREATE INDEX raw_batches ON batches (received_at, device, scope, device_seq) WHERE LENGTH(bytes) > 0;
  CREATE TABLE quarantine (device TEXT PRIMARY KEY, ops INTEGER NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID;
`

/** What records refer to beside their words, pages listed by their cell, and how often pages were opened. */
const ATTACHMENTS = `
  CREATE TABLE attachment_uses (scope TEXT NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL, media TEXT NOT NULL,
    size INTEGER NOT NULL, ended_at INTEGER, PRIMARY KEY (scope, id, record)) WITHOUT ROWID;
  CREATE TABLE attachments (scope TEXT NOT NULL, id TEXT NOT NULL, media TEXT NOT NULL, size INTEGER NOT NULL,
    have INTEGER NOT NULL, begun_at INTEGER NOT NULL, whole_at INTEGER, PRIMARY KEY (scope, id)) WITHOUT ROWID;
  CREATE TABLE attachment_pieces (scope TEXT NOT NULL, id TEXT NOT NULL, start INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (scope, id, start));
  ALTER TABLE publications ADD COLUMN last_day TEXT;
  CREATE INDEX publications_of_scope ON publications (scope, record);
  CREATE TABLE openings (slug TEXT NOT NULL, day TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (slug, day))
    WITHOUT ROWID;
`

/** Each step leads from one version to the next and stays as it is for ever; the file's version is how many ran. */
const STEPS: readonly string[] = [FIRST, HOUSEKEEPING, ATTACHMENTS]

export const SCHEMA_VERSION = STEPS.length

export const TABLES = [
  'meta',
  'entries',
  'records',
  'snapshots',
  'batches',
  'clients',
  'refusals',
  'sessions',
  'contacts',
  'quarantine',
  'enrolments',
  'publications',
  'openings',
  'attachment_uses',
  'attachments',
  'attachment_pieces',
  'rosters',
  'reactions',
] as const

/** Brings an empty or older file to this version, each step whole or not at all. @throws on a newer or foreign file */
export function migrate(db: DatabaseSync): void {
  const version = versionOf(db)
  if (version > SCHEMA_VERSION)
    throw new Error(`the data is of version ${version}, this program knows ${SCHEMA_VERSION}`)
  if (version === 0 && tablesIn(db) > 0) throw new Error('this is a database of another program')
  if (version > 0 && applicationOf(db) !== APPLICATION_ID)
    throw new Error('this is a database of another program')
  for (const [i, step] of STEPS.entries()) {
    if (i < version) continue
    db.exec(
      `BEGIN IMMEDIATE; ${step}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${i + 1}; COMMIT`,
    )
  }
}

export const versionOf = (db: DatabaseSync): number => numberOf(db, 'PRAGMA user_version')
export const applicationOf = (db: DatabaseSync): number => numberOf(db, 'PRAGMA application_id')

/** How many rows each table has. */
export function countsOf(db: DatabaseSync): Record<string, number> {
  return Object.fromEntries(TABLES.map((table) => [table, numberOf(db, `SELECT COUNT(*) FROM ${table}`)]))
}

export function numberOf(db: DatabaseSync, sql: string): number {
  return Number(Object.values(db.prepare(sql).get() ?? {})[0])
}

const tablesIn = (db: DatabaseSync): number =>
  numberOf(db, "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table'")
