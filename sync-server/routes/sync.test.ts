import { deflateRawSync } from 'node:zlib'
import { afterEach, expect, it } from 'vitest'
import { DICTIONARY } from '#shared/protocol/dictionary.ts'
import { MAX_INFLATED_BYTES } from '#shared/protocol/version.ts'
import { StorageFull, type Storage } from '#server/storage/storage.ts'
import {
  AN,
  batchBy,
  BINH,
  DONG_MIT,
  framesOf,
  syncBody,
  trialHouse,
  type TrialHouse,
} from './trial-house.fixture.ts'

let house: TrialHouse
afterEach(() => house.close())

it('answers a phone with a run of frames: hello first, its rosters, end last', async () => {
  house = await trialHouse()
  const an = await house.letIn(AN)
  const response = await house.ask('POST', '/sync', { phone: an, raw: syncBody() })
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  const frames = await framesOf(response)
  expect(frames[0]).toMatchObject({ frame: 'hello', lineage: 'dong-0001', serverTime: house.clock.now })
  expect(frames).toContainEqual(expect.objectContaining({ frame: 'roster', unit: DONG_MIT }))
  expect(frames.at(-1)).toMatchObject({ frame: 'end' })
})

it('[H1] tells a revoked phone to empty itself, and nothing else of the book', async () => {
  house = await trialHouse()
  const binh = await house.letIn(BINH)
  await house.book.direct({ do: 'revokeDevice', device: binh.device }, AN)
  const frames = await framesOf(await house.ask('POST', '/sync', { phone: binh, raw: syncBody() }))
  expect(frames.map((f) => f.frame)).toEqual(['hello', 'wipe'])
})

it('[H3] each frame leaves by itself, so that a cut link loses at most one', async () => {
  house = await trialHouse()
  const an = await house.letIn(AN)
  const response = await house.ask('POST', '/sync', { phone: an, raw: syncBody() })
  const chunks: Uint8Array[] = []
  for await (const chunk of response.body as ReadableStream<Uint8Array>) chunks.push(chunk)
  const perChunk = await Promise.all(chunks.map((chunk) => framesOf(new Response(new Uint8Array(chunk)))))
  expect(perChunk.map((frames) => frames.length)).toEqual(chunks.map(() => 1))
})

it('[H3] a small request that inflates without end is let go at the limit', async () => {
  house = await trialHouse()
  const an = await house.letIn(AN)
  const bomb = deflateRawSync(new Uint8Array(MAX_INFLATED_BYTES + 1), { dictionary: DICTIONARY })
  expect(bomb.length).toBeLessThan(10_000)
  expect((await house.ask('POST', '/sync', { phone: an, raw: new Uint8Array(bomb) })).status).toBe(413)
})

it('a captive portal’s page, a cut request and one of another dictionary are malformed', async () => {
  house = await trialHouse()
  const an = await house.letIn(AN)
  const whole = syncBody()
  const foreign = new Uint8Array(deflateRawSync('x'.repeat(100), { dictionary: Buffer.from('x'.repeat(90)) }))
  for (const raw of ['<html>Wi-Fi</html>', whole.slice(0, -1), foreign, new Uint8Array(0)])
    expect((await house.ask('POST', '/sync', { phone: an, raw })).status).toBe(400)
})

it('[H4] a full disk is answered 507 before anything else, and the phone keeps everything', async () => {
  let full = false
  const around = (storage: Storage): Storage =>
    new Proxy(storage, {
      get(target, name) {
        if (name === 'batch' && full) return () => Promise.reject(new StorageFull('no room'))
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
  house = await trialHouse({ around })
  const an = await house.letIn(AN)
  full = true
  const batches = [await batchBy(an)]
  const response = await house.ask('POST', '/sync', { phone: an, raw: syncBody({ batches }) })
  expect([response.status, await response.text()]).toEqual([507, '{"refusal":null}'])
  expect(house.logged.at(-1)).toMatchObject({ route: '/sync', status: 507, refusal: 'storageFull' })
  full = false
  const frames = await framesOf(await house.ask('POST', '/sync', { phone: an, raw: syncBody({ batches }) }))
  expect(frames.map((f) => f.frame)).toContain('receipt')
})
