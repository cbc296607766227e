import { READS } from './statements.ts'
import type { Change } from './storage.ts'
import type * as Stored from './storage.ts'

/** `SELECT` of a whole table → the change that writes one of its rows. */
export const EVERYTHING: Record<string, (row: Record<string, never>) => Change> = {
  'SELECT key, value FROM meta': ({ key, value }) => ({ put: 'meta', key: key ?? '', value: value ?? '' }),
  [whole(READS.entriesAfter, 'scope, seq')]: (row) => ({ put: 'entry', entry: as<Stored.Entry>(row) }),
  [whole(READS.records, 'scope, record')]: (row) => ({ put: 'record', head: as<Stored.RecordHead>(row) }),
  [whole(READS.snapshot, 'scope, record')]: (row) => ({
    put: 'snapshot',
    snapshot: as<Stored.Snapshot>(row),
  }),
  [whole(READS.batch, 'device, scope, device_seq')]: (row) => ({
    put: 'batch',
    batch: as<Stored.ArchivedBatch>(row),
  }),
  [whole(READS.clients, 'scope, record')]: (row) => ({ put: 'client', client: as<Stored.BoundClient>(row) }),
  'SELECT scope, record, device, times AS count FROM refusals': (row) => {
    return { put: 'refusals', ...as<{ scope: string; record: string; device: string; count: number }>(row) }
  },
  [whole(READS.session, 'token_hash')]: (row) => ({ put: 'session', session: as<Stored.Session>(row) }),
  [whole(READS.contact, 'device')]: (row) => ({ put: 'contact', contact: as<Stored.Contact>(row) }),
  'SELECT device, ops, bytes FROM quarantine': (row) => {
    const { device, ...quarantine } = as<{ device: string } & Stored.Quarantine>(row)
    return { put: 'quarantine', device, quarantine }
  },
  [whole(READS.enrolmentById, 'id')]: (row) => ({ put: 'enrolment', enrolment: as<Stored.Enrolment>(row) }),
  [whole(READS.publication, 'slug')]: (row) => ({
    put: 'publication',
    publication: as<Stored.Publication>(row),
  }),
  'SELECT slug, day, times FROM openings': (row) => ({
    put: 'openings',
    openings: as<Stored.Openings>(row),
  }),
  [whole(READS.attachmentUse, 'scope, id, record')]: (row) => ({
    put: 'attachmentUse',
    use: as<Stored.AttachmentUse>(row),
  }),
  [whole(READS.attachment, 'scope, id')]: (row) => ({
    put: 'attachment',
    attachment: as<Stored.Attachment>(row),
  }),
  [whole(READS.attachmentPieces, 'scope, id, start')]: (row) => ({
    put: 'attachmentPiece',
    piece: as<Stored.AttachmentPiece>(row),
  }),
  [whole(READS.roster, 'unit, version')]: (row) => ({ put: 'roster', roster: as<Stored.SignedRoster>(row) }),
  [READS.reactions]: (row) => ({ put: 'reaction', queued: as<Stored.QueuedReaction>(row) }),
}

function whole(read: string, order: string): string {
  return `${read.slice(0, read.indexOf('WHERE'))} ORDER BY ${order}`
}

const as = <T>(row: unknown): T => row as T
