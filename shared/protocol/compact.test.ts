import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RECORD_KINDS, type RecordedEvent } from '#shared/records/event.ts'
import { encodeAny } from './any.ts'
import { decodeFrame, encodeFrame, type ChangesFrame, type Touch } from './frames.ts'

const seed = Number(process.env['SIMULATION_SEED'] ?? 20261203)
const id = fc.stringMatching(/^[A-Za-z0-9_-]{8,32}$/)
const count = fc.nat(Number.MAX_SAFE_INTEGER)
const yjsId = fc.oneof(
  fc.tuple(fc.nat(0xffffffff), fc.nat(2 ** 31)).map(([client, clock]) => `${client}:${clock}`),
  fc.constantFrom('', '0:0', '01:2', 'x:1', '1:2:3', '4294967295:0'),
)
const touch: fc.Arbitrary<Touch> = fc
  .record({
    ...{
      seq: count,
      person: id,
      at: count,
      removed: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
    },
    blocks: fc.array(fc.record({ id: yjsId, inserted: count, deleted: count }), { maxLength: 4 }),
  })
  .map(({ removed, ...rest }) => ({ ...rest, ...(removed === undefined ? {} : { removed }) }))
const event = fc.record({
  ...{ record: id, kind: fc.constantFrom(...RECORD_KINDS), type: id, v: fc.nat(9), claimedAt: count },
  actor: fc.record({ by: fc.constant('person' as const), person: id, device: id }),
  data: fc.dictionary(id, fc.string()),
}) as fc.Arbitrary<RecordedEvent>
const changes: fc.Arbitrary<ChangesFrame> = fc.record({
  frame: fc.constant('changes' as const),
  scope: id.map((name) => `cell/${name}` as const),
  events: fc.array(event, { maxLength: 2 }),
  documents: fc.array(
    fc
      .record({
        ...{ record: id, kind: fc.constantFrom(...RECORD_KINDS), touches: fc.array(touch, { maxLength: 4 }) },
        own: fc.array(fc.record({ deviceSeq: count, op: fc.nat(500) }), { maxLength: 3 }),
        update: fc.option(fc.uint8Array({ minLength: 1, maxLength: 40 }), { nil: undefined }),
      })
      .map(({ update, ...rest }) => ({ ...rest, ...(update === undefined ? {} : { update }) })),
    { maxLength: 3 },
  ),
  cursor: fc.oneof(
    fc.record({ seq: count }),
    fc.record({ seq: count, before: fc.integer({ min: 1, max: 2 ** 40 }) }),
  ),
  digests: fc.array(
    fc.record({
      record: id,
      digest: fc.oneof(fc.stringMatching(/^[0-9a-f]{16}$/), fc.constantFrom('', '0011')),
    }),
    { maxLength: 3 },
  ),
})

it(`[S5] [S10] changes come back as they were sent, and every cut of them is none, seed ${seed}`, () => {
  fc.assert(
    fc.property(changes, (frame) => {
      const bytes = encodeFrame(frame)
      expect(decodeFrame(bytes)).toEqual(frame)
      for (let end = 0; end < bytes.length; end++) expect(decodeFrame(bytes.subarray(0, end))).toBeNull()
      expect(decodeFrame(new Uint8Array([...bytes, 0]))).toBeNull()
    }),
    { seed, numRuns: 60 },
  )
})

it('are a good deal smaller than with their names', () => {
  const touches = [1, 2, 3].map((seq) => ({
    ...{ seq, person: 'binh-00001', at: 1795478344416 + seq },
    blocks: [{ id: '884858765:388', inserted: 70, deleted: 0 }],
  }))
  const frame: ChangesFrame = {
    ...{ frame: 'changes', scope: 'cell/khu-dong-mit', events: [], cursor: { seq: 21 } },
    documents: [{ record: 'nghi-quyet-12', kind: 'resolution', own: [], touches }],
    digests: [{ record: 'nghi-quyet-12', digest: 'accc84c0ab52293e' }],
  }
  expect(encodeFrame(frame).length * 3).toBeLessThan(encodeAny(frame).length)
})
