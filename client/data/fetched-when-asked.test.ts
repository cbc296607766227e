import { expect, it } from 'vitest'
import { fetchedWhenAsked } from './fetched-when-asked.ts'

type Desk = { add(a: number, b: number): Promise<number>; name(): string }

it('is fetched with the first call, once, and answers with what was fetched', async () => {
  let fetches = 0
  const desk = fetchedWhenAsked<Desk>(
    async () => {
      fetches++
      return { add: async (a, b) => a + b, name: () => 'fetched' }
    },
    { name: () => 'at once' },
  )
  expect(fetches).toBe(0)
  expect(desk.name()).toBe('at once')
  expect(await Promise.all([desk.add(1, 2), desk.add(3, 4)])).toEqual([3, 7])
  expect(fetches).toBe(1)
})

it('may be waited for by mistake, and is fetched again after a failure', async () => {
  let fetches = 0
  const desk = fetchedWhenAsked<Desk>(async () => {
    if (fetches++ === 0) throw new TypeError('no network')
    return { add: async (a, b) => a + b, name: () => '' }
  })
  expect(await Promise.resolve(desk)).toBe(desk)
  await expect(desk.add(1, 2)).rejects.toThrow('no network')
  expect(await desk.add(1, 2)).toBe(3)
})
