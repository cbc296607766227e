import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachmentsContract } from './attachments.contract.ts'
import { housekeepingContract } from './housekeeping.contract.ts'
import { batch, bytes, CELL, entry, same } from './stored-things.fixture.ts'
import { StorageConflict, type Change, type Storage } from './storage.ts'

/** What every storage adapter keeps to. `open` answers the same data again until `fresh` gave a new place. */
export function storageContract(
  name: string,
  place: { fresh(): Promise<void>; open(): Promise<Storage> },
): void {
  describe(`storage: ${name}`, () => {
    let storage: Storage
    beforeEach(async () => {
      await place.fresh()
      storage = await place.open()
    })
    afterEach(() => storage.close())

    it('is empty at first, and says so without failing', async () => {
      expect(await storage.meta('lineage')).toBeNull()
      expect(await storage.head(CELL)).toBe(0)
      expect(await storage.entriesAfter(CELL, 0, 10)).toEqual([])
      expect(await storage.record(CELL, 'nghiquyet-12')).toBeNull()
      expect(await storage.lastBatch('dienthoai-1', CELL)).toBeNull()
      expect(await storage.refusals(CELL, 'nghiquyet-12', 'dienthoai-1')).toBe(0)
      expect(await storage.enrolment({ id: 'none' })).toBeNull()
      expect(await storage.publication('none')).toBeNull()
      expect(await storage.reactions()).toEqual([])
    })

    it('keeps a scope in order and answers what is after a place, at most so many', async () => {
      await storage.commit([entry(1), entry(2, { record: 'thongbao-01' }), entry(3)])
      await storage.commit([entry(1, { scope: 'cell/ninhdan-01' })])
      expect(await storage.head(CELL)).toBe(3)
      expect((await storage.entriesAfter(CELL, 1, 10)).map((e) => e.seq)).toEqual([2, 3])
      expect((await storage.entriesAfter(CELL, 0, 2)).map((e) => e.seq)).toEqual([1, 2])
      expect((await storage.entriesOfRecord(CELL, 'nghiquyet-12', 1)).map((e) => e.seq)).toEqual([3])
      const [first] = await storage.entriesAfter(CELL, 0, 1)
      expect(first).toMatchObject({ scope: CELL, record: 'nghiquyet-12', kind: 'resolution', holds: 'event' })
      same(first?.bytes, bytes('1'))
    })

    it('writes a place in a scope once: a second writer fails whole', async () => {
      await storage.commit([entry(1)])
      const late = storage.commit([
        { put: 'meta', key: 'late', value: 'yes' },
        entry(1, { bytes: bytes('other') }),
      ])
      await expect(late).rejects.toBeInstanceOf(StorageConflict)
      expect(await storage.meta('late')).toBeNull()
      same((await storage.entriesAfter(CELL, 0, 1))[0]?.bytes, bytes('1'))
      await storage.commit([entry(2)])
      expect(await storage.head(CELL)).toBe(2)
    })

    it('keeps batches by device and number, once, and knows the newest', async () => {
      await storage.commit([batch(9), batch(10), batch(1, { scope: 'own/person-0001' })])
      expect((await storage.lastBatch('dienthoai-1', CELL))?.deviceSeq).toBe(10)
      const kept = await storage.batch('dienthoai-1', CELL, 9)
      expect(kept?.receivedAt).toBe(5)
      same(kept?.hash, bytes('h9'))
      same(kept?.receiptSignature, bytes('x'))
      await expect(storage.commit([batch(9)])).rejects.toBeInstanceOf(StorageConflict)
      expect(await storage.batch('dienthoai-2', CELL, 9)).toBeNull()
    })

    it('lists records newest created first and replaces a head', async () => {
      const head = (record: string, createdSeq: number, changedSeq: number): Change => {
        const row = bytes(`{"record":"${record}"}`)
        return {
          put: 'record',
          head: { scope: CELL, record, kind: 'resolution', createdSeq, changedSeq, row },
        }
      }
      await storage.commit([head('thang-10', 1, 1), head('thang-11', 5, 5)])
      await storage.commit([head('thang-10', 1, 9)])
      expect((await storage.records(CELL)).map((r) => [r.record, r.changedSeq])).toEqual([
        ['thang-11', 5],
        ['thang-10', 9],
      ])
      same((await storage.record(CELL, 'thang-11'))?.row, bytes('{"record":"thang-11"}'))
    })

    it('keeps the first binding of a client id', async () => {
      const client = {
        scope: CELL,
        record: 'nghiquyet-12',
        client: 4294967295,
        device: 'dienthoai-1',
        person: 'an',
      }
      await storage.commit([{ put: 'client', client }])
      await storage.commit([{ put: 'client', client: { ...client, device: 'dienthoai-2' } }])
      expect(await storage.clients(CELL, 'nghiquyet-12')).toEqual([client])
    })

    it('keeps one snapshot, one count of refusals, one contact: the newest', async () => {
      const snapshot = { scope: CELL, record: 'nghiquyet-12', seq: 7, bytes: bytes('old') }
      const contact = {
        device: 'dienthoai-1',
        at: 1764000000000,
        waiting: 3,
        waitingSince: 1763900000000,
        app: '0.1.0',
      }
      const refusals = { scope: CELL, record: 'nghiquyet-12', device: 'dienthoai-1' }
      await storage.commit([
        { put: 'snapshot', snapshot },
        { put: 'contact', contact },
      ])
      await storage.commit([
        { put: 'snapshot', snapshot: { ...snapshot, seq: 9, bytes: bytes('new') } },
        { put: 'contact', contact: { ...contact, waiting: 0 } },
        { put: 'refusals', ...refusals, count: 1 },
        { put: 'refusals', ...refusals, count: 2 },
      ])
      expect((await storage.snapshot(CELL, 'nghiquyet-12'))?.seq).toBe(9)
      expect(await storage.contacts(['dienthoai-9', 'dienthoai-1'])).toEqual([{ ...contact, waiting: 0 }])
      expect(await storage.refusals(CELL, 'nghiquyet-12', 'dienthoai-1')).toBe(2)
    })

    it('forgets a device’s sessions, all of them and nobody else’s', async () => {
      const session = (tokenHash: string, device: string): Change => {
        return { put: 'session', session: { tokenHash, device, person: 'an', createdAt: 1 } }
      }
      await storage.commit([
        session('a', 'dienthoai-1'),
        session('b', 'dienthoai-1'),
        session('c', 'dienthoai-2'),
      ])
      await storage.commit([{ drop: 'sessions', device: 'dienthoai-1' }])
      expect([await storage.session('a'), await storage.session('b')]).toEqual([null, null])
      expect(await storage.session('c')).toEqual({
        tokenHash: 'c',
        device: 'dienthoai-2',
        person: 'an',
        createdAt: 1,
      })
    })

    it('finds an enrolment by id and by its secret’s hash', async () => {
      const enrolment = { id: 'moi-1', secretHash: 'hash', expiresAt: 10, state: '{"step":"open"}' }
      await storage.commit([{ put: 'enrolment', enrolment }])
      await storage.commit([{ put: 'enrolment', enrolment: { ...enrolment, state: '{"step":"used"}' } }])
      expect((await storage.enrolment({ secretHash: 'hash' }))?.state).toBe('{"step":"used"}')
      await storage.commit([{ drop: 'enrolment', id: 'moi-1' }])
      expect(await storage.enrolment({ id: 'moi-1' })).toBeNull()
    })

    it('keeps a public page under its link, also when it is withdrawn', async () => {
      const publication = {
        slug: 'abc',
        scope: CELL,
        record: 'thongbao-01',
        page: '{"Ư":"ớ"}',
        withdrawnAt: null,
        lastDay: '2026-12-30',
      }
      await storage.commit([{ put: 'publication', publication }])
      expect(await storage.publication('abc')).toEqual(publication)
      await storage.commit([{ put: 'publication', publication: { ...publication, withdrawnAt: 12 } }])
      expect((await storage.publication('abc'))?.withdrawnAt).toBe(12)
    })

    it('keeps every version of a signed roster', async () => {
      const roster = { unit: 'dongma-0001', version: 1, bytes: bytes('{}'), signature: bytes('sig') }
      await storage.commit([
        { put: 'roster', roster },
        { put: 'roster', roster: { ...roster, version: 2 } },
      ])
      same((await storage.roster('dongma-0001', 1))?.signature, bytes('sig'))
      expect(await storage.roster('dongma-0001', 3)).toBeNull()
    })

    it('owes a reaction once per cause, in the order they were caused', async () => {
      const reaction = (cause: string): Change => ({ put: 'reaction', queued: { cause, reaction: '{}' } })
      await storage.commit([reaction('cell/a@9.0'), reaction('cell/a@10.0'), reaction('cell/a@9.0')])
      expect((await storage.reactions()).map((r) => r.cause)).toEqual(['cell/a@9.0', 'cell/a@10.0'])
      await storage.commit([{ drop: 'reaction', cause: 'cell/a@9.0' }])
      expect((await storage.reactions()).map((r) => r.cause)).toEqual(['cell/a@10.0'])
    })

    it('has everything again after closing and opening', async () => {
      await storage.commit([entry(1), batch(1), { put: 'meta', key: 'lineage', value: 'dong-01' }])
      await storage.close()
      storage = await place.open()
      expect(await storage.meta('lineage')).toBe('dong-01')
      expect(await storage.head(CELL)).toBe(1)
      expect((await storage.lastBatch('dienthoai-1', CELL))?.deviceSeq).toBe(1)
    })

    it('takes large bytes and Vietnamese text unchanged', async () => {
      const large = new Uint8Array(256 * 1024).map((_, i) => i % 251)
      const value = 'Nghị quyết tháng 12 – “Đồng Mạ” 🌾'
      await storage.commit([
        entry(1, { holds: 'update', bytes: large }),
        { put: 'meta', key: 'title', value },
      ])
      same((await storage.entriesAfter(CELL, 0, 1))[0]?.bytes, large)
      expect(await storage.meta('title')).toBe(value)
    })
  })
  housekeepingContract(name, place)
  attachmentsContract(name, place)
}
