import { closeSync, fsyncSync, openSync } from 'node:fs'
import { join } from 'node:path'

/** What lies in DATA_DIR. */
export const dataFile = (folder: string): string => join(folder, 'so-chi-bo.db')
export const serverKeyFile = (folder: string): string => join(folder, 'server-key.json')

/** SQLite's own files beside the data; an old one beside a restored file would be played into it. */
export const besidesOf = (file: string): string[] => [`${file}-wal`, `${file}-shm`, `${file}-journal`]

export function flushFile(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** A new name is on disk only when its folder is; Windows has no such thing and says so. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
