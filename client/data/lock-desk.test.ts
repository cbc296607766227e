import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDexieBook } from './book/dexie-book.ts'
import { LockDesk } from './lock-desk.ts'
import { Profiles } from './profiles.ts'

const MINUTE = 60_000
let now = 0
let profiles: Profiles
let desk: LockDesk
const never = () => Promise.reject(new Error('asked'))

beforeEach(() => {
  now = Date.UTC(2026, 11, 3)
  profiles = new Profiles()
  desk = new LockDesk(profiles, () => now)
})
afterEach(async () => {
  for (const { id } of await desk.list()) await desk.remove(id)
  vi.restoreAllMocks()
})

/** Somebody whose phone was let in, with something to send. */
async function somebody(name: string, waiting = 0): Promise<string> {
  const { id, book: at } = await profiles.add()
  const book = await openDexieBook(at)
  const person = { id: `${name}-person`, name: `Đồng chí ${name}`, status: 'official' as const, duties: [] }
  const unit = {
    kind: 'cell' as const,
    id: 'khu-1-0001',
    name: 'Khu 1',
    cellKind: 'village' as const,
    parent: 'xa-0000001',
  }
  const roster = { lineage: 'dong-0001', version: 1, issuedAt: 0, unit, people: [person] }
  await book.commit([
    { put: 'meta', value: { key: 'identity', value: { person: person.id } } },
    { put: 'rosters', value: { unit: unit.id, version: 1, roster } as never },
    ...Array.from({ length: waiting }, (_, n) => ({ put: 'pending' as const, value: { n: n + 1 } as never })),
  ])
  book.close()
  return id
}

it('[E17] one person without a PIN is asked nothing; a second one, or a PIN, is asked for', async () => {
  const book = await profiles.currentBook(never)
  expect(await profiles.currentBook(never)).toBe(book)
  const [only] = await profiles.all()
  await desk.setPin(only!.id, '2580')
  const asked = vi.fn(async () => 'the chosen one')
  expect(await profiles.currentBook(asked)).toBe('the chosen one')
  await desk.dropPin(only!.id)
  expect(await profiles.currentBook(never)).toBe(book)
  await profiles.add()
  expect(await profiles.currentBook(asked)).toBe('the chosen one')
  expect(asked).toHaveBeenCalledTimes(2)
})

it('[E19] the start says who there is and how much each has not sent, from the books alone', async () => {
  await somebody('An', 3)
  const binh = await somebody('Bình')
  await desk.setPin(binh, '2580')
  await profiles.add()
  const shown = (await desk.list()).map(({ name, hasPin, waiting }) => ({ name, hasPin, waiting }))
  expect(shown).toHaveLength(3)
  expect(shown).toContainEqual({ name: 'Đồng chí An', hasPin: false, waiting: 3 })
  expect(shown).toContainEqual({ name: 'Đồng chí Bình', hasPin: true, waiting: 0 })
  expect(shown).toContainEqual({ name: null, hasPin: false, waiting: 0 })
  expect(JSON.stringify(await profiles.all())).not.toContain('Đồng chí')
})

it('[E17] whoever shares the device keeps a PIN', async () => {
  const an = await somebody('An')
  await desk.setPin(an, '2580')
  await somebody('Bình')
  await desk.dropPin(an)
  expect((await desk.list()).find((p) => p.id === an)?.hasPin).toBe(true)
})

it('[E18] of the PIN only salt and hash are kept, another for each person', async () => {
  const [an, binh] = [await somebody('An'), await somebody('Bình')]
  await desk.setPin(an, '2580')
  await desk.setPin(binh, '2580')
  const [a, b] = (await profiles.all()).map((p) => p.pin)
  expect(a?.rounds).toBeGreaterThanOrEqual(600_000)
  expect([...(a?.hash ?? [])]).not.toEqual([...(b?.hash ?? [])])
  expect(JSON.stringify([a, b])).not.toContain('2580')
  expect(await desk.tryPin(an, '2580')).toEqual({ right: true })
})

it('[E18] five wrong ones are free, then the wait doubles; a right one while waiting does not count', async () => {
  const an = await somebody('An')
  await desk.setPin(an, '2580')
  const wrong = async () => desk.tryPin(an, '9999')
  const waits: number[] = []
  for (let i = 0; i < 5; i++) waits.push(((await wrong()) as { waitMs: number }).waitMs)
  expect(waits).toEqual([0, 0, 0, 0, 30_000])
  now += 29_000
  expect(await new LockDesk(profiles, () => now).tryPin(an, '2580'), 'also after a restart').toEqual({
    ...{ right: false, waitMs: 1_000 },
  })
  now += 1_000
  expect(await wrong()).toEqual({ right: false, waitMs: MINUTE })
  now += MINUTE
  expect(await desk.tryPin(an, '2580')).toEqual({ right: true })
  expect(await wrong(), 'after a right one it begins anew').toEqual({ right: false, waitMs: 0 })
})

it('[E18] the wait never grows beyond a quarter of an hour, whatever the clock says', async () => {
  const an = await somebody('An')
  await desk.setPin(an, '2580')
  for (let i = 0; i < 14; i++) {
    await desk.tryPin(an, '9999')
    now += 15 * MINUTE
  }
  const last = await desk.tryPin(an, '9999')
  expect(last).toEqual({ right: false, waitMs: 15 * MINUTE })
  now -= 365 * 24 * 60 * MINUTE
  expect(await desk.tryPin(an, '2580')).toEqual({ right: false, waitMs: 15 * MINUTE })
})

it('[E19] removing a person takes his book off the device and leaves the others', async () => {
  const [an] = [await somebody('An', 2), await somebody('Bình')]
  await desk.remove(an)
  expect((await desk.list()).map((p) => p.name)).toEqual(['Đồng chí Bình'])
})
