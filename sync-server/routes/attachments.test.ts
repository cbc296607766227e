import { createHash, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAX_PIECE_BYTES } from '#shared/protocol/version.ts'
import { NO_HASH, type CommandOp } from '#shared/protocol/batch.ts'
import { trimAttachments } from '#server/scopes/trim-attachments.ts'
import { StorageFull, type Storage } from '#server/storage/storage.ts'
import { AN, AO_SEN, BINH, CHI, DONG_MIT, batchBy, syncBody, trialHouse } from './trial-house.fixture.ts'
import type { TrialHouse, TrialPhone } from './trial-house.fixture.ts'

const SCOPE = `cell/${DONG_MIT}`
const DAY = 24 * 60 * 60 * 1000
const JPEG = [0xff, 0xd8, 0xff, 0xe0]
const picture = (length: number) => new Uint8Array([...JPEG, ...randomBytes(length - 4)])
const idOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url')
const refTo = (bytes: Uint8Array) => ({ id: idOf(bytes), media: 'image/jpeg', size: bytes.length })

let house: TrialHouse
let an: TrialPhone
let full = false
beforeEach(async () => {
  full = false
  house = await trialHouse({ around: mayBeFull })
  an = await house.letIn(AN)
})
afterEach(() => house.close())

describe('an attachment on its way up', () => {
  it('[F4] goes in pieces, each where the one before ended, and is given out only when it is whole', async () => {
    const bytes = picture(150_000)
    await publish(bytes)
    expect(await have(bytes)).toBe(0)
    expect(await send(bytes, 0)).toEqual({ status: 200, have: MAX_PIECE_BYTES })
    expect(await send(bytes, 0)).toEqual({ status: 200, have: MAX_PIECE_BYTES })
    expect(await send(bytes, 2 * MAX_PIECE_BYTES)).toEqual({ status: 200, have: MAX_PIECE_BYTES })
    expect((await get(bytes)).status).toBe(404)
    expect(await send(bytes, MAX_PIECE_BYTES)).toEqual({ status: 200, have: 2 * MAX_PIECE_BYTES })
    expect(await have(bytes)).toBe(2 * MAX_PIECE_BYTES)
    expect(await send(bytes, 2 * MAX_PIECE_BYTES)).toEqual({ status: 200, have: 150_000 })
    expect(await send(bytes, 150_000)).toEqual({ status: 200, have: 150_000 })
    expect(new Uint8Array(await (await get(bytes)).arrayBuffer())).toEqual(bytes)
  })

  it('[F4] a piece longer than 64 KB is not taken', async () => {
    const bytes = picture(150_000)
    await publish(bytes)
    const long = await post(bytes, 0, bytes.subarray(0, MAX_PIECE_BYTES + 1))
    expect([long.status, await have(bytes)]).toEqual([413, 0])
  })

  it('[F3] is taken only when an accepted event refers to it', async () => {
    const bytes = picture(100)
    expect((await send(bytes, 0)).status).toBe(404)
    await publish(bytes)
    expect((await send(bytes, 0)).status).toBe(200)
    const replaced = picture(90)
    await correct(replaced)
    const never = picture(80)
    await correct(never)
    expect((await send(replaced, 0)).status).toBe(404)
    expect((await send(never, 0)).status).toBe(200)
  })

  it('[F1] of another hash than its name is let go of at the end, and can be sent again', async () => {
    const bytes = picture(100)
    await publish(bytes)
    expect((await post(bytes, 0, bytes.subarray(0, 50))).status).toBe(200)
    const wrong = await post(bytes, 50, new Uint8Array(50))
    expect([wrong.status, await wrong.json()]).toEqual([422, { refusal: 'attachmentUnsound' }])
    expect([await have(bytes), (await get(bytes)).status]).toEqual([0, 404])
    expect((await send(bytes, 0)).have).toBe(100)
  })

  it('[F5] of another kind than the event named is not taken', async () => {
    for (const text of [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '\u0089PNG\r\n\u001a\n',
      '<!doctype html>',
    ]) {
      const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
      house = await afresh()
      await publish(bytes)
      expect((await send(bytes, 0)).status, text).toBe(422)
      expect(await have(bytes)).toBe(0)
    }
  })

  it('[F6] is not longer than its event said', async () => {
    const bytes = picture(100)
    await publish(bytes)
    expect((await post(bytes, 0, picture(101))).status).toBe(413)
  })

  it('[F6] ends for a device at what it may send in a day, and for a scope at what lies there', async () => {
    const MB = 1024 * 1024
    const mine = Array.from({ length: 33 }, () => picture(MB))
    await publish(mine[0] as Uint8Array)
    for (const [i, bytes] of mine.entries()) {
      if (i > 0) await correct(bytes)
      const last = await sendAll(bytes)
      expect(last.status, `${i}`).toBe(i < 32 ? 200 : 409)
    }
    house.clock.now += DAY
    expect((await sendAll(mine[32] as Uint8Array)).status).toBe(200)
    await house.storage.commit([filling(250 * MB)])
    const more = picture(100)
    await correct(more)
    house.clock.now += DAY
    const refused = await post(more, 0, more)
    expect([refused.status, await refused.json()]).toEqual([409, { refusal: 'attachmentsFull' }])
  })

  it('a full disk is said as such, and nothing of the piece was taken', async () => {
    const bytes = picture(100)
    await publish(bytes)
    full = true
    expect((await send(bytes, 0)).status).toBe(507)
    full = false
    expect(await have(bytes)).toBe(0)
  })

  it('nonsense is refused and never a fault of the server', async () => {
    const bytes = picture(100)
    await publish(bytes)
    for (const start of ['', '-1', '1e3', 'x', '9'.repeat(20), '0x10'])
      expect(
        (await ask('POST', `/attachments/${idOf(bytes)}?scope=${SCOPE}&start=${start}`, 'x')).status,
      ).toBe(400)
    expect((await post(bytes, 0, new Uint8Array(0))).status).toBe(400)
  })
})

describe('an attachment that is there', () => {
  it('[F7] has the type it was taken as and runs nothing', async () => {
    const bytes = picture(100)
    await publish(bytes)
    await send(bytes, 0)
    const { headers } = await get(bytes)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('content-disposition')).toBe('attachment; filename="so-chi-bo.jpg"')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('[H10] [H2] is for readers of its scope; foreign, missing and not yet whole are answered alike', async () => {
    const [there, half] = [picture(100), picture(100)]
    await publish(there, half)
    await send(there, 0)
    await post(half, 0, half.subarray(0, 50))
    const [binh, chi] = [await house.letIn(BINH), await house.letIn(CHI)]
    expect((await get(there, binh)).status).toBe(200)
    const answers = await Promise.all([
      get(there, chi),
      get(half, binh),
      get(picture(100), binh),
      ask('GET', `/attachments/${idOf(there)}?scope=cell/${AO_SEN}`, null, chi),
      ask('GET', `/attachments/${idOf(there)}?scope=own/${AN}`, null, chi),
      ask('GET', `/attachments/${idOf(there)}`, null, binh),
      ask('GET', `/attachments/abc?scope=${SCOPE}`, null, binh),
      ask('GET', `/attachments/${idOf(there)}/have?scope=${SCOPE}`, null, chi),
      post(there, 0, there, chi),
    ])
    const told = await Promise.all(answers.map(wholeAnswer))
    expect(new Set(told)).toEqual(new Set([told[0]]))
    expect(answers[0]?.status).toBe(404)
  })

  it('[F10] is let go of 30 days after no record refers to it any more, not a day before', async () => {
    const [first, second] = [picture(100), picture(90)]
    await publish(first)
    await send(first, 0)
    await correct(second)
    await send(second, 0)
    house.clock.now += 29 * DAY
    expect(await trimmed()).toBe(0)
    house.clock.now += 2 * DAY
    expect(await trimmed()).toBe(1)
    expect([(await get(first)).status, (await get(second)).status]).toEqual([404, 200])
  })
})

let [deviceSeq, prevHash] = [0, NO_HASH]
/** The corrected announcement refers to the picture instead of the one before. */
const correct = (bytes: Uint8Array) => tell('correctAnnouncement', bytes)
const publish = (bytes: Uint8Array, card?: Uint8Array) => {
  ;[deviceSeq, prevHash] = [0, NO_HASH]
  return tell('publishAnnouncement', bytes, card)
}

async function tell(name: string, bytes: Uint8Array, card?: Uint8Array): Promise<void> {
  const picture = { ...refTo(bytes), width: 10, height: 10 }
  const notice = { title: 'Họp khu dân cư', body: 'Kính mời bà con', picture }
  const command = { do: name, notice, ...(card ? { card: refTo(card) } : {}) }
  const op: CommandOp = { op: 'command', record: 'thongbao-01', kind: 'announcement', command }
  const batch = await batchBy(an, [op], { deviceSeq: ++deviceSeq, prevHash })
  prevHash = createHash('sha256').update(batch.bytes).digest()
  const answer = await house.ask('POST', '/sync', { phone: an, raw: syncBody({ batches: [batch] }) })
  expect(answer.status).toBe(200)
  await answer.arrayBuffer()
}

const wholeAnswer = async (answer: Response) =>
  JSON.stringify([answer.status, await answer.text(), [...answer.headers]])

function ask(method: string, path: string, raw: Uint8Array<ArrayBuffer> | string | null, phone = an) {
  return house.ask(method, path, { phone, ...(raw === null ? {} : { raw }) })
}
const get = (bytes: Uint8Array, phone = an) =>
  ask('GET', `/attachments/${idOf(bytes)}?scope=${SCOPE}`, null, phone)
const post = (of: Uint8Array, start: number, bytes: Uint8Array, phone = an) =>
  ask('POST', `/attachments/${idOf(of)}?scope=${SCOPE}&start=${start}`, new Uint8Array(bytes), phone)

async function have(bytes: Uint8Array): Promise<number> {
  const answer = await ask('GET', `/attachments/${idOf(bytes)}/have?scope=${SCOPE}`, null)
  return ((await answer.json()) as { have: number }).have
}
async function send(bytes: Uint8Array, start: number): Promise<{ status: number; have?: number }> {
  const answer = await post(bytes, start, bytes.subarray(start, start + MAX_PIECE_BYTES))
  const { have } = (await answer.json()) as { have?: number }
  return { status: answer.status, ...(have === undefined ? {} : { have }) }
}
async function sendAll(bytes: Uint8Array): Promise<{ status: number; have?: number }> {
  for (let start = await have(bytes); ;) {
    const answer = await send(bytes, start)
    if (answer.status !== 200 || answer.have === bytes.length) return answer
    start = answer.have ?? 0
  }
}
async function trimmed(): Promise<number> {
  let count = 0
  for await (const step of trimAttachments(house.storage, house.clock.now)) count += step
  return count
}
function filling(size: number) {
  const of = { scope: SCOPE, id: 'f'.repeat(43), media: 'image/jpeg', size }
  return { put: 'attachment' as const, attachment: { ...of, have: 0, begunAt: 1, wholeAt: 1 } }
}
async function afresh(): Promise<TrialHouse> {
  await house.close()
  const next = await trialHouse()
  an = await next.letIn(AN)
  return next
}
function mayBeFull(storage: Storage): Storage {
  return new Proxy(storage, {
    get(target, name: keyof Storage) {
      if (name === 'commit' && full) return () => Promise.reject(new StorageFull('full'))
      const found = target[name]
      return typeof found === 'function' ? found.bind(target) : found
    },
  })
}
