import type { Change, RawBatch } from './storage.ts'

/** The SQL both adapters speak: `?` for values, quoted names where an answer's field has capitals. */
export const READS = {
  meta: 'SELECT value FROM meta WHERE key = ?',
  head: 'SELECT COALESCE(MAX(seq), 0) AS head FROM entries WHERE scope = ?',
  entriesAfter: `SELECT scope, seq, record, kind, holds, bytes FROM entries
    WHERE scope = ? AND seq > ? ORDER BY seq LIMIT ?`,
  entriesOfRecord: `SELECT scope, seq, record, kind, holds, bytes FROM entries
    WHERE scope = ? AND record = ? AND seq > ? ORDER BY seq`,
  eventsOfRecord: `SELECT scope, seq, record, kind, holds, bytes FROM entries
    WHERE scope = ? AND record = ? AND holds = 'event' AND seq <= ? ORDER BY seq`,
  record: `SELECT scope, record, kind, created_seq AS "createdSeq", changed_seq AS "changedSeq", listed AS "row"
    FROM records WHERE scope = ? AND record = ?`,
  records: `SELECT scope, record, kind, created_seq AS "createdSeq", changed_seq AS "changedSeq", listed AS "row"
    FROM records WHERE scope = ? ORDER BY created_seq DESC, record`,
  snapshot: 'SELECT scope, record, seq, bytes FROM snapshots WHERE scope = ? AND record = ?',
  clients:
    'SELECT scope, record, client, device, person FROM clients WHERE scope = ? AND record = ? ORDER BY client',
  batch: `SELECT device, scope, device_seq AS "deviceSeq", hash, bytes, signature, receipt,
    receipt_signature AS "receiptSignature", received_at AS "receivedAt"
    FROM batches WHERE device = ? AND scope = ? AND device_seq = ?`,
  lastBatch: `SELECT device, scope, device_seq AS "deviceSeq", hash, bytes, signature, receipt,
    receipt_signature AS "receiptSignature", received_at AS "receivedAt"
    FROM batches WHERE device = ? AND scope = ? ORDER BY device_seq DESC LIMIT 1`,
  rawBatches: `SELECT device, scope, device_seq AS "deviceSeq", hash, receipt, received_at AS "receivedAt"
    FROM batches WHERE LENGTH(bytes) > 0 AND received_at <= ? AND (received_at, device, scope, device_seq) > (?, ?, ?, ?)
    ORDER BY received_at, device, scope, device_seq LIMIT ?`,
  refusals: 'SELECT times FROM refusals WHERE scope = ? AND record = ? AND device = ?',
  session: `SELECT token_hash AS "tokenHash", device, person, created_at AS "createdAt"
    FROM sessions WHERE token_hash = ?`,
  contact: `SELECT device, contacted_at AS "at", waiting, waiting_since AS "waitingSince", app
    FROM contacts WHERE device = ?`,
  quarantine: 'SELECT ops, bytes FROM quarantine WHERE device = ?',
  enrolmentById: `SELECT id, secret_hash AS "secretHash", expires_at AS "expiresAt", state
    FROM enrolments WHERE id = ?`,
  enrolmentBySecret: `SELECT id, secret_hash AS "secretHash", expires_at AS "expiresAt", state
    FROM enrolments WHERE secret_hash = ?`,
  enrolmentsEnding: `SELECT id, secret_hash AS "secretHash", expires_at AS "expiresAt", state
    FROM enrolments WHERE expires_at >= ? AND expires_at < ? ORDER BY expires_at, id LIMIT ?`,
  publication: `SELECT slug, scope, record, page, withdrawn_at AS "withdrawnAt" FROM publications WHERE slug = ?`,
  roster: 'SELECT unit, version, bytes, signature FROM rosters WHERE unit = ? AND version = ?',
  reactions: 'SELECT cause, reaction FROM reactions ORDER BY place',
} as const

/** Places in a scope and batches are inserted plainly: a second write of the same breaks the commit. */
export const WRITES = {
  putMeta:
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  putEntry: 'INSERT INTO entries (scope, seq, record, kind, holds, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  putRecord: `INSERT INTO records (scope, record, kind, created_seq, changed_seq, listed) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (scope, record) DO UPDATE SET kind = excluded.kind, created_seq = excluded.created_seq,
    changed_seq = excluded.changed_seq, listed = excluded.listed`,
  putSnapshot: `INSERT INTO snapshots (scope, record, seq, bytes) VALUES (?, ?, ?, ?)
    ON CONFLICT (scope, record) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes`,
  putBatch: `INSERT INTO batches
    (device, scope, device_seq, hash, bytes, signature, receipt, receipt_signature, received_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  dropRawBatch:
    'UPDATE batches SET bytes = ?, signature = ? WHERE device = ? AND scope = ? AND device_seq = ?',
  // The first binding of a client id stands for ever.
  putClient: `INSERT INTO clients (scope, record, client, device, person) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (scope, record, client) DO NOTHING`,
  putRefusals: `INSERT INTO refusals (scope, record, device, times) VALUES (?, ?, ?, ?)
    ON CONFLICT (scope, record, device) DO UPDATE SET times = excluded.times`,
  putSession: 'INSERT INTO sessions (token_hash, device, person, created_at) VALUES (?, ?, ?, ?)',
  dropSessions: 'DELETE FROM sessions WHERE device = ?',
  putContact: `INSERT INTO contacts (device, contacted_at, waiting, waiting_since, app) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (device) DO UPDATE SET contacted_at = excluded.contacted_at, waiting = excluded.waiting,
    waiting_since = excluded.waiting_since, app = excluded.app`,
  putQuarantine: `INSERT INTO quarantine (device, ops, bytes) VALUES (?, ?, ?)
    ON CONFLICT (device) DO UPDATE SET ops = excluded.ops, bytes = excluded.bytes`,
  putEnrolment: `INSERT INTO enrolments (id, secret_hash, expires_at, state) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET secret_hash = excluded.secret_hash, expires_at = excluded.expires_at,
    state = excluded.state`,
  dropEnrolment: 'DELETE FROM enrolments WHERE id = ?',
  putPublication: `INSERT INTO publications (slug, scope, record, page, withdrawn_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (slug) DO UPDATE SET scope = excluded.scope, record = excluded.record, page = excluded.page,
    withdrawn_at = excluded.withdrawn_at`,
  putRoster: `INSERT INTO rosters (unit, version, bytes, signature) VALUES (?, ?, ?, ?)
    ON CONFLICT (unit, version) DO UPDATE SET bytes = excluded.bytes, signature = excluded.signature`,
  putReaction: 'INSERT INTO reactions (cause, reaction) VALUES (?, ?) ON CONFLICT (cause) DO NOTHING',
  dropReaction: 'DELETE FROM reactions WHERE cause = ?',
} as const

export type ReadName = keyof typeof READS
export type WriteName = keyof typeof WRITES
export type SqlValue = string | number | Uint8Array | null

/** The statement that carries a change out, with its values. */
export function writeOf(change: Change): [WriteName, SqlValue[]] {
  if ('drop' in change) return dropOf(change)
  switch (change.put) {
    case 'meta':
      return ['putMeta', [change.key, change.value]]
    case 'entry': {
      const { scope, seq, record, kind, holds, bytes } = change.entry
      return ['putEntry', [scope, seq, record, kind, holds, bytes]]
    }
    case 'record': {
      const { scope, record, kind, createdSeq, changedSeq, row } = change.head
      return ['putRecord', [scope, record, kind, createdSeq, changedSeq, row]]
    }
    case 'snapshot': {
      const { scope, record, seq, bytes } = change.snapshot
      return ['putSnapshot', [scope, record, seq, bytes]]
    }
    case 'batch': {
      const { device, scope, deviceSeq, hash, bytes, signature, receipt, receiptSignature, receivedAt } =
        change.batch
      return [
        'putBatch',
        [device, scope, deviceSeq, hash, bytes, signature, receipt, receiptSignature, receivedAt],
      ]
    }
    case 'client': {
      const { scope, record, client, device, person } = change.client
      return ['putClient', [scope, record, client, device, person]]
    }
    case 'refusals':
      return ['putRefusals', [change.scope, change.record, change.device, change.count]]
    case 'session': {
      const { tokenHash, device, person, createdAt } = change.session
      return ['putSession', [tokenHash, device, person, createdAt]]
    }
    case 'contact': {
      const { device, at, waiting, waitingSince, app } = change.contact
      return ['putContact', [device, at, waiting, waitingSince, app]]
    }
    case 'quarantine':
      return ['putQuarantine', [change.device, change.quarantine.ops, change.quarantine.bytes]]
    case 'enrolment': {
      const { id, secretHash, expiresAt, state } = change.enrolment
      return ['putEnrolment', [id, secretHash, expiresAt, state]]
    }
    case 'publication': {
      const { slug, scope, record, page, withdrawnAt } = change.publication
      return ['putPublication', [slug, scope, record, page, withdrawnAt]]
    }
    case 'roster': {
      const { unit, version, bytes, signature } = change.roster
      return ['putRoster', [unit, version, bytes, signature]]
    }
    case 'reaction':
      return ['putReaction', [change.queued.cause, change.queued.reaction]]
    default:
      return change satisfies never
  }
}

const NOTHING = new Uint8Array(0)

/** Where the batches after one begin; before the first of them all for null. */
export function placeAfter(batch: RawBatch | null): SqlValue[] {
  return batch ? [batch.receivedAt, batch.device, batch.scope, batch.deviceSeq] : [-1, '', '', 0]
}

function dropOf(change: Extract<Change, { drop: string }>): [WriteName, SqlValue[]] {
  switch (change.drop) {
    case 'sessions':
      return ['dropSessions', [change.device]]
    case 'rawBatch':
      return ['dropRawBatch', [NOTHING, NOTHING, change.device, change.scope, change.deviceSeq]]
    case 'enrolment':
      return ['dropEnrolment', [change.id]]
    case 'reaction':
      return ['dropReaction', [change.cause]]
    default:
      return change satisfies never
  }
}
