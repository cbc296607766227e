import { deflateSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DICTIONARY } from '#shared/protocol/dictionary.ts'
import { encodeFrame, type Frame } from '#shared/protocol/frames.ts'
import { frameBytes } from '#shared/protocol/stream.ts'
import type { Refusal } from '#shared/records/refusal.ts'
import type { Outcome } from '#client/data/replica/receive.ts'
import type { Replica } from '#client/data/replica/replica.ts'
import { SyncEngine, type SyncNews } from './engine.ts'

const NOTHING = {
  cursors: new Map(),
  rosters: new Map(),
  batches: [],
  waiting: { items: 1, since: 1 },
  repair: [],
}
const HELLO: Frame = { frame: 'hello', serverTime: 1, lineage: 'dong-0001', app: '0.1.0' }
const notTaken = (code: Refusal): Frame => ({ frame: 'notTaken', batchHash: new Uint8Array(32), code })
/** How many times there is still something to send. */
let unsent = 0
let wiped = 0
let asked = 0
let news: SyncNews[] = []
let engine: SyncEngine | null = null

beforeEach(() => {
  vi.useFakeTimers()
  wiped = 0
  asked = 0
  news = []
})
afterEach(() => {
  engine?.stop()
  vi.useRealTimers()
})

/** A phone whose server answers each time with these frames. */
function phoneThatHears(...frames: Frame[]): void {
  const replica = {
    compose: async () => ({ lineage: 'dong-0001', app: '0.1.0', ...NOTHING }),
    receive: async (frame: Frame): Promise<Outcome> => {
      if (frame.frame === 'wipe') return { after: 'wipe' }
      if (frame.frame === 'notTaken') return { after: 'notTaken', code: frame.code }
      return { after: 'nothing' }
    },
  } as unknown as Replica
  const body = () =>
    new Blob(
      frames.map((f) => frameBytes(deflateSync(encodeFrame(f), { dictionary: DICTIONARY })) as BlobPart),
    )
  const headers = { 'content-type': 'application/octet-stream' }
  engine = new SyncEngine({
    ...{ replica, app: '0.1.0', token: async () => 'token', clock: () => 1 },
    fetch: async () => {
      if (++asked > 100) throw new Error('asked in a ring')
      return new Response(body(), { headers })
    },
    report: (said) => news.push(said),
    wipe: async () => void wiped++,
    cut: () => undefined,
    hasUnsent: async () => unsent-- > 0,
    hasMore: async () => false,
  })
  engine.want()
}
const trouble = () => news.findLast((n) => n.is === 'state')?.state.trouble

describe('a revoked phone', () => {
  it('[S4] hands in what it has before it is emptied', async () => {
    unsent = 3
    phoneThatHears(HELLO, { frame: 'wipe' })
    await vi.waitFor(() => expect(wiped).toBe(1))
    expect(asked).toBe(4)
  })

  it('[B16] keeps what the server takes no more of, says so, and does not ask in a ring', async () => {
    unsent = Infinity
    phoneThatHears(HELLO, notTaken('quarantineFull'), { frame: 'wipe' })
    await vi.waitFor(() => expect(trouble()).toBe('quarantineFull'))
    expect([asked, wiped]).toEqual([1, 0])
    await vi.advanceTimersByTimeAsync(3_000)
    expect(asked).toBe(2)
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(asked).toBeLessThan(30)
    expect(wiped).toBe(0)
  })
})
