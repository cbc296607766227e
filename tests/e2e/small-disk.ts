import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { House } from './house.ts'

const MEGABYTE = 1024 * 1024

/** A server's disk that can be filled to its last byte, and given room again. */
export interface SmallDisk {
  readonly dataDir: string
  /** What it is, for whoever reads the report. */
  readonly what: string
  /** Nothing at all fits in when it is full; else what is small may still find room inside the server's file. */
  readonly toTheLastByte: boolean
  fill(house: House): Promise<void>
  makeRoom(house: House): Promise<void>
  remove(): void
}

/** A real file system of a few megabytes; where none may be mounted, SQLite's own limit on the pages of its file. */
export function smallDisk(): SmallDisk {
  const dataDir = mkdtempSync(join(tmpdir(), 'small-disk-'))
  return mounted(dataDir) ? tinyFileSystem(dataDir) : limitedPages(dataDir)
}

function mounted(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false // not root, or a container that may not
  }
}

function tinyFileSystem(dataDir: string): SmallDisk {
  const filler = join(dataDir, 'filler')
  return {
    dataDir,
    what: 'a file system of 16 MB',
    toTheLastByte: true,
    async fill() {
      const { bavail, bsize } = statfsSync(dataDir)
      writeFileSync(filler, Buffer.alloc(bavail * bsize))
      if (statfsSync(dataDir).bavail > 0) throw new Error('there is still room')
    },
    async makeRoom() {
      rmSync(filler)
    },
    remove() {
      execFileSync('umount', [dataDir])
      rmSync(dataDir, { recursive: true })
    },
  }
}

function limitedPages(dataDir: string): SmallDisk {
  return {
    dataDir,
    what: 'SQLite’s limit on the pages of its file',
    toTheLastByte: false,
    fill: (house) => house.order({ mostPages: 1 }), // SQLite takes the pages there are for the least
    makeRoom: (house) => house.order({ mostPages: MEGABYTE }),
    remove: () => rmSync(dataDir, { recursive: true }),
  }
}
