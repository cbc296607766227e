import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDexieBook, type DexieBook } from '#client/data/book/dexie-book.ts'
import type { PhoneBook } from '#client/data/book/book.ts'
import { writeStart } from '#shared/document/write.ts'
import type { ChangesFrame, Frame } from '#shared/protocol/frames.ts'
import type { RecordedEvent, RecordKind } from '#shared/records/event.ts'
import type { Row } from '#shared/records/row.ts'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { Replica } from './replica.ts'

const SCOPE = 'cell/khu-dong-mit' as const
const OF_TOMORROW = 'ledger' as RecordKind
const RECORD = 'so-quy-0001'

const open: DexieBook[] = []
afterEach(() => {
  for (const book of open.splice(0)) book.close()
})
const books: Record<string, () => Promise<PhoneBook>> = {
  'the simulated disk': async () => new MemoryBook(),
  IndexedDB: async () => {
    const book = await openDexieBook(`book-${crypto.randomUUID()}`)
    open.push(book)
    return book
  },
}

const phoneWith = (book: PhoneBook): Replica =>
  new Replica({
    ...{
      book,
      clock: () => 1_800_000_000_000,
      localNow: () => '2026-12-03T20:00',
      announce: () => undefined,
    },
    ...{ sign: async () => new Uint8Array(64), isFromServer: async () => true, isSignedBy: async () => true },
    identity: {
      ...{ device: 'an-phone-1', person: 'an-000001', lineage: 'dong-0001', serverKey: '', enrolledAt: 1 },
    },
    ...{ newId: () => 'new-id-0001', newClientId: () => 71 },
  })

const event = (kind: RecordKind, seq: number, over: Partial<RecordedEvent> = {}): RecordedEvent => ({
  ...{ record: RECORD, kind, type: 'ledgerOpened', v: 3, data: { rows: [{ paid: 20_000 }] } },
  ...{
    actor: { by: 'person', person: 'binh-00001', device: 'binh-phone' },
    claimedAt: 5,
    receivedAt: 6,
    seq,
  },
  ...over,
})

function changes(): ChangesFrame {
  const doc = new Y.Doc()
  writeStart(doc, [{ part: 'block', kind: null, depth: 0, runs: [{ text: 'Chữ của ngày mai.' }] }])
  const update = Y.encodeStateAsUpdateV2(doc)
  return {
    ...{ frame: 'changes', scope: SCOPE, events: [event(OF_TOMORROW, 1), event(OF_TOMORROW, 3)] },
    documents: [{ record: RECORD, kind: OF_TOMORROW, update, own: [], touches: [] }],
    ...{ cursor: { seq: 3 }, digests: [{ record: RECORD, digest: 'tomorrow-digest' }] },
  }
}

describe.each(Object.entries(books))('[S17] what a newer app made, on %s', (_, make) => {
  it('is kept whole, stands as one row, and asks for no repair', async () => {
    const book = await make()
    await phoneWith(book).receive(changes())
    expect(await book.list('events', [SCOPE, RECORD])).toHaveLength(2)
    expect((await book.get('documents', [SCOPE, RECORD]))?.pieces).toHaveLength(1)
    expect((await book.get('rows', [SCOPE, RECORD]))?.row).toMatchObject({ kind: 'unknown', of: 'ledger' })
    expect((await book.get('cursors', [SCOPE]))?.cursor).toEqual({ seq: 3 })
    expect(await book.list('repairs')).toEqual([])
  })

  it('is kept when it comes as a whole record or in a list, and nothing is given to it', async () => {
    const book = await make()
    const phone = phoneWith(book)
    const row = { kind: OF_TOMORROW, record: RECORD, changedAt: 9, paid: 3 } as unknown as Row
    const frames: Frame[] = [
      { frame: 'rows', scope: SCOPE, rows: [row], cursor: { seq: 0, before: 9 } },
      {
        ...{ frame: 'records', scope: SCOPE, cursor: { seq: 1 } },
        records: [{ record: RECORD, kind: OF_TOMORROW, events: [event(OF_TOMORROW, 1)], touches: [], row }],
      },
    ]
    for (const frame of frames) {
      await phone.receive(frame)
      expect((await book.get('rows', [SCOPE, RECORD]))?.row).toMatchObject({ kind: 'unknown', of: 'ledger' })
    }
    const place = { scope: SCOPE, record: RECORD, kind: OF_TOMORROW } as const
    expect(await phone.give(place, { do: 'closeLedger' })).toBe('unknownCommand')
  })

  it('becomes what it is once the app knows it, and waits where nothing of it is here yet', async () => {
    const book = await make()
    const notice = { title: 'Họp thôn', body: 'Bà con đến dự.' }
    const known = event('announcement', 4, { type: 'announcementPublished', v: 1, data: { notice } })
    const unknown = (record: string) =>
      ({ kind: 'unknown', record, changedAt: 4, of: 'announcement' }) satisfies Row
    await book.commit([
      { put: 'events', value: { scope: SCOPE, record: RECORD, seq: 4, event: known } },
      ...[RECORD, 'later-0001'].map((record) => ({
        put: 'rows' as const,
        value: { scope: SCOPE, record, kind: 'announcement' as const, row: unknown(record) },
      })),
    ])
    await phoneWith(book).knowAgain()
    expect((await book.get('rows', [SCOPE, RECORD]))?.row).toMatchObject({ title: 'Họp thôn' })
    expect((await book.get('rows', [SCOPE, 'later-0001']))?.row.kind).toBe('unknown')
  })
})
