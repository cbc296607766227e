import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { dataFile, flushFile, flushFolder, serverKeyFile } from './data-folder.ts'
import { openSealed, seal } from './sealed-file.ts'
import { copyInto } from './sqlite.ts'
import {
  APPLICATION_ID,
  applicationOf,
  countsOf,
  SCHEMA_VERSION,
  TABLES,
  versionOf,
} from './sqlite-schema.ts'

export type BackupOrder = {
  dataDir: string
  /** Folder the backups lie in, best on another disk. */
  to: string
  /** How many of the newest stay. */
  keep: number
  /** Milliseconds. Stands in the file's name. */
  now: number
  passphrase?: string
}

export type Backup = {
  file: string
  bytes: number
  rows: number
  secondPlace: boolean
  dropped: readonly string[]
}

/**
 * Copies everything while the server runs, reads the copy back from where it lies, and only then says so: phones keep
 * their own work until a backup in a second place is proven (`safeUpTo`).
 */
export async function makeBackup({ dataDir, to, keep, now, passphrase }: BackupOrder): Promise<Backup> {
  const source = dataFile(dataDir)
  if (!existsSync(source)) throw new Error(`there is no data in ${dataDir}`)
  mkdirSync(to, { recursive: true })
  const work = mkdtempSync(join(to, 'unfinished-'))
  try {
    const copy = join(work, 'copy.db')
    const rows = copyProven(source, copy, serverKeyFile(dataDir))
    const name = nameOf(now, passphrase !== undefined)
    const ready = passphrase === undefined ? copy : await sealedProven(copy, work, passphrase)
    flushFile(ready)
    const file = join(to, name)
    if (existsSync(file)) throw new Error(`${file} is already there`)
    renameSync(ready, file)
    flushFolder(to)
    const secondPlace = statSync(to).dev !== statSync(dataDir).dev
    if (secondPlace) markProven(source, now - UNDER_WAY)
    return { file, bytes: statSync(file).size, rows, secondPlace, dropped: rotate(to, keep) }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** A batch may come in before the copy is made and be committed after it; none is under way so long. */
const UNDER_WAY = 60_000

/** @throws with a sentence for the operator when this is not a whole backup of ours that this program can read */
export function verify(file: string): Record<string, number> {
  let db: DatabaseSync
  try {
    db = new DatabaseSync(file, { readOnly: true })
    db.prepare('PRAGMA schema_version').get()
  } catch {
    throw new Error('this is not a database, or it is cut off')
  }
  try {
    if (applicationOf(db) !== APPLICATION_ID) throw new Error('this is not a backup of Sổ Chi bộ')
    if (versionOf(db) > SCHEMA_VERSION)
      throw new Error('this backup was made by a newer version of the program')
    const verdict = db.prepare('PRAGMA integrity_check').get()?.['integrity_check']
    if (verdict !== 'ok') throw new Error('the backup is damaged or cut off')
    return countsOf(db)
  } catch (why) {
    throw why instanceof Error && 'errcode' in why ? new Error('the backup is damaged or cut off') : why
  } finally {
    db.close()
  }
}

/** Grows only, so a copy made between two counts lies between them. */
const GROWING = ['entries', 'batches', 'records'] as const

function copyProven(source: string, copy: string, keyFile: string): number {
  const db = new DatabaseSync(source)
  try {
    const before = countsOf(db)
    copyInto(db, copy)
    const after = countsOf(db)
    putKeyInto(copy, keyFile)
    chmodSync(copy, 0o600)
    const copied = verify(copy)
    for (const table of GROWING) {
      const [least = 0, most = 0, rows = 0] = [before[table], after[table], copied[table]]
      if (rows < least || rows > most)
        throw new Error(`the copy has ${rows} ${table}, not ${least} to ${most}`)
    }
    return TABLES.reduce((sum, table) => sum + (copied[table] ?? 0), 0)
  } finally {
    db.close()
  }
}

/** Phones know the server by its key: without it a restored server would be a stranger to them. */
function putKeyInto(copy: string, keyFile: string): void {
  if (!existsSync(keyFile)) return
  const db = new DatabaseSync(copy)
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(
    'serverKey',
    readFileSync(keyFile, 'utf8'),
  )
  db.close()
}

async function sealedProven(copy: string, work: string, passphrase: string): Promise<string> {
  const sealed = join(work, 'sealed')
  const opened = join(work, 'opened.db')
  await seal(copy, sealed, passphrase)
  await openSealed(sealed, opened, passphrase)
  verify(opened)
  return sealed
}

function markProven(source: string, now: number): void {
  const db = new DatabaseSync(source)
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL')
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run('safeUpTo', String(now))
  db.close()
}

function nameOf(now: number, sealed: boolean): string {
  const at = new Date(now).toISOString().slice(0, 19).replace('T', '_').replaceAll(':', '')
  return `so-chi-bo_${at}Z.${sealed ? 'sealed' : 'db'}`
}

const OURS = /^so-chi-bo_\d{4}-\d\d-\d\d_\d{6}Z\.(db|sealed)$/

function rotate(folder: string, keep: number): string[] {
  const old = readdirSync(folder)
    .filter((name) => OURS.test(name))
    .sort()
    .reverse()
    .slice(Math.max(keep, 1))
  for (const name of old) rmSync(join(folder, name))
  return old
}
