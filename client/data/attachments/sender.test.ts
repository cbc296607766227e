import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { MAX_PIECE_BYTES } from '#shared/protocol/version.ts'
import type { AttachmentRef } from '#shared/records/attachment.ts'
import { nowDue, notDue, idsNamedIn } from './due.ts'
import { freeMedia } from './free-media.ts'
import { fetchAttachment } from './fetch-attachment.ts'
import { keepBytes, nameOf } from './keep-bytes.ts'
import { AttachmentSender } from './sender.ts'

const SCOPE = 'cell/khu-dong-mit' as const
const PLACE = { scope: SCOPE, record: 'thongbao-01' } as const
const DAY = 24 * 60 * 60 * 1000

/** A server that keeps what it is sent, or answers what the test says. */
type Answer = { status: number; body: object } | 'cut'
let has: Map<string, number>
let asked: string[]
let answers: (path: string) => Answer | null
let book: MemoryBook
let now: number

beforeEach(() => {
  has = new Map()
  asked = []
  answers = () => null
  book = new MemoryBook()
  now = Date.UTC(2026, 11, 3)
})

const fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
  const path = String(input)
  asked.push(path.replace(/[A-Za-z0-9_-]{43}/u, '…').replace(/\?scope=[^&]+/u, ''))
  const answer = answers(path)
  if (answer === 'cut') throw new TypeError('cut')
  if (answer) return new Response(JSON.stringify(answer.body), { status: answer.status })
  const id = /[A-Za-z0-9_-]{43}/u.exec(path)?.[0] ?? ''
  const start = Number(/start=(\d+)/u.exec(path)?.[1] ?? -1)
  const have = has.get(id) ?? 0
  if (start === have) has.set(id, have + (init.body as Uint8Array).length)
  return new Response(JSON.stringify({ have: has.get(id) ?? 0 }))
}
const sender = () => new AttachmentSender({ book, clock: () => now, token: async () => 'token', fetch })

const sent = () =>
  sender()
    .sendNow()
    .catch(() => false)
const picture = (size: number) => {
  const bytes = new Uint8Array(size).map((_, i) => (i * 7) % 251)
  bytes.set([0xff, 0xd8, 0xff])
  return bytes
}
async function kept(size: number): Promise<AttachmentRef> {
  const ref = await keepBytes(book, PLACE, picture(size))
  if (!ref) throw new Error('no picture')
  return ref
}
const command = (ref: AttachmentRef) => ({
  do: 'publishAnnouncement',
  slug: 'a'.repeat(22),
  notice: { title: 'Họp', body: 'Kính mời', picture: { ...ref, width: 1, height: 1 } },
})
async function given(ref: AttachmentRef): Promise<void> {
  const op = {
    op: 'command' as const,
    record: PLACE.record,
    kind: 'announcement' as const,
    command: command(ref),
  }
  const pending = { n: 1, scope: SCOPE, record: PLACE.record, kind: 'announcement' as const, op, at: now }
  await book.commit([
    { put: 'pending', value: pending },
    ...(await nowDue(book, SCOPE, idsNamedIn(op.command))),
  ])
}
async function accepted(ref: AttachmentRef): Promise<void> {
  const actor = { by: 'person' as const, person: 'an-person', device: 'an-phone' }
  const { do: _, ...data } = command(ref)
  const event = {
    record: PLACE.record,
    kind: 'announcement' as const,
    type: 'announcementPublished',
    v: 1,
    actor,
    claimedAt: now,
    seq: 1,
    data,
  }
  await book.commit([
    { drop: 'pending', key: [1] },
    { put: 'events', value: { scope: SCOPE, record: PLACE.record, seq: 1, event } },
  ])
}
const row = (ref: AttachmentRef) => book.get('attachments', [SCOPE, ref.id])

describe('an attachment on this phone', () => {
  it('[F1] [F2] is kept under the hash of its bytes, and is no work to be sent before something names it', async () => {
    const ref = await kept(100)
    expect(ref).toEqual({ id: await nameOf(picture(100)), media: 'image/jpeg', size: 100 })
    expect(await row(ref)).toMatchObject({ due: false, sentAt: null, sent: 0 })
    expect(await keepBytes(book, PLACE, new Uint8Array([1, 2, 3]))).toBeNull()
    await sent()
    expect(asked).toEqual([])
  })

  it('[A14] waits for its words: given, it is due; only when they are in it goes', async () => {
    const ref = await kept(100)
    await given(ref)
    expect((await row(ref))?.due).toBe(true)
    await sent()
    expect([asked, (await row(ref))?.due]).toEqual([[], true])
    await accepted(ref)
    await sent()
    expect(asked).toEqual(['/attachments/…/have', '/attachments/…&start=0'])
    expect(await row(ref)).toMatchObject({ due: false, sentAt: now, sent: 100 })
    await sent()
    expect(asked).toHaveLength(2)
  })

  it('[F4] goes on where the server says it is, and notes how far', async () => {
    const ref = await kept(MAX_PIECE_BYTES * 2 + 10)
    await accepted(ref)
    answers = (path) => (path.includes(`start=${MAX_PIECE_BYTES}`) ? 'cut' : null)
    await sent()
    expect(await row(ref)).toMatchObject({ due: true, sentAt: null, sent: MAX_PIECE_BYTES })
    answers = () => null
    asked = []
    await sent()
    const starts = [MAX_PIECE_BYTES, MAX_PIECE_BYTES * 2].map((start) => `/attachments/…&start=${start}`)
    expect(asked).toEqual(['/attachments/…/have', ...starts])
    expect((await row(ref))?.sentAt).toBe(now)
  })

  it('that nothing names any more is not waited for, and goes after 30 days unless a form shows it', async () => {
    const ref = await kept(100)
    await given(ref)
    await book.commit([{ drop: 'pending', key: [1] }])
    await sent()
    expect((await row(ref))?.due).toBe(false)
    now += 31 * DAY
    await book.commit([{ put: 'forms', value: { key: 'f', value: { picture: ref }, at: now } }])
    await sent()
    expect(await row(ref)).toBeDefined()
    await book.commit([{ drop: 'forms', key: ['f'] }])
    await sent()
    expect([await row(ref), await book.list('attachmentBytes')]).toEqual([undefined, []])
  })

  it('taken back before it was sent is not due', async () => {
    const ref = await kept(100)
    await given(ref)
    await book.commit(await notDue(book, SCOPE, [ref.id]))
    expect((await row(ref))?.due).toBe(false)
  })

  it.each([
    [{ status: 409, body: { refusal: 'attachmentsFull' } }, 'attachmentsFull'],
    [{ status: 507, body: { refusal: null } }, 'serverFull'],
  ] as const)('that is not taken (%o) stays, with the reason', async (answer, why) => {
    const ref = await kept(100)
    await accepted(ref)
    answers = (path) => (path.includes('start=') ? answer : null)
    await sent()
    expect(await row(ref)).toMatchObject({ due: true, sentAt: null, refused: { why } })
    answers = () => null
    asked = []
    await sent()
    const again = why === 'serverFull' // refused otherwise, it is tried again another day
    expect(asked.length > 0).toBe(again)
    now += DAY
    await sent()
    const after = await row(ref)
    expect([after?.sentAt, after?.refused]).toEqual([again ? now - DAY : now, undefined])
  })

  it('a page of something in between is no answer', async () => {
    const ref = await kept(100)
    await accepted(ref)
    answers = () => ({ status: 200, body: ['Wi-Fi'] })
    await sent()
    expect((await row(ref))?.sentAt).toBeNull()
  })
})

describe('[F9] room on the phone', () => {
  it('is made with what the server has, never with what only this phone has, never with words', async () => {
    const [sentOne, mine] = [await kept(100), await kept(90)]
    const known = await row(sentOne)
    if (known) await book.commit([{ put: 'attachments', value: { ...known, sentAt: now } }])
    await accepted(mine)
    expect(await freeMedia(book)).toBe(100)
    expect((await book.list('attachmentBytes')).map(({ id }) => id)).toEqual([mine.id])
    expect(await book.list('events')).toHaveLength(1)
  })

  it('what was let go of is fetched again; other bytes than its name says are none', async () => {
    const bytes = picture(100)
    const ref = { id: await nameOf(bytes), media: 'image/jpeg', size: 100 } as const
    const [real, globally] = [globalThis.fetch, globalThis]
    const answering = async (body: Uint8Array | null, status = 200) => {
      globally.fetch = async () => new Response(body as BodyInit | null, { status })
      return fetchAttachment({ book, token: 'token', now }, PLACE, ref)
    }
    try {
      expect(await answering(picture(99))).toEqual({ ok: false, offline: true })
      expect(await answering(null, 404)).toEqual({ ok: false, refusal: 'notFound' })
      expect(await answering(null, 502)).toEqual({ ok: false, offline: true })
      expect(await book.list('attachments')).toEqual([])
      expect(await answering(bytes)).toEqual({ ok: true })
    } finally {
      globally.fetch = real
    }
    expect(await row(ref)).toMatchObject({ sentAt: now, due: false })
    expect((await book.get('attachmentBytes', [SCOPE, ref.id]))?.bytes).toEqual(bytes)
  })
})
