import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { elementName } from '#shared/document/element-name.ts'
import { putPart } from '#shared/document/put-part.ts'
import { readContent, readLocated } from '#shared/document/read.ts'
import { writeStart } from '#shared/document/write.ts'
import { contentText, type Block } from '#shared/records/content.ts'
import type { StoredJournal, StoredSavepoint } from '#client/data/book/book.ts'
import { DocumentSession } from './document-session.ts'
import { recoverInto, unknownWork, wordsLeft } from './recovery.ts'

const PLACE = { scope: 'cell/cell-0001', record: 'record-0001', kind: 'resolution' } as const

const block = (text: string): Block => ({ part: 'block', kind: null, depth: 0, runs: [{ text }] })

/** What the book knows, a session that died on top of it, and a new one. */
function setup(start = 'Chi bộ họp.') {
  const known = new Y.Doc()
  writeStart(known, [block(start)])
  const dead = copyOf(known)
  const session = new DocumentSession(PLACE, copyOf(known))
  return { known, dead, session }
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), 'copy')
  return copy
}

function firstOf(doc: Y.Doc): Y.XmlElement {
  const [located] = readLocated(doc)
  if (!located) throw new Error('the document is empty')
  return located.element
}

const write = (doc: Y.Doc, text: string): boolean => putPart(firstOf(doc), block(text))
const text = (doc: Y.Doc): string => contentText(readContent(doc))

const journalOf = (doc: Y.Doc, refusals = 0): { row: StoredJournal; doc: Y.Doc } => {
  const row = { ...PLACE, id: 'journal-01', tab: 'tab-0001', client: doc.clientID, refusals, at: 0 }
  return { row, doc: copyOf(doc) }
}

function savepointOf(doc: Y.Doc, now: string): StoredSavepoint {
  const clock = Y.getState(doc.store, doc.clientID)
  const element = elementName(firstOf(doc))
  const { scope, record } = PLACE
  return {
    scope,
    record,
    client: doc.clientID,
    clock,
    element,
    index: 0,
    was: block(text(doc)),
    part: block(now),
    at: 0,
  }
}

const nothingElse = { savepoint: undefined, refusals: 0 }

test('bursts the book does not know become pending work, under their own ids', () => {
  const { dead, session } = setup()
  write(dead, 'Chi bộ họp. Đủ mặt.')
  expect(recoverInto(session, [journalOf(dead)], nothingElse)).toEqual([])
  expect(text(session.doc)).toBe('Chi bộ họp. Đủ mặt.')
  expect(session.segments().map((s) => s.client)).toEqual([dead.clientID])
})

test('taken twice they are there once', () => {
  const { dead, session } = setup()
  write(dead, 'Chi bộ họp. Đủ mặt.')
  recoverInto(session, [journalOf(dead), journalOf(dead)], nothingElse)
  expect(session.segments()).toHaveLength(1)
  expect(text(session.doc)).toBe('Chi bộ họp. Đủ mặt.')
})

test('what reached the book before the tab died is not taken again', () => {
  const { dead } = setup()
  write(dead, 'Chi bộ họp. Đủ mặt.')
  const session = new DocumentSession(PLACE, copyOf(dead))
  recoverInto(session, [journalOf(dead)], nothingElse)
  expect(session.segments()).toEqual([])
})

test('a deletion alone is work too', () => {
  const { dead, session } = setup()
  write(dead, 'Chi bộ.')
  recoverInto(session, [journalOf(dead)], nothingElse)
  expect(text(session.doc)).toBe('Chi bộ.')
  expect(session.segments()).toHaveLength(1)
})

test('the unfinished word comes on top, as the new session’s own', () => {
  const { dead, session } = setup()
  write(dead, 'Chi bộ họp. Đủ ')
  const savepoint = savepointOf(dead, 'Chi bộ họp. Đủ mặ')
  recoverInto(session, [journalOf(dead)], { savepoint, refusals: 0 })
  expect(text(session.doc)).toBe('Chi bộ họp. Đủ mặ')
  expect(session.segments().map((s) => s.client)).toEqual([dead.clientID, session.doc.clientID])
})

test('a savepoint whose flush happened is old', () => {
  const { dead, session } = setup()
  const savepoint = savepointOf(dead, 'Chi bộ họp. Đ')
  write(dead, 'Chi bộ họp. Đủ mặt.')
  recoverInto(session, [journalOf(dead)], { savepoint, refusals: 0 })
  expect(text(session.doc)).toBe('Chi bộ họp. Đủ mặt.')
})

test('a savepoint newer than its journal brings the lost burst along', () => {
  const { dead, session } = setup()
  const early = journalOf(dead)
  write(dead, 'Chi bộ họp. Đủ ')
  const savepoint = savepointOf(dead, 'Chi bộ họp. Đủ mặt')
  recoverInto(session, [early], { savepoint, refusals: 0 })
  expect(text(session.doc)).toBe('Chi bộ họp. Đủ mặt')
})

test('a flush that only deleted, and others’ words since: nothing of theirs is taken back', () => {
  const { dead, session } = setup()
  const savepoint = savepointOf(dead, 'Chi bộ.')
  write(dead, 'Chi bộ.')
  write(session.doc, 'Hôm nay Chi bộ họp.')
  session.cut()
  recoverInto(session, [journalOf(dead)], { savepoint, refusals: 0 })
  expect(text(session.doc)).toBe('Hôm nay Chi bộ.')
})

test('words of a session that rests on refused ones are kept apart', () => {
  const { dead, session } = setup()
  write(dead, 'Chi bộ họp. Đủ mặt.')
  const homeless = recoverInto(session, [journalOf(dead, 0)], { savepoint: undefined, refusals: 1 })
  expect(homeless.join()).toContain('Đủ mặt.')
  expect(session.segments()).toEqual([])
})

test('a paragraph that is gone leaves its unfinished words to be kept', () => {
  const { dead, session } = setup()
  const savepoint = savepointOf(dead, 'Chi bộ họp. Đủ mặt')
  session.doc.getXmlFragment('content').delete(0, 1)
  const homeless = recoverInto(session, [], { savepoint, refusals: 0 })
  expect(homeless).toEqual(['Chi bộ họp. Đủ mặt'])
})

test('where nothing may be written any more, all words are kept, each once', () => {
  const { known, dead } = setup()
  write(dead, 'Chi bộ họp. Đủ ')
  const savepoint = savepointOf(dead, 'Chi bộ họp. Đủ mặt')
  expect(wordsLeft(known, [journalOf(dead)], savepoint)).toContain('Đủ mặt')
  expect(wordsLeft(dead, [journalOf(dead)], undefined)).toBe('')
})

test('the difference of two documents is what one of them wrote, and nothing of the other', () => {
  const { known, dead } = setup()
  expect(unknownWork(known, dead)).toBeNull()
  write(dead, 'Chi bộ họp. Đủ mặt.')
  const work = unknownWork(known, dead)
  expect(work?.whole).toBe(true)
  expect(work?.update.length ?? 999).toBeLessThan(60)
})
