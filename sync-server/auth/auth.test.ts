import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { Guesses } from './guesses.ts'
import { openServerKey } from './server-key.ts'
import { isPublicKey, signatureChecker } from './signing-keys.ts'
import { WaitingRoom } from './waiting-room.ts'

const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-auth-'))
afterAll(() => rmSync(folder, { recursive: true }))
const bytes = new TextEncoder().encode('Nghị quyết')

describe('the server’s key', () => {
  it('is the same after a restart, readable by nobody else, and signs what phones can check', async () => {
    const file = join(folder, 'server-key.json')
    const first = await openServerKey(file)
    const again = await openServerKey(file)
    expect(again.publicKey).toBe(first.publicKey)
    expect(first.publicKey).toHaveLength(87)
    expect(first.fingerprint).toHaveLength(22)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const signature = await first.sign(bytes)
    expect(signature).toHaveLength(64)
    const isBy = signatureChecker()
    expect(await isBy(again.publicKey, signature, bytes)).toBe(true)
    expect(await isBy(again.publicKey, signature, bytes.slice(1))).toBe(false)
  })

  it('a key that is no point of the curve signs nothing and breaks nothing', async () => {
    const isBy = signatureChecker()
    for (const key of ['', 'A'.repeat(87), 'not base64!']) {
      expect(await isBy(key, new Uint8Array(64), bytes)).toBe(false)
      expect(await isPublicKey(key)).toBe(false)
    }
  })
})

describe('wrong guesses', () => {
  it('[E8] are counted per address and forgiven with time', () => {
    const guesses = new Guesses()
    const many = Array.from({ length: 61 }, () => guesses.wrong('10.0.0.1', 0))
    expect(many.indexOf(true)).toBe(60)
    expect(guesses.wrong('10.0.0.2', 0)).toBe(false)
    expect(guesses.wrong('10.0.0.1', 5000)).toBe(false)
  })
})

describe('the waiting room', () => {
  it('wakes those who wait for this, and nobody else', async () => {
    const room = new WaitingRoom()
    const heard: string[] = []
    const an = room.wait('an', 60_000).then(() => heard.push('an'))
    const stop = new AbortController()
    const binh = room.wait('binh', 60_000, stop.signal).then(() => heard.push('binh'))
    room.wake('an')
    await an
    expect(heard).toEqual(['an'])
    stop.abort()
    await binh
  })

  it('lets go when the time is over, and at once who left before', async () => {
    vi.useFakeTimers()
    const room = new WaitingRoom()
    const waiting = room.wait('an', 25_000)
    await vi.advanceTimersByTimeAsync(25_000)
    await waiting
    await room.wait('an', 25_000, AbortSignal.abort())
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })
})
