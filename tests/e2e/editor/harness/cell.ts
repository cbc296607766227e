import * as Y from 'yjs'
import { writeStart } from '#shared/document/write.ts'
import { readContent } from '#shared/document/read.ts'
import { resolutionRules } from '#shared/events/resolution.ts'
import type { Content } from '#shared/records/content.ts'
import type { RecordedEvent } from '#shared/records/event.ts'
import type { Roster } from '#shared/records/roster.ts'
import type { ScopeId } from '#shared/records/scope.ts'
import { checksumOf } from '#client/data/replica/documents.ts'
import type { PhoneBook } from '#client/data/book/book.ts'

export const CELL: ScopeId = 'cell/cell-0001'
export const RECORD = 'record-0001'
export const PEOPLE = { huong: 'Trần Thị Hương', lan: 'Lê Thị Lan' } as const

const AT = 1_800_000_000_000

export const roster: Roster = {
  lineage: 'lineage-01',
  version: 1,
  issuedAt: AT,
  unit: { kind: 'cell', id: 'cell-0001', name: 'Chi bộ thôn Đông', cellKind: 'village', parent: 'commune-1' },
  people: [
    { id: 'huong-0001', name: PEOPLE.huong, status: 'official', duties: ['secretary'] },
    { id: 'lan-000001', name: PEOPLE.lan, status: 'official', duties: ['committee', 'deputy'] },
  ],
}

/** One roster and one draft, as if the server had sent them. The same on every phone. */
export async function fillBook(book: PhoneBook, start: Content): Promise<void> {
  if ((await book.list('rosters')).length > 0) return
  const doc = new Y.Doc()
  doc.clientID = 1
  writeStart(doc, start)
  const pieces = [{ v: 2 as const, bytes: Y.encodeStateAsUpdateV2(doc) }]
  const event: RecordedEvent = {
    record: RECORD,
    kind: 'resolution',
    type: 'resolutionStarted',
    v: 1,
    seq: 1,
    actor: { by: 'person', person: 'huong-0001', device: 'device-0000' },
    claimedAt: AT,
    receivedAt: AT,
    data: {
      title: 'Nghị quyết tháng 11',
      month: '2026-11',
      template: 'monthly',
      schema: 1,
      draftingGroup: { who: 'committee' },
    },
  }
  const state = resolutionRules.fold(null, event)
  if (!state) throw new Error('the start does not fold')
  const row = resolutionRules.project(RECORD, state, AT, readContent(doc))
  const place = { scope: CELL, record: RECORD }
  const stored = new Uint8Array()
  await book.commit([
    { put: 'rosters', value: { unit: roster.unit.id, version: 1, bytes: stored, signature: stored, roster } },
    { put: 'events', value: { ...place, seq: 1, event } },
    { put: 'documents', value: { ...place, pieces, checksum: checksumOf(pieces) } },
    { put: 'rows', value: { ...place, kind: 'resolution', row } },
    { put: 'cursors', value: { scope: CELL, cursor: { seq: 1 } } },
  ])
}

/** Somebody adopted the resolution while this phone was off. */
export function adoptedRow(events: readonly RecordedEvent[]): RecordedEvent {
  const [first] = events
  if (!first) throw new Error('no draft')
  return { ...first, type: 'stageMoved', seq: 2, data: { to: 'adopted' } }
}
