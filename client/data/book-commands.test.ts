import { afterEach, expect, it } from 'vitest'
import { openDexieBook, type DexieBook } from './book/dexie-book.ts'
import { Profiles } from './profiles.ts'
import { bookCommands } from './book-commands.ts'

const SCOPE = 'cell/khu-dong-mit'
const KEY = 'announcement:khu-dong-mit:new'
const ATTACHMENT = {
  ...{ id: 'p'.repeat(43), media: 'image/jpeg' as const, size: 9, at: 1, due: true, sent: 0, sentAt: null },
}
const PICTURE = { id: ATTACHMENT.id, media: 'image/jpeg', size: 9, width: 1, height: 1 }
const books: DexieBook[] = []
afterEach(() => {
  for (const book of books.splice(0)) book.close()
})

/** A notice written offline, whose day is over, waits to be asked about; something else may lie in the form. */
async function withPassedNotice(typed?: object) {
  const book = await openDexieBook(`take-back-${books.length}-${Math.random()}`)
  books.push(book)
  const notice = { title: 'Họp dân', body: 'Kính mời bà con.', picture: PICTURE }
  const command = { do: 'publishAnnouncement', slug: 'Qm9vayBvZiBhIGNlbGwgMQ', notice }
  const place = { scope: SCOPE, record: 'thong-bao-01', kind: 'announcement' } as const
  await book.commit([
    {
      put: 'pending',
      value: { n: 1, ...place, op: { op: 'command', ...place, command }, at: 1, asks: 'dateHasPassed' },
    },
    { put: 'attachments', value: { ...place, ...ATTACHMENT } },
    ...(typed ? [{ put: 'forms' as const, value: { key: KEY, value: typed, at: 1 } }] : []),
  ])
  const running = () => Promise.reject(new Error('nothing is sent here'))
  const commands = bookCommands({ book, running, saving: (write) => write(), profiles: new Profiles() })
  return { book, commands, form: async () => (await book.get('forms', [KEY]))?.value }
}

it('[A3] taken back, a notice lies in its form again and is not sent', async () => {
  const { book, commands, form } = await withPassedNotice()
  expect(await commands.takeBack('1')).toBe(true)
  expect(await form()).toMatchObject({ record: 'thong-bao-01', title: 'Họp dân', body: 'Kính mời bà con.' })
  expect(await form()).toMatchObject({ picture: PICTURE })
  expect(await book.list('pending')).toEqual([])
  expect((await book.list('attachments')).map(({ due }) => due)).toEqual([false])
})

it.each([
  { title: '', body: 'Lịch tiêm phòng' },
  { title: '', body: '', picture: PICTURE },
])('another notice that lies half-written in that form is not written over: %o', async (begun) => {
  const other = { record: 'thong-bao-02', slug: 'x', when: '', where: '', ...begun }
  const { book, commands, form } = await withPassedNotice(other)
  expect(await commands.takeBack('1')).toBe(false)
  expect(await form()).toEqual(other)
  expect(await book.list('pending')).toHaveLength(1)
})

it('a form in which nothing was written yet is free', async () => {
  const empty = { record: 'thong-bao-02', slug: 'x', title: ' ', body: '', when: '', where: '' }
  const { commands, form } = await withPassedNotice(empty)
  expect(await commands.takeBack('1')).toBe(true)
  expect(await form()).toMatchObject({ record: 'thong-bao-01' })
})
