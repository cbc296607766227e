import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { batch, bytes, CELL, entry, same } from './stored-things.fixture.ts'
import { StorageConflict, type Change, type Storage } from './storage.ts'

/** The part of the contract by which old and derived things are found and let go. */
export function housekeepingContract(
  name: string,
  place: { fresh(): Promise<void>; open(): Promise<Storage> },
): void {
  describe(`housekeeping of the storage: ${name}`, () => {
    let storage: Storage
    beforeEach(async () => {
      await place.fresh()
      storage = await place.open()
    })
    afterEach(() => storage.close())

    it('lets go of a batch’s raw bytes and keeps its hash and what was answered', async () => {
      await storage.commit([batch(9), batch(10)])
      await storage.commit([{ drop: 'rawBatch', device: 'dienthoai-1', scope: CELL, deviceSeq: 9 }])
      const kept = await storage.batch('dienthoai-1', CELL, 9)
      expect([kept?.bytes.length, kept?.signature.length]).toEqual([0, 0])
      same(kept?.hash, bytes('h9'))
      same(kept?.receipt, bytes('r'))
      same(kept?.receiptSignature, bytes('x'))
      same((await storage.batch('dienthoai-1', CELL, 10))?.bytes, bytes('b'))
      await expect(storage.commit([batch(9)])).rejects.toBeInstanceOf(StorageConflict)
    })

    it('tells which raw batches are old, page by page, and not of those let go', async () => {
      const other = { device: 'dienthoai-2', scope: 'own/person-0001' }
      await storage.commit([1, 2, 3, 4].map((n) => batch(n, { receivedAt: n < 3 ? 7 : n * 10 })))
      await storage.commit([batch(1, { ...other, receivedAt: 7 }), batch(2, { ...other, receivedAt: 8 })])
      const first = await storage.rawBatches(30, null, 2)
      const rest = await storage.rawBatches(30, first.at(-1) ?? null, 10)
      const told = (list: typeof first) => list.map((b) => [b.receivedAt, b.device, b.deviceSeq])
      expect(told(first)).toEqual([
        [7, 'dienthoai-1', 1],
        [7, 'dienthoai-1', 2],
      ])
      expect(told(rest)).toEqual([
        [7, 'dienthoai-2', 1],
        [8, 'dienthoai-2', 2],
        [30, 'dienthoai-1', 3],
      ])
      same(first[0]?.hash, bytes('h1'))
      same(first[0]?.receipt, bytes('r'))
      await storage.commit([{ drop: 'rawBatch', device: 'dienthoai-1', scope: CELL, deviceSeq: 1 }])
      expect(told(await storage.rawBatches(8, null, 1))).toEqual([[7, 'dienthoai-1', 2]])
    })

    it('answers a record’s events alone, up to a place', async () => {
      await storage.commit([entry(1), entry(2, { holds: 'update' }), entry(3, { record: 'thongbao-01' })])
      await storage.commit([entry(4), entry(5, { holds: 'update' }), entry(6)])
      const seqs = async (upTo: number) =>
        (await storage.eventsOfRecord(CELL, 'nghiquyet-12', upTo)).map((e) => e.seq)
      expect(await seqs(6)).toEqual([1, 4, 6])
      expect(await seqs(5)).toEqual([1, 4])
      expect(await seqs(0)).toEqual([])
    })

    it('knows how much was taken from a device that was revoked', async () => {
      expect(await storage.quarantine('dienthoai-1')).toEqual({ ops: 0, bytes: 0 })
      const taken = (ops: number): Change => {
        return { put: 'quarantine', device: 'dienthoai-1', quarantine: { ops, bytes: 4_000_000 } }
      }
      await storage.commit([taken(1)])
      await storage.commit([taken(3)])
      expect(await storage.quarantine('dienthoai-1')).toEqual({ ops: 3, bytes: 4_000_000 })
      expect(await storage.quarantine('dienthoai-2')).toEqual({ ops: 0, bytes: 0 })
    })

    it('tells which enrolments end within a span of time', async () => {
      const ends = (expiresAt: number): Change => {
        const id = `moi-${expiresAt}`
        return { put: 'enrolment', enrolment: { id, secretHash: id, expiresAt, state: '{}' } }
      }
      await storage.commit([30, 10, 20, 40].map(ends))
      const ids = async (from: number, before: number, limit = 10) =>
        (await storage.enrolmentsEnding({ from, before }, limit)).map((e) => e.id)
      expect(await ids(0, 100)).toEqual(['moi-10', 'moi-20', 'moi-30', 'moi-40'])
      expect(await ids(20, 40)).toEqual(['moi-20', 'moi-30'])
      expect(await ids(0, 100, 1)).toEqual(['moi-10'])
    })
  })
}
