import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Frame } from '#shared/protocol/frames.ts'
import type { Roster } from '#shared/records/roster.ts'
import { openServerKey } from '#server/auth/server-key.ts'
import { signatureChecker } from '#server/auth/signing-keys.ts'
import { demoPeople, foundDemo } from '#server/demo/demo-commune.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import { openServerBook } from './book.ts'

it('[H7] after a restore phones get their rosters anew, also those whose version was already higher', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-lineage-'))
  const storage = SqliteStorage.open(join(folder, 'so-chi-bo.db'))
  const key = await openServerKey(join(folder, 'server-key.json'))
  const verify = signatureChecker()
  const open = (lineage: string) =>
    openServerBook({ storage, sign: key.sign, verify, clock: () => 1, lineage, app: '0.1.0' })

  await foundDemo(await open('dong-cu-0001'))
  const restored = await open('dong-moi-0002')
  const person = demoPeople(restored.directory())[1]?.person ?? ''
  const rosters = new Map([['khu-dong-mit', 99]])
  const nothing = { cursors: new Map(), batches: [], waiting: { items: 0, since: 0 }, repair: [] }
  const frames: Frame[] = []
  const asked = { lineage: 'dong-cu-0001', app: '0.1.0', rosters, ...nothing }
  for await (const frame of restored.sync(asked, { device: 'dienthoai-1', person, revoked: false }))
    frames.push(frame)

  const frame = frames.find((f) => f.frame === 'roster')
  const bytes = frame?.bytes ?? new Uint8Array()
  expect((JSON.parse(new TextDecoder().decode(bytes)) as Roster).lineage).toBe('dong-moi-0002')
  expect(await verify(key.publicKey, frame?.signature ?? new Uint8Array(), bytes)).toBe(true)
  await restored.settled()
  await storage.close()
  rmSync(folder, { recursive: true })
})
