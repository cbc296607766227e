import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { MAX_UPDATE_BYTES } from '#shared/protocol/version.ts'
import { AN, BINH, Scene, STRANGER } from './hostile.fixture.ts'
import { raw, rawUpdate, Writer, type RawStruct } from './raw-update.fixture.ts'

let scene: Scene
const times: { name: string; ms: number }[] = []
beforeEach(() => {
  scene = new Scene()
})
afterAll(() => {
  const slowest = times.sort((a, b) => b.ms - a.ms).slice(0, 5)
  console.info(`hostile updates: ${times.length}, slowest`, slowest)
})

/** Refused for this reason, nothing changed, An and Bình go on as if it had not come. */
function isRefused(update: Uint8Array, unsound: string, device?: string): void {
  const before = scene.picture()
  const answer = scene.attack(update, device)
  times.push({ name: expect.getState().currentTestName ?? '', ms: Math.round(scene.ms * 10) / 10 })
  expect(answer).toEqual({ ok: false, unsound })
  expect(scene.picture()).toEqual(before)
  expect(scene.goesOn()).toEqual([])
}

const by = (structs: readonly RawStruct[], client = STRANGER, clock = 0) => [{ client, clock, structs }]
const many = (count: number, struct: (i: number) => RawStruct) =>
  Array.from({ length: count }, (_, i) => struct(i))
const letters = (count: number) =>
  many(count, (i) => ({ content: raw.text('a'), origin: i === 0 ? scene.letter('1.0') : [STRANGER, i - 1] }))

describe('whose words they are', () => {
  it('[U3] a client id forged at Bình’s next clock', () => {
    isRefused(rawUpdate(by([{ content: raw.element('block') }], BINH, scene.clockOf(BINH))), 'clientTaken')
  })

  it('[U3] a client id of An’s phone on another phone, also after that phone was cloned and restored', () => {
    isRefused(new Writer('an-phone-2', AN).type('của An'), 'clientTaken', 'an-phone-2')
    const twins = rawUpdate(by([{ content: raw.element('block') }], AN, scene.clockOf(AN)))
    expect(scene.goesOn()).toEqual([])
    isRefused(twins, 'overlap', 'an-phone')
  })

  it('[U2] several client ids, and thousands of them', () => {
    const structs: RawStruct[] = [{ content: raw.element('block') }]
    const ids = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ client: STRANGER + i, clock: 0, structs }))
    isRefused(rawUpdate(ids(2)), 'manyClients')
    isRefused(rawUpdate(ids(5_000)), 'manyClients')
    isRefused(rawUpdate(ids(2)).subarray(0, -3), 'manyClients')
  })
})

describe('clocks', () => {
  it('[U4] work that begins later or earlier than what is known', () => {
    isRefused(rawUpdate(by([{ content: raw.element('block') }], STRANGER, 1)), 'gap')
    isRefused(rawUpdate(by([{ content: raw.element('block') }], AN, 1)), 'overlap', 'an-phone')
  })

  it.each([2 ** 21, 2 ** 31, 2 ** 40, 2 ** 52, Number.MAX_SAFE_INTEGER])(
    '[U5] a collected run of %d, after which the server would ignore the session',
    (length) => {
      isRefused(rawUpdate(by([{ gc: length }])), length <= 2 ** 31 ? 'hugeAdvance' : 'hugeClock')
      isRefused(
        rawUpdate(by([{ content: raw.deleted(length) }])),
        length <= 2 ** 31 ? 'hugeAdvance' : 'hugeClock',
      )
      isRefused(rawUpdate(by([{ gc: length }], BINH, scene.clockOf(BINH))), 'clientTaken')
    },
  )

  it('[U5] a run of nothing', () => {
    isRefused(rawUpdate(by([{ gc: 0 }])), 'hugeClock')
  })

  it('[U6] a skip, behind which everything would wait for ever', () => {
    isRefused(rawUpdate(by([{ content: raw.element('block') }, { skip: 5 }, { gc: 1 }])), 'skip')
  })

  it('[U7] thousands of structs that can never be put in', () => {
    isRefused(
      rawUpdate(by(many(9_000, () => ({ content: raw.text('x'), origin: [STRANGER + 1, 9] })))),
      'unknownOrigin',
    )
  })

  it('[U7] an origin, right origin or parent in the future, of others or of oneself', () => {
    const future = () => [BINH, scene.clockOf(BINH)] as const
    isRefused(rawUpdate(by([{ content: raw.text('x'), origin: future() }])), 'unknownOrigin')
    isRefused(rawUpdate(by([{ content: raw.text('x'), right: future() }])), 'unknownOrigin')
    isRefused(rawUpdate(by([{ content: raw.text('x'), parent: future() }])), 'unknownOrigin')
    isRefused(rawUpdate(by([{ content: raw.text('x'), right: [STRANGER, 0] }])), 'unknownOrigin')
  })
})

describe('deletes', () => {
  it('[U12] of clocks that are not there yet: next week’s typing would vanish', () => {
    isRefused(rawUpdate([], [{ client: BINH, ranges: [[scene.clockOf(BINH), 100_000]] }]), 'deletesUnknown')
    isRefused(rawUpdate([], [{ client: BINH, ranges: [[scene.clockOf(BINH) - 1, 2]] }]), 'deletesUnknown')
    isRefused(rawUpdate([], [{ client: 777, ranges: [[0, 1]] }]), 'deletesUnknown')
    isRefused(rawUpdate(by([{ gc: 1 }]), [{ client: STRANGER, ranges: [[0, 2]] }]), 'deletesUnknown')
  })

  it('[U12] of nothing, of everything there ever could be, and in thousands of ranges', () => {
    isRefused(rawUpdate([], [{ client: AN, ranges: [[0, 0]] }]), 'deletesUnknown')
    isRefused(rawUpdate([], [{ client: AN, ranges: [[0, Number.MAX_SAFE_INTEGER]] }]), 'deletesUnknown')
    isRefused(
      rawUpdate([], [{ client: AN, ranges: many(5_001, () => ({ gc: 1 })).map(() => [0, 1] as const) }]),
      'manyRanges',
    )
  })
})

describe('bytes', () => {
  it('[U1] more than 256 KB', () => {
    isRefused(rawUpdate(by([{ content: raw.text('ấ'.repeat(MAX_UPDATE_BYTES / 3)) }])), 'tooBig')
  })

  it('[U2] Yjs V2 sent as V1, whatever is in it', () => {
    const honest = scene.an.type('bằng V2')
    const marked = scene.an.edit((content) =>
      ((content.get(1) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { bold: {} }),
    )
    for (const update of [
      honest,
      marked,
      Y.mergeUpdates([honest, marked]),
      rawUpdate(by([{ gc: 20_000_000 }])),
      rawUpdate([]),
    ]) {
      const before = scene.picture()
      expect(scene.attack(Y.convertUpdateFormatV1ToV2(update), 'an-phone')).toMatchObject({ ok: false })
      expect(scene.picture()).toEqual(before)
    }
  })

  it('[U2] bytes behind the end', () => {
    isRefused(new Uint8Array([...rawUpdate(by([{ content: raw.element('block') }])), 0]), 'malformed')
  })

  it('[U2] [S10] cut at every byte', () => {
    const whole = Y.mergeUpdates([scene.an.type('một câu dài 🌾'), scene.an.edit((c) => c.delete(0, 2))])
    const before = scene.picture()
    for (let end = 0; end < whole.length; end++)
      expect(scene.attack(whole.subarray(0, end), 'an-phone'), `${end} bytes`).toMatchObject({ ok: false })
    expect(scene.picture()).toEqual(before)
    expect(scene.attack(whole, 'an-phone')).toMatchObject({ ok: true })
  })

  it('[U2] 20 thousand one-element contents', () => {
    isRefused(rawUpdate(by(letters(20_000))), 'manyStructs')
  })
})

describe('shapes', () => {
  const nested = (name: (i: number) => string, deep: number) =>
    by(
      many(deep, (i) => ({
        content: raw.element(name(i)),
        ...(i === 0 ? {} : { parent: [STRANGER, i - 1] as const }),
      })),
    )

  it('[U15] nested ten thousand deep', () => {
    isRefused(rawUpdate(nested(() => 'row', 9_999)), 'depth')
    isRefused(rawUpdate(nested((i) => (['table', 'row', 'cell'] as const)[i % 3] ?? '', 9_999)), 'depth')
  })

  it('[U18] found out only after it was put in: the document is built again, as if it had never come', () => {
    const table = [
      { content: raw.element('table') },
      { content: raw.element('cell'), parent: [STRANGER, 0] as const },
    ]
    const deletes = [{ client: AN, ranges: [[0, scene.clockOf(AN)] as const] }]
    const untouched = scene.live.doc
    isRefused(rawUpdate(by(table), deletes), 'place')
    expect(scene.live.doc, 'built again').not.toBe(untouched)
  })

  it('[U17] between origins in another list, which part two phones once that list is collected', () => {
    const [first, elsewhere] = [() => scene.letter('1.0'), () => scene.letter('4.0')]
    isRefused(rawUpdate(by([{ content: raw.text('x'), origin: first(), right: elsewhere() }])), 'place')
    isRefused(rawUpdate(by([{ content: raw.text('x'), origin: elsewhere(), right: first() }])), 'place')
    isRefused(
      rawUpdate(by([{ content: raw.element('block'), origin: scene.id('0'), right: scene.id('2.0') }])),
      'place',
    )
  })

  it('[U17] in an order that a phone would load otherwise than it stands here', () => {
    const twice = { content: raw.text('ab'), origin: [BINH, 14] as const, right: [BINH, 14] as const }
    const [client, clock] = scene.letter('1.0')
    const before = { content: raw.text('ab'), right: [client, clock + 17] as const }
    isRefused(rawUpdate(by([twice, before])), 'order')
  })

  it('[U17] between origins that stand the other way round, or are one', () => {
    const [client, clock] = scene.letter('1.0')
    const beside = (origin: number, right: number): RawStruct => ({
      content: raw.text('x'),
      origin: [client, clock + origin],
      right: [client, clock + right],
    })
    isRefused(rawUpdate(by([beside(9, 0)])), 'order')
    isRefused(rawUpdate(by([beside(0, 0)])), 'order')
    const blocks = { content: raw.element('block'), origin: scene.id('4'), right: scene.id('0') }
    isRefused(rawUpdate(by([blocks])), 'order')
  })
})
