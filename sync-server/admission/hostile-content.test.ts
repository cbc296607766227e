import { beforeEach, describe, expect, it } from 'vitest'
import { Scene, STRANGER } from './hostile.fixture.ts'
import { raw, rawUpdate, type RawStruct } from './raw-update.fixture.ts'

let scene: Scene
beforeEach(() => {
  scene = new Scene()
})

/** Refused for this reason, nothing changed, An and Bình go on as if it had not come. */
function isRefused(update: Uint8Array, unsound: string): void {
  const before = scene.picture()
  expect(scene.attack(update)).toEqual({ ok: false, unsound })
  expect(scene.picture()).toEqual(before)
  expect(scene.goesOn()).toEqual([])
}

const by = (structs: readonly RawStruct[]) => [{ client: STRANGER, clock: 0, structs }]

describe('what may stand in a text', () => {
  it('[U8] a second root, and the root as a map', () => {
    isRefused(rawUpdate(by([{ content: raw.element('block'), parent: 'khac' }])), 'foreignRoot')
    isRefused(rawUpdate(by([{ content: raw.element('block'), parent: '__proto__' }])), 'foreignRoot')
    isRefused(rawUpdate(by([{ content: raw.any(1), parent: 'content', key: 'kind' }])), 'foreignRoot')
  })

  it('[U15] the root as a text or an array: the app would crash on load', () => {
    isRefused(rawUpdate(by([{ content: raw.text('trần') }])), 'place')
    isRefused(rawUpdate(by([{ content: raw.any(1, 2) }])), 'place')
    isRefused(rawUpdate(by([{ content: raw.format('bold', {}) }])), 'place')
    isRefused(rawUpdate(by([{ content: raw.type(6) }])), 'place')
  })

  it.each(['constructor', '__proto__', 'strong', 'a'.repeat(100)])('[U9] a mark named %s', (name) => {
    isRefused(rawUpdate(by([{ content: raw.format(name, {}), parent: scene.id('1.0') }])), 'mark')
  })

  it.each([[true], ['x'], [{ href: 'javascript:1' }], [[]], [JSON.parse('{"__proto__":{}}') as object]])(
    '[U9] a mark whose value is %j',
    (value) => {
      isRefused(rawUpdate(by([{ content: raw.format('bold', value), parent: scene.id('1.0') }])), 'mark')
    },
  )

  it.each(['script', 'constructor', '__proto__', 'paragraph', ''])('[U10] an element named %s', (name) => {
    isRefused(rawUpdate(by([{ content: raw.element(name) }])), 'node')
  })

  it('[U10] types that are neither element nor text', () => {
    for (const ref of [0, 1, 2, 4] as const) isRefused(rawUpdate(by([{ content: raw.type(ref) }])), 'type')
    isRefused(rawUpdate(by([{ content: raw.hook('block') }])), 'type')
  })

  it('[U11] sub-documents, embedded objects, JSON and bytes', () => {
    const parent = scene.id('1.0')
    for (const content of [
      raw.document('x'),
      raw.embed({ image: 1 }),
      raw.json('1'),
      raw.binary(new Uint8Array(9)),
    ]) {
      isRefused(rawUpdate(by([{ content, parent }])), 'content')
      isRefused(rawUpdate(by([{ content }])), 'content')
    }
  })

  it('[U11] attribute values too long, too many, or no plain value', () => {
    const attribute = (...values: Parameters<typeof raw.any>) =>
      rawUpdate(by([{ content: raw.any(...values), parent: scene.id('1'), key: 'kind' }]))
    isRefused(attribute('b'.repeat(41)), 'attribute')
    isRefused(attribute({ long: 'b'.repeat(1_000) }, 'bullet'), 'attribute')
    isRefused(attribute(...Array.from({ length: 257 }, () => 'bullet')), 'attribute')
    for (const value of [{}, [], ['bullet'], null, undefined, true, { a: { a: {} } }])
      isRefused(attribute(value), 'attribute')
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'onclick', 'style', ''])(
    '[U16] an attribute named %s',
    (key) => {
      isRefused(rawUpdate(by([{ content: raw.any('bullet'), parent: scene.id('1'), key }])), 'attribute')
      isRefused(rawUpdate(by([{ content: raw.any(1), parent: scene.id('2'), key }])), 'attribute')
      expect(({} as Record<string, unknown>)['bullet']).toBeUndefined()
    },
  )

  it.each([
    ['kind', 'script'],
    ['kind', 3],
    ['depth', 0],
    ['depth', 9],
    ['depth', 1.5],
    ['depth', Number.NaN],
    ['depth', '1'],
  ])('[U16] %s is %j', (key, value) => {
    isRefused(rawUpdate(by([{ content: raw.any(value), parent: scene.id('1'), key }])), 'attribute')
  })

  it('[U16] an attribute that is a text, a type or on a text', () => {
    isRefused(rawUpdate(by([{ content: raw.text('x'), parent: scene.id('1'), key: 'kind' }])), 'place')
    isRefused(rawUpdate(by([{ content: raw.element('block'), parent: scene.id('1'), key: 'kind' }])), 'place')
    isRefused(rawUpdate(by([{ content: raw.any('bullet'), parent: scene.id('1.0'), key: 'kind' }])), 'place')
  })

  it('[U15] elements where they do not belong', () => {
    const wrong: [string, ReturnType<typeof raw.text>][] = [
      ['1', raw.element('block')],
      ['1', raw.text('không có nút chữ')],
      ['1.0', raw.element('block')],
      ['1.0', raw.any('x')],
      ['2', raw.element('cell')],
      ['2', raw.type(6)],
      ['2.0', raw.element('row')],
      ['3', raw.element('block')],
    ]
    for (const [path, content] of wrong)
      isRefused(rawUpdate(by([{ content, parent: scene.id(path) }])), 'place')
    isRefused(rawUpdate(by([{ content: raw.element('row') }])), 'place')
  })
})
