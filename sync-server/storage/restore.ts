import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { verify } from './backup.ts'
import { besidesOf, dataFile, flushFile, flushFolder, serverKeyFile } from './data-folder.ts'
import { isSealed, openSealed } from './sealed-file.ts'
import { openDatabase } from './sqlite.ts'

export type RestoreOrder = {
  file: string
  dataDir: string
  /** Sets data that is already there aside instead of refusing. */
  force: boolean
  now: number
  /** A new random name for the order of things from here on. */
  lineage: string
  passphrase?: string
}

export type Restored = { entries: number; setAside: string | null }

/**
 * Puts a backup in place of lost data. The lineage becomes a new one, because phones may know more than the backup:
 * places in a scope given out after it will be given out again for other things.
 */
export async function restoreBackup({
  file,
  dataDir,
  force,
  now,
  lineage,
  passphrase,
}: RestoreOrder): Promise<Restored> {
  if (!existsSync(file)) throw new Error(`there is no file ${file}`)
  const target = dataFile(dataDir)
  const there = [target, ...besidesOf(target)].filter((path) => existsSync(path))
  if (there.length > 0 && !force) throw new Error(`${dataDir} has data already; --force sets it aside`)
  mkdirSync(dataDir, { recursive: true })
  const work = mkdtempSync(join(dataDir, 'restoring-'))
  try {
    const ready = join(work, 'restored.db')
    await opened(file, ready, passphrase)
    const counts = verify(ready)
    const key = beginLineage(ready, lineage)
    flushFile(ready)
    const setAside = there.length > 0 ? aside(there, dataDir, now) : null
    renameSync(ready, target)
    if (key !== null && !existsSync(serverKeyFile(dataDir))) writeKey(serverKeyFile(dataDir), key)
    flushFolder(dataDir)
    return { entries: counts['entries'] ?? 0, setAside }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function opened(file: string, ready: string, passphrase: string | undefined): Promise<void> {
  if (!isSealed(file)) return copyFileSync(file, ready)
  if (passphrase === undefined) throw new Error('this backup is sealed: its passphrase file is needed')
  await openSealed(file, ready, passphrase)
}

/** @returns the server's key, which travels in the backup but does not stay in the database */
function beginLineage(file: string, lineage: string): string | null {
  const db = openDatabase(file)
  const value = (key: string) => db.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.['value']
  const put = db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
  const key = value('serverKey')
  const old = value('lineage')
  const earlier = JSON.parse(String(value('lineages') ?? '[]')) as string[]
  db.exec('BEGIN IMMEDIATE')
  put.run('lineages', JSON.stringify(typeof old === 'string' ? [...earlier, old] : earlier))
  put.run('lineage', lineage)
  db.prepare("DELETE FROM meta WHERE key IN ('serverKey', 'safeUpTo', 'safeMarks')").run()
  db.exec('COMMIT')
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
  return typeof key === 'string' ? key : null
}

function aside(paths: readonly string[], dataDir: string, now: number): string {
  const folder = join(dataDir, `set-aside-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}`)
  mkdirSync(folder)
  for (const path of paths) renameSync(path, join(folder, basename(path)))
  return folder
}

function writeKey(file: string, key: string): void {
  writeFileSync(file, key, { mode: 0o600 })
  flushFile(file)
}
