import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RECORD_KINDS } from '#shared/records/event.ts'
import { HOLDS, REFUSALS } from '#shared/records/refusal.ts'
import { decodeAny, encodeAny } from './any.ts'
import { decodeBatch, encodeBatch, type Batch, type Op } from './batch.ts'
import { decodeFrame, decodeReceipt, encodeFrame, encodeReceipt, type Frame, type Receipt } from './frames.ts'
import { heldId } from './held-id.ts'
import { decodeRequest, encodeRequest, type SyncRequest } from './request.ts'
import { frameBytes, FrameReader } from './stream.ts'
import { MAX_COMMAND_BYTES, MAX_UPDATE_BYTES } from './version.ts'

const seed = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const options = { seed, numRuns: 200 }

const id = fc.stringMatching(/^[A-Za-z0-9_-]{8,32}$/)
const scope = fc
  .tuple(fc.constantFrom('cell', 'office', 'own'), id)
  .map(([kind, name]) => `${kind}/${name}` as Batch['scope'])
const count = fc.nat(Number.MAX_SAFE_INTEGER)
const bytes = (max = 60) => fc.uint8Array({ maxLength: max })
const together = fc.oneof(
  fc.constant({}),
  fc.integer({ min: 1, max: 99 }).map((mark) => ({ together: mark })),
)
const place = fc.record({ record: id, kind: fc.constantFrom(...RECORD_KINDS) })
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown)
const op: fc.Arbitrary<Op> = fc.oneof(
  fc
    .tuple(
      place,
      json,
      together,
      fc.oneof(
        fc.constant({}),
        id.map((onBehalfOf) => ({ onBehalfOf })),
      ),
    )
    .map(([at, command, mark, behalf]) => ({ op: 'command', ...at, command, ...mark, ...behalf }) as const),
  fc
    .tuple(place, bytes(), fc.nat(9), together)
    .map(
      ([at, update, refusalsSeen, mark]) =>
        ({ op: 'document', ...at, update, refusalsSeen, ...mark }) as const,
    ),
)
const batch: fc.Arbitrary<Batch> = fc.record({
  lineage: id,
  scope,
  device: id,
  deviceSeq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  prevHash: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  rosterVersion: count,
  claimedAt: fc.nat(8.64e15),
  ops: fc.array(op, { minLength: 1, maxLength: 5 }),
})
const cursor = fc.oneof(
  fc.record({ seq: count }),
  fc.record({ seq: count, before: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) }),
)
const request: fc.Arbitrary<SyncRequest> = fc.record({
  lineage: fc.string(),
  app: fc.string({ maxLength: 20 }),
  cursors: fc.array(fc.tuple(scope, cursor), { maxLength: 4 }).map((list) => new Map(list)),
  rosters: fc.array(fc.tuple(id, count), { maxLength: 4 }).map((list) => new Map(list)),
  batches: fc.array(fc.record({ bytes: bytes(), signature: bytes() }), { maxLength: 3 }),
  waiting: fc.record({ items: count, since: count }),
  repair: fc.array(fc.record({ scope, record: id }), { maxLength: 3 }),
})
const verdict = fc.oneof(
  count.map((seq) => ({ verdict: 'accepted', seq }) as const),
  fc.constantFrom(...REFUSALS).map((code) => ({ verdict: 'refused', code }) as const),
  fc.constantFrom(...HOLDS).map((code) => ({ verdict: 'held', code }) as const),
)
const receipt: fc.Arbitrary<Receipt> = fc.record({
  ...{ lineage: id, scope, device: id, deviceSeq: count, batchHash: bytes(32) },
  ...{ verdicts: fc.array(verdict, { maxLength: 5 }), receivedAt: count },
})
const FRAMES: Frame[] = [
  { frame: 'hello', serverTime: 1, lineage: 'dong-0001', app: '0.1.0' },
  { frame: 'receipt', bytes: new Uint8Array([1]), signature: new Uint8Array(64) },
  {
    frame: 'notTaken',
    batchHash: new Uint8Array(32),
    code: 'gapInBatches',
    scope: 'cell/khu-dong-mit',
    expected: 4,
  },
  { frame: 'roster', unit: 'khu-dong-mit', bytes: new Uint8Array([123, 125]), signature: new Uint8Array(64) },
  { frame: 'rows', scope: 'cell/khu-dong-mit', rows: [], cursor: { seq: 9, before: 10 } },
  { frame: 'records', scope: 'cell/khu-dong-mit', records: [], cursor: { seq: 9 } },
  {
    frame: 'changes',
    scope: 'cell/khu-dong-mit',
    events: [],
    documents: [{ record: 'nghi-quyet-12', kind: 'resolution', own: [{ deviceSeq: 1, op: 0 }], touches: [] }],
    cursor: { seq: 9 },
    digests: [{ record: 'nghi-quyet-12', digest: '0011' }],
  },
  { frame: 'gone', scope: 'cell/khu-dong-mit' },
  { frame: 'wipe' },
  { frame: 'end', more: false, safeUpTo: 0 },
]

/** Every cut of these bytes is none; neither are they with a byte more. */
function isWhole(whole: Uint8Array, decode: (bytes: Uint8Array) => unknown): void {
  for (let end = 0; end < whole.length; end++)
    expect(decode(whole.subarray(0, end)), `${end} bytes`).toBeNull()
  expect(decode(new Uint8Array([...whole, 0])), 'a byte more').toBeNull()
}

describe(`there and back, seed ${seed}`, () => {
  it('[B1] [S10] a batch, and every cut of it is none', () => {
    fc.assert(
      fc.property(batch, (value) => {
        expect(decodeBatch(encodeBatch(value))).toEqual(value)
        isWhole(encodeBatch(value), decodeBatch)
      }),
      { ...options, numRuns: 60 },
    )
  })

  it('[S10] a request, and every cut of it is none', () => {
    fc.assert(
      fc.property(request, (value) => {
        expect(decodeRequest(encodeRequest(value))).toEqual(value)
        isWhole(encodeRequest(value), decodeRequest)
      }),
      { ...options, numRuns: 60 },
    )
  })

  it('[S10] a receipt, and every cut of it is none', () => {
    fc.assert(
      fc.property(receipt, (value) => {
        expect(decodeReceipt(encodeReceipt(value))).toEqual(value)
        isWhole(encodeReceipt(value), decodeReceipt)
      }),
      { ...options, numRuns: 60 },
    )
  })

  it.each(FRAMES)('[S5] [S10] a frame $frame, and every cut of it is none', (frame) => {
    expect(decodeFrame(encodeFrame(frame))).toEqual(frame)
    isWhole(encodeFrame(frame), decodeFrame)
  })

  it('[S10] any bytes at all are answered, never thrown at', () => {
    fc.assert(
      fc.property(bytes(400), (any) => {
        for (const decode of [decodeBatch, decodeRequest, decodeFrame, decodeReceipt, decodeAny])
          expect(() => decode(any)).not.toThrow()
      }),
      { seed, numRuns: 2_000 },
    )
  })
})

describe('what is no batch', () => {
  const good: Batch = {
    ...{ lineage: 'dong-0001', scope: 'cell/khu-dong-mit', device: 'an-phone-1', deviceSeq: 1 },
    ...{ prevHash: new Uint8Array(32), rosterVersion: 1, claimedAt: 1 },
    ops: [{ op: 'command', record: 'nghi-quyet-12', kind: 'resolution', command: {} }],
  }
  const document = (update: Uint8Array, refusalsSeen = 0): Op => ({
    ...{ op: 'document', record: 'nghi-quyet-12', kind: 'resolution', update, refusalsSeen },
  })
  const withOps = (...ops: Op[]) => ({ ...good, ops })

  it.each<[string, object]>([
    ['another lineage’s name', { lineage: 'x' }],
    ['a scope that is none', { scope: 'cell' }],
    ['device number 0', { deviceSeq: 0 }],
    ['a time after the end of time', { claimedAt: 8.65e15 }],
    ['no ops', { ops: [] }],
    ['501 ops', { ops: Array.from({ length: 501 }, () => good.ops[0]) }],
    ['a kind that is no name', { ops: [{ ...good.ops[0], kind: '<b>' }] }],
    ['a record without a name', { ops: [{ ...good.ops[0], record: '' }] }],
    ['somebody without a name', { ops: [{ ...good.ops[0], onBehalfOf: '../x' }] }],
  ])('[B1] %s', (_, over) => {
    expect(decodeBatch(encodeBatch(good))).not.toBeNull()
    expect(decodeBatch(encodeBatch({ ...good, ...over } as Batch))).toBeNull()
  })

  it('[B1] [U1] commands and updates beyond their limits', () => {
    const long = (n: number): Op => ({ ...good.ops[0], op: 'command', command: 'a'.repeat(n) }) as Op
    expect(decodeBatch(encodeBatch(withOps(long(MAX_COMMAND_BYTES - 2))))).not.toBeNull()
    expect(decodeBatch(encodeBatch(withOps(long(MAX_COMMAND_BYTES - 1))))).toBeNull()
    expect(decodeBatch(encodeBatch(withOps(document(new Uint8Array(MAX_UPDATE_BYTES)))))).not.toBeNull()
    expect(decodeBatch(encodeBatch(withOps(document(new Uint8Array(MAX_UPDATE_BYTES + 1)))))).toBeNull()
  })

  it('[B9] a count of refusals that no phone can have seen', () => {
    expect(decodeBatch(encodeBatch(withOps(document(new Uint8Array(), 2 ** 31))))).toBeNull()
  })

  it('another protocol, and a request with a thousand and one scopes', () => {
    expect(decodeBatch(new Uint8Array([2, ...encodeBatch(good).subarray(1)]))).toBeNull()
    const cursors = new Map(
      Array.from({ length: 1001 }, (_, i) => [
        `own/nguoi-${String(i).padStart(5, '0')}` as const,
        { seq: 0 },
      ]),
    )
    const empty = {
      lineage: '',
      app: '',
      rosters: new Map(),
      batches: [],
      waiting: { items: 0, since: 0 },
      repair: [],
    }
    expect(decodeRequest(encodeRequest({ ...empty, cursors }))).toBeNull()
    expect(decodeRequest(encodeRequest({ ...empty, cursors: new Map() }))).not.toBeNull()
  })

  it('a name from outside does not reach into objects', () => {
    const value = decodeAny(encodeAny(JSON.parse('{"__proto__":{"frame":"wipe"}}') as object))
    expect(({} as Record<string, unknown>)['frame']).toBeUndefined()
    expect(value === null || typeof value === 'object').toBe(true)
  })
})

describe('[S5] frames as they arrive', () => {
  it('in whatever pieces, they come out whole and in order; a cut link loses the last', () => {
    const many = fc.array(bytes(300), { maxLength: 8 })
    fc.assert(
      fc.property(
        many,
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        fc.nat(20),
        (frames, sizes, lost) => {
          const stream = new Uint8Array(frames.flatMap((frame) => [...frameBytes(frame)]))
          const arrives = stream.subarray(0, Math.max(0, stream.length - lost))
          const reader = new FrameReader()
          const got: Uint8Array[] = []
          for (let at = 0, i = 0; at < arrives.length; i++) {
            const size = sizes[i % sizes.length] ?? 1
            got.push(...reader.push(arrives.slice(at, at + size)))
            at += size
          }
          expect(got).toEqual(frames.slice(0, got.length))
          if (lost === 0) expect(got.length).toBe(frames.length)
        },
      ),
      options,
    )
  })

  it('a length no frame can have ends it', () => {
    expect(() => new FrameReader().push(new Uint8Array(8).fill(255))).toThrow(RangeError)
    expect(() => new FrameReader().push(new Uint8Array([255, 255, 255, 127]))).toThrow(RangeError)
  })
})

it('[B8] a held op has one name on server and phone', () => {
  const hash = new Uint8Array(32).fill(7)
  const ids = [heldId(hash, 0), heldId(hash, 1), heldId(hash, 256), heldId(new Uint8Array(32), 0)]
  expect(new Set(ids).size).toBe(4)
  for (const one of ids) expect(one).toMatch(/^[A-Za-z0-9_-]{22}$/u)
})
