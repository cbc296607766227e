import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bytes, CELL, same } from './stored-things.fixture.ts'
import { StorageConflict, type Attachment, type Change, type Storage } from './storage.ts'

const ID = 'a'.repeat(43)

/** The part of the contract about attachments, and about pages: which of a cell stand and how often they were opened. */
export function attachmentsContract(
  name: string,
  place: { fresh(): Promise<void>; open(): Promise<Storage> },
): void {
  describe(`attachments and pages in the storage: ${name}`, () => {
    let storage: Storage
    beforeEach(async () => {
      await place.fresh()
      storage = await place.open()
    })
    afterEach(() => storage.close())

    it('keeps pieces in the order of their places, each written once', async () => {
      expect([await storage.attachment(CELL, ID), await storage.attachmentsIn(CELL)]).toEqual([null, 0])
      await storage.commit([begun({}), piece(6, 'ba'), piece(0, 'một hai')])
      await storage.commit([begun({ id: 'b'.repeat(43), size: 5 }), begun({ scope: 'cell/ninhdan-01' })])
      same(await storage.attachmentBytes(CELL, ID), bytes('một haiba'))
      expect((await storage.attachmentBytes('cell/ninhdan-01', ID)).length).toBe(0)
      expect(await storage.attachmentsIn(CELL)).toBe(15)
      await expect(storage.commit([begun({ have: 9 }), piece(6, 'x')])).rejects.toBeInstanceOf(
        StorageConflict,
      )
      expect((await storage.attachment(CELL, ID))?.have).toBe(0)
      await storage.commit([begun({ have: 10, wholeAt: 7 })])
      expect(await storage.attachment(CELL, ID)).toEqual(attachment({ have: 10, wholeAt: 7 }))
      await storage.commit(gone(ID))
      expect(await storage.attachment(CELL, ID)).toBeNull()
      expect((await storage.attachmentBytes(CELL, ID)).length).toBe(0)
    })

    it('knows whether a record refers to one; an end that is known stays until it is referred to again', async () => {
      expect(await storage.attachmentUse(CELL, ID)).toBeNull()
      await storage.commit([use('thongbao-01', null), use('thongbao-02', null)])
      expect(await storage.attachmentUse(CELL, ID)).toEqual({
        ...{ scope: CELL, id: ID, record: 'thongbao-01', media: 'image/jpeg', size: 10, endedAt: null },
      })
      await storage.commit([use('thongbao-01', 50), use('thongbao-02', 40)])
      expect(await storage.attachmentUse(CELL, ID)).toBeNull()
      await storage.commit([use('thongbao-02', null)])
      expect((await storage.attachmentUse(CELL, ID))?.record).toBe('thongbao-02')
    })

    it('tells which nothing has used for long, and which never became whole', async () => {
      const ids = async (before: number, limit = 10) =>
        (await storage.needlessAttachments(before, limit)).map(({ id }) => id[0])
      for (const [id, begunAt, wholeAt] of [
        ['a', 10, 20],
        ['b', 10, 20],
        ['c', 10, null],
        ['d', 10, 20],
      ] as const)
        await storage.commit([begun({ id: id.repeat(43), begunAt, wholeAt, have: 10 })])
      const used = (id: string, record: string, endedAt: number | null) => use(record, endedAt, id.repeat(43))
      await storage.commit([used('a', 'r-1', 30), used('a', 'r-2', null), used('b', 'r-1', 30)])
      await storage.commit([used('b', 'r-1', 90), used('c', 'r-1', null)])
      expect(await ids(31)).toEqual(['b', 'c', 'd'])
      expect(await ids(30)).toEqual(['c', 'd'])
      expect(await ids(10)).toEqual(['d'])
      expect(await ids(31, 1)).toEqual(['b'])
    })

    it('answers the pages of a cell that stand on a day, and the page of a record', async () => {
      const page = (slug: string, lastDay: string | null, withdrawnAt: number | null = null): Change => {
        const of = { scope: CELL, record: `r-${slug}`, page: '{}' }
        return { put: 'publication', publication: { slug, ...of, withdrawnAt, lastDay } }
      }
      await storage.commit([
        page('a', '2026-12-03'),
        page('b', null),
        page('c', null, 5),
        page('d', '2026-12-02'),
      ])
      const on = async (day: string, scope = CELL) =>
        (await storage.publicationsOn(day, scope)).map((p) => p.slug)
      expect(await on('2026-12-03')).toEqual(['a', 'b'])
      expect(await on('2026-12-02')).toEqual(['a', 'b', 'd'])
      expect(await on('2026-12-02', 'cell/ninhdan-01')).toEqual([])
      expect((await storage.publicationOf(CELL, 'r-c'))?.withdrawnAt).toBe(5)
      expect(await storage.publicationOf(CELL, 'r-x')).toBeNull()
    })

    it('adds up how often a page was opened, by the day', async () => {
      const opened = (slug: string, day: string, times: number): Change => {
        return { put: 'openings', openings: { slug, day, times } }
      }
      await storage.commit([
        opened('a', '2026-12-03', 2),
        opened('a', '2026-12-02', 1),
        opened('b', '2026-12-03', 9),
      ])
      await storage.commit([opened('a', '2026-12-03', 3)])
      expect(await storage.openings('a')).toEqual([
        { slug: 'a', day: '2026-12-02', times: 1 },
        { slug: 'a', day: '2026-12-03', times: 5 },
      ])
      expect(await storage.openings('c')).toEqual([])
    })
  })
}

const attachment = (of: Partial<Attachment>): Attachment => ({
  ...{ scope: CELL, id: ID, media: 'image/jpeg', size: 10, have: 0, begunAt: 1, wholeAt: null },
  ...of,
})
const begun = (of: Partial<Attachment>): Change => ({ put: 'attachment', attachment: attachment(of) })
const piece = (start: number, text: string): Change => {
  return { put: 'attachmentPiece', piece: { scope: CELL, id: ID, start, bytes: bytes(text) } }
}
const use = (record: string, endedAt: number | null, id = ID): Change => {
  return { put: 'attachmentUse', use: { scope: CELL, id, record, media: 'image/jpeg', size: 10, endedAt } }
}
const gone = (id: string): Change[] => [
  { drop: 'attachment', scope: CELL, id },
  { drop: 'attachmentPieces', scope: CELL, id },
]
