import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { seeded } from '#server/demo/seeded-chance.ts'
import { openDatabase, SqliteStorage } from './sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SEED = Number(process.env['SEED'] ?? 20261203)
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 20)

it(`a server killed at any moment has everything it acknowledged (seed ${SEED}, ${ROUNDS} rounds)`, async () => {
  const chance = seeded(SEED)
  const file = join(folder, 'so-chi-bo.db')
  let acknowledged = 0
  for (let round = 0; round < ROUNDS; round++) {
    const last = await killedAfter(file, 1 + Math.floor(chance() * 120))
    expect(last).toBeGreaterThan(acknowledged)
    acknowledged = last
    const db = openDatabase(file)
    expect(db.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' })
    const storage = new SqliteStorage(db)
    const stored = await storage.head('cell/dongma-0001')
    expect(stored).toBeGreaterThanOrEqual(acknowledged)
    expect(await storage.meta('last')).toBe(String(stored)) // whole commits only
    expect(await storage.entriesAfter('cell/dongma-0001', 0, 1e6)).toHaveLength(stored)
    await storage.close()
  }
}, 120_000)

/** @returns the last place the child said is on disk, also what it said between the decision to kill and its end */
function killedAfter(file: string, acknowledgements: number): Promise<number> {
  const script = join(import.meta.dirname, 'commit-until-killed.fixture.ts')
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString()
    if (said.split('\n').length > acknowledgements) child.kill('SIGKILL')
  })
  return new Promise((resolve) => {
    child.on('close', () => resolve(Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1))))
  })
}
