import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { makeBackup } from './backup.ts'
import { seeded } from '#server/demo/seeded-chance.ts'
import { dataFile, serverKeyFile } from './data-folder.ts'
import { restoreBackup } from './restore.ts'
import { SqliteStorage } from './sqlite.ts'
import { SCHEMA_VERSION } from './sqlite-schema.ts'
import type { Change } from './storage.ts'

vi.setConfig({ testTimeout: 30_000 })
const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))

let places = 0
const NOW = Date.UTC(2026, 11, 3, 12)
const SCOPE = 'cell/dongma-0001'
const RESTORE = { force: false, now: NOW, lineage: 'dong-moi-0002' }

function place() {
  const root = join(folder, String(++places))
  const dataDir = join(root, 'data')
  mkdirSync(dataDir, { recursive: true })
  return { dataDir, to: join(root, 'backups'), elsewhere: join(root, 'elsewhere') }
}

function entries(from: number, count: number, size = 40): Change[] {
  return Array.from({ length: count }, (_, i) => {
    const bytes = new Uint8Array(size).fill(i)
    const of = { scope: SCOPE, record: 'nghiquyet-12', kind: 'resolution', holds: 'event' } as const
    return { put: 'entry', entry: { ...of, seq: from + i, bytes } }
  })
}

async function written(dataDir: string, count = 50): Promise<SqliteStorage> {
  const storage = SqliteStorage.open(dataFile(dataDir))
  await storage.commit([{ put: 'meta', key: 'lineage', value: 'dong-cu-0001' }, ...entries(1, count)])
  writeFileSync(serverKeyFile(dataDir), '{"key":"secret"}')
  return storage
}

describe('backup and restore', () => {
  it('brings everything back in another place, under a new lineage that remembers the old one', async () => {
    const { dataDir, to, elsewhere } = place()
    const storage = await written(dataDir)
    const safe = ['safeUpTo', 'safeMarks'].map((key): Change => ({ put: 'meta', key, value: '7' }))
    await storage.commit(safe)
    const picture = { scope: SCOPE, id: 'a'.repeat(43), media: 'image/jpeg', size: 3 }
    await storage.commit([
      { put: 'attachment', attachment: { ...picture, have: 3, begunAt: 1, wholeAt: 2 } },
      { put: 'attachmentPiece', piece: { scope: SCOPE, id: picture.id, start: 0, bytes: new Uint8Array(3) } },
    ])
    const made = await makeBackup({ dataDir, to, keep: 3, now: NOW })
    expect(made.file).toBe(join(to, 'so-chi-bo_2026-12-03_120000Z.db'))
    expect(statSync(made.file).mode & 0o077).toBe(0)
    await storage.close()

    expect(await restoreBackup({ ...RESTORE, file: made.file, dataDir: elsewhere })).toEqual({
      entries: 50,
      setAside: null,
    })
    const restored = SqliteStorage.open(dataFile(elsewhere))
    expect(await restored.head(SCOPE)).toBe(50)
    expect(await restored.meta('lineage')).toBe('dong-moi-0002')
    expect((await restored.attachmentBytes(SCOPE, picture.id)).length).toBe(3)
    expect(JSON.parse((await restored.meta('lineages')) ?? '')).toEqual(['dong-cu-0001'])
    expect(readFileSync(serverKeyFile(elsewhere), 'utf8')).toBe('{"key":"secret"}')
    for (const key of ['serverKey', 'safeUpTo', 'safeMarks']) expect(await restored.meta(key), key).toBeNull()
    await restored.close()
  })

  it('does not call a folder on the same disk a second place', async () => {
    const { dataDir, to } = place()
    const storage = await written(dataDir)
    expect((await makeBackup({ dataDir, to, keep: 3, now: NOW })).secondPlace).toBe(false)
    expect(await storage.meta('safeUpTo')).toBeNull()
    await storage.close()
  })

  it('keeps the newest few and leaves other people’s files alone', async () => {
    const { dataDir, to } = place()
    await (await written(dataDir)).close()
    mkdirSync(to)
    writeFileSync(join(to, 'photo.jpg'), '')
    for (let day = 0; day < 5; day++) await makeBackup({ dataDir, to, keep: 2, now: NOW + day * 86_400_000 })
    expect(readdirSync(to).sort()).toEqual([
      'photo.jpg',
      'so-chi-bo_2026-12-06_120000Z.db',
      'so-chi-bo_2026-12-07_120000Z.db',
    ])
  })

  it('can be sealed: unreadable without the passphrase, whole with it', async () => {
    const { dataDir, to, elsewhere } = place()
    await (await written(dataDir)).close()
    const { file } = await makeBackup({ dataDir, to, keep: 3, now: NOW, passphrase: 'một câu dài dễ nhớ' })
    expect(readFileSync(file).includes('nghiquyet-12')).toBe(false)
    const order = { ...RESTORE, file, dataDir: elsewhere }
    await expect(restoreBackup(order)).rejects.toThrow('passphrase file is needed')
    await expect(restoreBackup({ ...order, passphrase: 'một câu khác' })).rejects.toThrow('another one')
    expect(readdirSync(elsewhere)).toEqual([])
    expect((await restoreBackup({ ...order, passphrase: 'một câu dài dễ nhớ' })).entries).toBe(50)
  })

  it('refuses what is foreign, newer, or no database at all, and leaves nothing behind', async () => {
    const { dataDir, to, elsewhere } = place()
    await (await written(dataDir)).close()
    const { file } = await makeBackup({ dataDir, to, keep: 3, now: NOW })
    const newer = new DatabaseSync(file)
    newer.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`)
    newer.close()
    const foreign = join(to, 'foreign.db')
    const db = new DatabaseSync(foreign)
    db.exec('CREATE TABLE invoices (id INTEGER)')
    db.close()
    writeFileSync(join(to, 'letter.txt'), 'Kính gửi đồng chí')
    for (const [name, why] of [
      [file, 'newer'],
      [foreign, 'not a backup'],
      [join(to, 'letter.txt'), 'not a database'],
    ] as const)
      await expect(restoreBackup({ ...RESTORE, file: name, dataDir: elsewhere })).rejects.toThrow(why)
    expect(readdirSync(elsewhere)).toEqual([])
  })

  it('sets data that is there aside only when told to, with its log, which must not be played into the restored file', async () => {
    const { dataDir, to } = place()
    const storage = await written(dataDir)
    const { file } = await makeBackup({ dataDir, to, keep: 3, now: NOW })
    await storage.commit(entries(51, 10))
    const copyOfLog = readFileSync(`${dataFile(dataDir)}-wal`)
    await storage.close()
    writeFileSync(`${dataFile(dataDir)}-wal`, copyOfLog) // as a crash leaves it
    await expect(restoreBackup({ ...RESTORE, file, dataDir })).rejects.toThrow('--force')
    const { setAside } = await restoreBackup({ ...RESTORE, file, dataDir, force: true })
    expect(readdirSync(setAside ?? '').sort()).toEqual(['so-chi-bo.db', 'so-chi-bo.db-wal'])
    const restored = SqliteStorage.open(dataFile(dataDir))
    expect(await restored.head(SCOPE)).toBe(50)
    await restored.close()
  })

  const SEED = Number(process.env['SEED'] ?? 20261203)
  it(`survives ten rounds of writing, backing up, truncating and restoring (seed ${SEED})`, async () => {
    const chance = seeded(SEED)
    let refused = 0
    for (let round = 0; round < 10; round++) {
      const { dataDir, to, elsewhere } = place()
      const count = 1 + Math.floor(chance() * 400)
      const storage = await written(dataDir, count)
      const passphrase = chance() < 0.2 ? { passphrase: 'thử' } : {}
      const { file } = await makeBackup({ dataDir, to, keep: 3, now: NOW, ...passphrase })
      await storage.commit(entries(count + 1, 5)) // the server went on
      await storage.close()

      const cut = join(to, 'cut')
      writeFileSync(cut, readFileSync(file))
      truncateSync(cut, Math.floor(chance() * statSync(file).size))
      await expect(
        restoreBackup({ ...RESTORE, file: cut, dataDir: elsewhere, ...passphrase }),
      ).rejects.toThrow()
      expect(existsSync(dataFile(elsewhere))).toBe(false)
      refused++

      const { entries: back } = await restoreBackup({ ...RESTORE, file, dataDir: elsewhere, ...passphrase })
      const restored = SqliteStorage.open(dataFile(elsewhere))
      expect([back, await restored.head(SCOPE)]).toEqual([count, count])
      await restored.close()
    }
    expect(refused).toBe(10)
  })
})
