import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { openDexieBook, type DexieBook } from './dexie-book.ts'
import type { PhoneBook, StoredEvent } from './book.ts'

const scope = 'cell/cell-dong-ma'
const event = (record: string, seq: number): StoredEvent => ({
  scope,
  record,
  seq,
  event: {
    record,
    kind: 'resolution',
    type: 'resolutionBinned',
    v: 1,
    actor: { by: 'server', cause: 'x' },
    claimedAt: 1,
    seq,
    data: {},
  },
})

const open: DexieBook[] = []
afterEach(() => {
  for (const book of open.splice(0)) book.close()
})

const books: Record<string, () => Promise<PhoneBook>> = {
  'the simulated disk': async () => new MemoryBook(),
  'IndexedDB through Dexie': async () => {
    const book = await openDexieBook(`book-${open.length}-${crypto.randomUUID()}`)
    open.push(book)
    return book
  },
}

describe.each(Object.entries(books))('the book on %s', (_, make) => {
  it('answers rows by key and in the order of their keys', async () => {
    const book = await make()
    await book.commit([
      { put: 'events', value: event('record-b', 3) },
      { put: 'events', value: event('record-a', 12) },
      { put: 'events', value: event('record-a', 2) },
    ])
    expect((await book.get('events', [scope, 'record-b', 3]))?.seq).toBe(3)
    expect(await book.get('events', [scope, 'record-b', 4])).toBeUndefined()
    expect((await book.list('events', [scope, 'record-a'])).map((e) => e.seq)).toEqual([2, 12])
    expect((await book.list('events')).map((e) => e.record)).toEqual(['record-a', 'record-a', 'record-b'])
  })

  it.each(['strict', 'relaxed'] as const)(
    'drops a row, or all rows under a prefix, and nothing beside them (%s)',
    async (how) => {
      const book = await make()
      await book.commit(
        [1, 2, 3].map((seq) => ({ put: 'events', value: event('record-a', seq) })),
        how,
      )
      const others = ['record', 'record-a2', 'record-b']
      await book.commit(
        others.map((record) => ({ put: 'events', value: event(record, 1) })),
        how,
      )
      await book.commit([{ drop: 'events', key: [scope, 'record-a', 2] }], how)
      expect((await book.list('events', [scope, 'record-a'])).map((e) => e.seq)).toEqual([1, 3])
      await book.commit([{ dropAll: 'events', prefix: [scope, 'record-a'] }], how)
      expect((await book.list('events', [scope])).map((e) => e.record)).toEqual(others)
      await book.commit([{ put: 'meta', value: { key: 'a', value: 1 } }], how)
      await book.commit([{ dropAll: 'meta', prefix: ['a'] }], how)
      expect(await book.list('meta')).toEqual([])
      await expect(book.commit([], how)).resolves.toBeUndefined()
    },
  )

  it('hands out copies: changing one changes nothing on disk', async () => {
    const book = await make()
    const value = { key: 'identity', value: { name: 'An' } }
    await book.commit([{ put: 'meta', value }])
    value.value.name = 'Bình'
    expect(await book.get('meta', ['identity'])).toEqual({ key: 'identity', value: { name: 'An' } })
  })

  it('writes all of a commit or nothing', async () => {
    const book = await make()
    const broken = { put: 'meta', value: { key: 'b', value: () => 'not a value' } } as const
    await expect(book.commit([{ put: 'meta', value: { key: 'a', value: 1 } }, broken])).rejects.toThrow()
    expect(await book.list('meta')).toEqual([])
  })
})

describe('a book of an earlier version', () => {
  it('opens with everything in it, and with room for attachments', async () => {
    const name = `book-old-${crypto.randomUUID()}`
    const old = new Dexie(name)
    old.version(1).stores({ meta: 'key', events: '[scope+record+seq]', pending: 'n', forms: 'key' })
    await old.open()
    await old.table('events').put(event('record-a', 1))
    await old.table('forms').put({ key: 'announcement:x:new', value: { title: 'Họp' }, at: 1 })
    old.close()
    const book = await openDexieBook(name)
    open.push(book)
    expect((await book.list('events')).map((e) => e.record)).toEqual(['record-a'])
    expect((await book.get('forms', ['announcement:x:new']))?.value).toEqual({ title: 'Họp' })
    const bytes = new Uint8Array([1, 2])
    await book.commit([{ put: 'attachmentBytes', value: { scope, id: 'a'.repeat(43), bytes } }])
    expect((await book.get('attachmentBytes', [scope, 'a'.repeat(43)]))?.bytes).toEqual(bytes)
  })
})
