import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { assertDurable, openDatabase, SqliteStorage } from './sqlite.ts'
import { numberOf, SCHEMA_VERSION, versionOf } from './sqlite-schema.ts'
import { READS } from './statements.ts'
import { storageContract } from './storage.contract.ts'
import { StorageFull, type Change } from './storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-sqlite-'))
let places = 0
const nextFile = () => join(folder, `${++places}.db`)
afterAll(() => rmSync(folder, { recursive: true }))

let file = nextFile()
storageContract('SQLite', {
  async fresh() {
    file = nextFile()
  },
  open: async () => SqliteStorage.open(file),
})

describe('the SQLite file', () => {
  it('flushes every commit to the disk, also when it is opened again', () => {
    const file = nextFile()
    openDatabase(file).close()
    const again = openDatabase(file)
    expect(again.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' })
    expect(numberOf(again, 'PRAGMA synchronous')).toBe(2)
    again.exec('PRAGMA synchronous = NORMAL')
    expect(() => assertDurable(again)).toThrow('not durable')
    again.close()
  })

  it('carries its version and refuses one of a newer program', () => {
    const file = nextFile()
    const db = openDatabase(file)
    expect(versionOf(db)).toBe(SCHEMA_VERSION)
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`)
    db.close()
    expect(() => openDatabase(file)).toThrow('version')
  })

  it('of the first version is brought to this one with everything in it', async () => {
    const file = nextFile()
    const old = openDatabase(file)
    old.exec(`DROP INDEX events_of_record; DROP INDEX raw_batches; DROP TABLE quarantine; DROP TABLE openings;
      DROP TABLE attachment_uses; DROP TABLE attachments; DROP TABLE attachment_pieces;
      DROP INDEX publications_of_scope; ALTER TABLE publications DROP COLUMN last_day`)
    old.exec("INSERT INTO publications VALUES ('abc', 'cell/dongma-0001', 'thongbao-01', '{}', NULL)")
    old.exec("PRAGMA user_version = 1; INSERT INTO meta VALUES ('lineage', 'dong-01')")
    old.close()
    const storage = SqliteStorage.open(file)
    expect(await storage.meta('lineage')).toBe('dong-01')
    expect(await storage.rawBatches(1, null, 1)).toEqual([])
    expect(await storage.quarantine('dienthoai-1')).toEqual({ ops: 0, bytes: 0 })
    expect((await storage.publication('abc'))?.lastDay).toBeNull()
    expect(await storage.publicationsOn('2026-12-03', 'cell/dongma-0001')).toHaveLength(1)
    expect(await storage.needlessAttachments(1, 1)).toEqual([])
    await storage.close()
  })

  it('finds events and raw batches without reading past anything else', () => {
    const db = openDatabase(nextFile())
    const plan = (sql: string) => JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
    expect(plan(READS.eventsOfRecord)).toContain('USING INDEX events_of_record')
    expect(plan(READS.rawBatches)).toContain('USING INDEX raw_batches')
    expect(plan(READS.rawBatches)).not.toContain('TEMP B-TREE')
    db.close()
  })

  it('refuses a database of another program', () => {
    const file = nextFile()
    const foreign = new DatabaseSync(file)
    foreign.exec('CREATE TABLE invoices (id INTEGER)')
    foreign.close()
    expect(() => openDatabase(file)).toThrow('another program')
  })

  it('is as it was after the disk ran full, and works again when there is room', async () => {
    const db = openDatabase(nextFile())
    const storage = new SqliteStorage(db)
    const page = (key: string, size: number): Change => ({ put: 'meta', key, value: 'x'.repeat(size) })
    await storage.commit([page('before', 10)])
    db.exec(`PRAGMA max_page_count = ${numberOf(db, 'PRAGMA page_count') + 2}`)
    const tooMuch = storage.commit([page('small', 10), page('large', 1_000_000)])
    await expect(tooMuch).rejects.toBeInstanceOf(StorageFull)
    expect(await storage.meta('small')).toBeNull()
    expect(await storage.meta('before')).not.toBeNull()
    db.exec('PRAGMA max_page_count = 1000000')
    await storage.commit([page('large', 1_000_000)])
    expect((await storage.meta('large'))?.length).toBe(1_000_000)
    await storage.close()
  })
})
