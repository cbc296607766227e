import { deflateSync } from 'fflate'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CannotSave } from '#client/data/book/book.ts'
import type { Outcome } from '#client/data/replica/receive.ts'
import type { Replica } from '#client/data/replica/replica.ts'
import { DICTIONARY } from '#shared/protocol/dictionary.ts'
import { encodeFrame, type Frame } from '#shared/protocol/frames.ts'
import { frameBytes } from '#shared/protocol/stream.ts'
import { SyncEngine, type SyncNews } from './engine.ts'
import { troubleToTell } from './machine.ts'

const HELLO: Frame = { frame: 'hello', serverTime: 1, lineage: 'dong-0001', app: '0.1.0' }
const END: Frame = { frame: 'end', more: false, safeUpTo: 0 }
const NOT_TAKEN: Frame = { frame: 'notTaken', batchHash: new Uint8Array(32), code: 'malformed' }
const NOTHING = {
  lineage: 'dong-0001',
  app: '0.1.0',
  cursors: new Map(),
  rosters: new Map(),
  batches: [],
  waiting: { items: 0, since: 0 },
  repair: [],
}

/** A phone that has something to send for ever, and a server that gives the same answer to everything. */
function phone(answer: () => Response, replica: Partial<Replica> = {}) {
  const news: SyncNews[] = []
  let asked = 0
  const engine = new SyncEngine({
    replica: {
      compose: async () => NOTHING,
      receive: async ({ frame }: Frame): Promise<Outcome> =>
        frame === 'notTaken'
          ? { after: 'notTaken', code: 'malformed' }
          : frame === 'end'
            ? { after: 'end', more: false }
            : HEARD,
      ...replica,
    } as unknown as Replica,
    app: '0.1.0',
    token: async () => 'token',
    clock: () => 1,
    cut: () => undefined,
    fetch: async () => {
      asked++
      return answer()
    },
    report: (told) => news.push(told),
    wipe: async () => undefined,
    hasUnsent: async () => true,
    hasMore: async () => asked < 3,
  })
  const told = () => {
    const last = news.findLast((n) => n.is === 'state')
    return last?.is === 'state' ? troubleToTell(last.state) : null
  }
  return { engine, news, told, asked: () => asked }
}

const HEARD: Outcome = { after: 'hello', serverTime: 1, app: '0.1.0' }
const frames =
  (...of: Frame[]) =>
  () => {
    const bytes = of.map((f) => frameBytes(deflateSync(encodeFrame(f), { dictionary: DICTIONARY })))
    return new Response(new Blob(bytes as BlobPart[]), {
      headers: { 'content-type': 'application/octet-stream' },
    })
  }

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

it('[S2] goes on at once while there is more, and says what was sent', async () => {
  const { engine, news, asked } = phone(frames(HELLO, END))
  engine.want()
  await vi.waitFor(() => expect(asked()).toBe(3))
  await vi.waitFor(() => expect(news.filter((n) => n.is === 'sent')).toHaveLength(3))
  engine.stop()
})

it('[S3] what the server does not take is not sent again at once, nor called sent', async () => {
  const { engine, news, told, asked } = phone(frames(HELLO, NOT_TAKEN, END))
  engine.want()
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
  expect(asked()).toBe(1)
  expect(told()).toBeNull()
  vi.advanceTimersToNextTimer()
  await vi.waitFor(() => expect(told()).toBe('notUnderstood'))
  expect(asked()).toBe(2)
  expect(news.filter((n) => n.is === 'sent')).toEqual([])
  engine.stop()
})

it('a full phone cannot write down what it is to send: that is no missing network', async () => {
  const compose = () => Promise.reject(new CannotSave('full'))
  const { engine, news, told, asked } = phone(frames(HELLO, END), { compose })
  engine.want()
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
  vi.advanceTimersToNextTimer()
  await vi.waitFor(() => expect(told()).toBe('phoneFull'))
  expect(news).toContainEqual({ is: 'cannotSave', why: 'full' })
  expect(asked()).toBe(0)
  engine.stop()
})

it('an answer that is cut or changed on its way is nobody’s answer', async () => {
  const cut = frames(HELLO)
  const changed = () => new Response('no frames', { headers: { 'content-type': 'application/octet-stream' } })
  for (const answer of [cut, changed]) {
    const { engine, told } = phone(answer)
    engine.want()
    await vi.waitFor(() => expect(told()).toBe('noAnswer'))
    engine.stop()
  }
})
