/** Tables that grow with the cells lie in as many parts, by scope. */
const PARTS = 16

const PARTED = {
  entries: `(scope TEXT NOT NULL, seq BIGINT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL, holds TEXT NOT NULL,
    bytes BYTEA NOT NULL, PRIMARY KEY (scope, seq))`,
  records: `(scope TEXT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL, created_seq BIGINT NOT NULL,
    changed_seq BIGINT NOT NULL, listed BYTEA NOT NULL, PRIMARY KEY (scope, record))`,
  snapshots: `(scope TEXT NOT NULL, record TEXT NOT NULL, seq BIGINT NOT NULL, bytes BYTEA NOT NULL,
    PRIMARY KEY (scope, record))`,
  batches: `(device TEXT NOT NULL, scope TEXT NOT NULL, device_seq BIGINT NOT NULL, hash BYTEA NOT NULL,
    bytes BYTEA NOT NULL, signature BYTEA NOT NULL, receipt BYTEA NOT NULL, receipt_signature BYTEA NOT NULL,
    received_at BIGINT NOT NULL, PRIMARY KEY (device, scope, device_seq))`,
  clients: `(scope TEXT NOT NULL, record TEXT NOT NULL, client BIGINT NOT NULL, device TEXT NOT NULL,
    person TEXT NOT NULL, PRIMARY KEY (scope, record, client))`,
  refusals: `(scope TEXT NOT NULL, record TEXT NOT NULL, device TEXT NOT NULL, times BIGINT NOT NULL,
    PRIMARY KEY (scope, record, device))`,
} as const

const PLAIN = `
  CREATE INDEX entries_of_record ON entries (scope, record, seq);
  CREATE INDEX records_newest ON records (scope, created_seq DESC);
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE sessions (token_hash TEXT PRIMARY KEY, device TEXT NOT NULL, person TEXT NOT NULL,
    created_at BIGINT NOT NULL);
  CREATE INDEX sessions_of_device ON sessions (device);
  CREATE TABLE contacts (device TEXT PRIMARY KEY, contacted_at BIGINT NOT NULL, waiting BIGINT NOT NULL,
    waiting_since BIGINT NOT NULL, app TEXT NOT NULL);
  CREATE TABLE enrolments (id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL UNIQUE, expires_at BIGINT NOT NULL,
    state TEXT NOT NULL);
  CREATE TABLE publications (slug TEXT PRIMARY KEY, scope TEXT NOT NULL, record TEXT NOT NULL, page TEXT NOT NULL,
    withdrawn_at BIGINT);
  CREATE TABLE rosters (unit TEXT NOT NULL, version BIGINT NOT NULL, bytes BYTEA NOT NULL, signature BYTEA NOT NULL,
    PRIMARY KEY (unit, version));
  CREATE TABLE reactions (place BIGSERIAL PRIMARY KEY, cause TEXT NOT NULL UNIQUE, reaction TEXT NOT NULL);
`

const HOUSEKEEPING = `
  CREATE INDEX events_of_record ON entries (scope, record, seq) WHERE holds = 'event';
  CREATE INDEX raw_batches ON batches (received_at, device, scope, device_seq) WHERE LENGTH(bytes) > 0;
  CREATE TABLE quarantine (device TEXT PRIMARY KEY, ops BIGINT NOT NULL, bytes BIGINT NOT NULL);
`

/** What grows with the cells; `PARTED` of the first step stays as it was. */
const PARTED_ATTACHMENTS = {
  attachment_uses: `(scope TEXT NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL, media TEXT NOT NULL,
    size BIGINT NOT NULL, ended_at BIGINT, PRIMARY KEY (scope, id, record))`,
  attachments: `(scope TEXT NOT NULL, id TEXT NOT NULL, media TEXT NOT NULL, size BIGINT NOT NULL, have BIGINT NOT NULL,
    begun_at BIGINT NOT NULL, whole_at BIGINT, PRIMARY KEY (scope, id))`,
  attachment_pieces: `(scope TEXT NOT NULL, id TEXT NOT NULL, start BIGINT NOT NULL, bytes BYTEA NOT NULL,
    PRIMARY KEY (scope, id, start))`,
} as const

const PAGES = `
  ALTER TABLE publications ADD COLUMN last_day TEXT;
  CREATE INDEX publications_of_scope ON publications (scope, record);
  CREATE TABLE openings (slug TEXT NOT NULL, day TEXT NOT NULL, times BIGINT NOT NULL, PRIMARY KEY (slug, day));
`

/** Each step leads from one version to the next; table `so_chi_bo_version` says how many ran. */
export const STEPS: readonly string[] = [
  parted(PARTED) + PLAIN,
  HOUSEKEEPING,
  parted(PARTED_ATTACHMENTS) + PAGES,
]

function parted(tables: Readonly<Record<string, string>>): string {
  return Object.entries(tables)
    .map(([table, columns]) => `CREATE TABLE ${table} ${columns} PARTITION BY HASH (scope);${partsOf(table)}`)
    .join('\n')
}

function partsOf(table: string): string {
  const part = (i: number) =>
    `CREATE TABLE ${table}_${i} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTS}, REMAINDER ${i});`
  return Array.from({ length: PARTS }, (_, i) => part(i)).join('')
}
