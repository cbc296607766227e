import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import type { StoredAttachment } from '#client/data/book/book.ts'
import type { ReplicaParts } from '#client/data/replica/identity.ts'
import { receiveFrame } from '#client/data/replica/receive.ts'
import { waitingItems } from '#client/data/sync-views.ts'

const SCOPE = 'cell/khu-dong-mit' as const
const OTHER = 'cell/khu-ao-sen' as const
const one = (of: Partial<StoredAttachment>): StoredAttachment => ({
  ...{ scope: SCOPE, id: 'a'.repeat(43), record: 'thongbao-01', kind: 'announcement', media: 'image/jpeg' },
  ...{ size: 100, at: 5, due: false, sent: 100, sentAt: 7 },
  ...of,
})

let book: MemoryBook
let parts: ReplicaParts
beforeEach(async () => {
  book = new MemoryBook()
  const identity = {
    device: 'an-phone',
    person: 'an-person',
    lineage: 'dong-0001',
    serverKey: '',
    enrolledAt: 1,
  }
  parts = { book, identity } as unknown as ReplicaParts
  for (const scope of [SCOPE, OTHER])
    await book.commit([
      { put: 'attachments', value: one({ scope }) },
      { put: 'attachmentBytes', value: { scope, id: 'a'.repeat(43), bytes: new Uint8Array(100) } },
    ])
})
const receive = (frame: Parameters<typeof receiveFrame>[1]) => receiveFrame(parts, frame, () => undefined)

describe('attachments when the server changed', () => {
  it('[B10] after a restore they may be missing there: whoever has the bytes asks again', async () => {
    await receive({ frame: 'hello', serverTime: 9, lineage: 'dong-0001', app: '0.1.0' })
    expect((await book.list('attachments')).map(({ sentAt }) => sentAt)).toEqual([7, 7])
    await receive({ frame: 'hello', serverTime: 9, lineage: 'dong-0002', app: '0.1.0' })
    expect((await book.list('attachments')).map(({ sentAt, sent }) => [sentAt, sent])).toEqual([
      [null, 0],
      [null, 0],
    ])
    expect(await book.list('attachmentBytes')).toHaveLength(2)
  })

  it('[S8] of a scope that is not read any more nothing stays', async () => {
    await receive({ frame: 'gone', scope: SCOPE })
    expect((await book.list('attachments')).map(({ scope }) => scope)).toEqual([OTHER])
    expect((await book.list('attachmentBytes')).map(({ scope }) => scope)).toEqual([OTHER])
  })
})

describe('what waits to be sent', () => {
  it('counts a picture as one thing, with how far it is, as long as it is due', () => {
    const items = waitingItems(
      [],
      [one({ due: true, sentAt: null, sent: 40 }), one({ sentAt: null }), one({})],
    )
    expect(items).toEqual([
      {
        ...{ id: 'a'.repeat(43), scope: SCOPE, record: 'thongbao-01', kind: 'announcement', since: 5 },
        ...{ what: { op: 'attachment', sent: 40, size: 100 }, underWay: true },
      },
    ])
  })
})
