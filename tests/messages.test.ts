import { expect, test } from 'vitest'
import { compile } from '#scripts/messages-plugin.ts'

test('plain text stays as it is', () => {
  expect(compile('Sổ Chi bộ', 'here')).toBe('Sổ Chi bộ')
})

test('a place for a name is compiled', () => {
  expect(compile('Chào {name}', 'here')).toEqual({
    t: 0,
    b: {
      t: 2,
      i: [
        { t: 3, v: 'Chào ' },
        { t: 4, k: 'name' },
      ],
    },
  })
})

test('a broken message stops the build and says where', () => {
  expect(() => compile('an@chibo.vn', 'tasks.json owner')).toThrow('tasks.json owner')
})
