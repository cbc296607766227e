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
  publication: `SELECT slug, scope, record, page, withdrawn_at AS "withdrawnAt", last_day AS "lastDay"
    FROM publications WHERE slug = ?`,
  publicationOf: `SELECT slug, scope, record, page, withdrawn_at AS "withdrawnAt", last_day AS "lastDay"
    FROM publications WHERE scope = ? AND record = ?`,
  publicationsOn: `SELECT slug, scope, record, page, withdrawn_at AS "withdrawnAt", last_day AS "lastDay"
    FROM publications WHERE scope = ? AND withdrawn_at IS NULL AND (last_day IS NULL OR last_day >= ?) ORDER BY slug`,
  openings: 'SELECT slug, day, times FROM openings WHERE slug = ? ORDER BY day',
  attachmentUse: `SELECT scope, id, record, media, size, ended_at AS "endedAt"
    FROM attachment_uses WHERE scope = ? AND id = ? AND ended_at IS NULL ORDER BY record LIMIT 1`,
  attachment: `SELECT scope, id, media, size, have, begun_at AS "begunAt", whole_at AS "wholeAt"
    FROM attachments WHERE scope = ? AND id = ?`,
  attachmentPieces: `SELECT scope, id, start, bytes FROM attachment_pieces WHERE scope = ? AND id = ? ORDER BY start`,
  attachmentsIn: 'SELECT COALESCE(SUM(size), 0) AS size FROM attachments WHERE scope = ?',
  needlessAttachments: `SELECT scope, id FROM attachments WHERE (whole_at IS NULL AND begun_at < ?) OR NOT EXISTS
    (SELECT 1 FROM attachment_uses used WHERE used.scope = attachments.scope AND used.id = attachments.id
      AND (used.ended_at IS NULL OR used.ended_at >= ?))
    ORDER BY scope, id LIMIT ?`,
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
  putPublication: `INSERT INTO publications (slug, scope, record, page, withdrawn_at, last_day) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (slug) DO UPDATE SET scope = excluded.scope, record = excluded.record, page = excluded.page,
    withdrawn_at = excluded.withdrawn_at, last_day = excluded.last_day`,
  putOpenings: `INSERT INTO openings (slug, day, times) VALUES (?, ?, ?)
    ON CONFLICT (slug, day) DO UPDATE SET times = openings.times + excluded.times`,
  putAttachmentUse: `INSERT INTO attachment_uses (scope, id, record, media, size, ended_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (scope, id, record) DO UPDATE SET ended_at = CASE WHEN excluded.ended_at IS NULL THEN NULL
    ELSE COALESCE(attachment_uses.ended_at, excluded.ended_at) END`,
  putAttachment: `INSERT INTO attachments (scope, id, media, size, have, begun_at, whole_at) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (scope, id) DO UPDATE SET have = excluded.have, whole_at = excluded.whole_at`,
  putAttachmentPiece: 'INSERT INTO attachment_pieces (scope, id, start, bytes) VALUES (?, ?, ?, ?)',
  dropAttachment: 'DELETE FROM attachments WHERE scope = ? AND id = ?',
  dropAttachmentPieces: 'DELETE FROM attachment_pieces WHERE scope = ? AND id = ?',
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
      const { slug, scope, record, page, withdrawnAt, lastDay } = change.publication
      return ['putPublication', [slug, scope, record, page, withdrawnAt, lastDay]]
    }
    case 'openings': {
      const { slug, day, times } = change.openings
      return ['putOpenings', [slug, day, times]]
    }
    case 'attachmentUse': {
      const { scope, id, record, media, size, endedAt } = change.use
      return ['putAttachmentUse', [scope, id, record, media, size, endedAt]]
    }
    case 'attachment': {
      const { scope, id, media, size, have, begunAt, wholeAt } = change.attachment
      return ['putAttachment', [scope, id, media, size, have, begunAt, wholeAt]]
    }
    case 'attachmentPiece': {
      const { scope, id, start, bytes } = change.piece
      return ['putAttachmentPiece', [scope, id, start, bytes]]
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

/** Pieces of an attachment, in order, as one. */
export function joined(pieces: readonly { bytes: Uint8Array }[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(pieces.map(({ bytes }) => bytes)))
}

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
    case 'attachment':
      return ['dropAttachment', [change.scope, change.id]]
    case 'attachmentPieces':
      return ['dropAttachmentPieces', [change.scope, change.id]]
    default:
      return change satisfies never
  }
}
