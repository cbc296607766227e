import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCode } from '#shared/protocol/check-code.ts'
import { SLIP_CODE } from '#shared/records/slip-code.ts'
import {
  AN,
  AO_SEN,
  BINH,
  CHI,
  claimBy,
  DONG_MIT,
  DUNG,
  newPhone,
  OANH,
  SON,
} from '#server/routes/trial-house.fixture.ts'
import { trialHouse, type TrialHouse, type TrialPhone } from '#server/routes/trial-house.fixture.ts'
import { newSlipCode } from './secrets.ts'

type Made = { slips: { id: string; person: string; code: string }[]; expiresAt: number; refusal?: string }
type Claimed = {
  checkCode: string
  needsConfirmation: boolean
  slip: boolean
  waitToken: string
  refusal?: string
}
type Waiting = { id: string; person: string; since: number; label: string; signKey: string; agreeKey: string }
type Seen = { open: { id: string; person: string; expiresAt: number }[]; waiting: Waiting[] }
type Decided = { done: string[]; refused: { id: string; refusal: string }[] }

const DAY = 24 * 60 * 60_000
let house: TrialHouse
let an: TrialPhone
let oanh: TrialPhone
beforeEach(async () => {
  house = await trialHouse()
  an = await house.letIn(AN)
  oanh = await house.letIn(OANH)
})
afterEach(() => house.close())

const post = async <T>(path: string, body: unknown, phone?: TrialPhone) =>
  (await (await house.ask('POST', path, { body, phone })).json()) as T
const make = (wanted: object, by = an) => post<Made>('/slips', wanted, by)
const slipOf = async (person: string, by = an) => (await make({ people: [person] }, by)).slips[0]!
const use = async (code: string, phone: TrialPhone) =>
  post<Claimed>('/enrolments/claim', await claimBy(phone, code))
const ask = (waitToken: string) =>
  post<{ admission?: { token: string; person: string } | null; refusal?: string }>('/enrolments/await', {
    waitToken,
  })
const seen = async (by: TrialPhone) =>
  (await (await house.ask('GET', '/slips', { phone: by })).json()) as Seen
const approve = (ids: string[], by = an) => post<Decided>('/slips/approve', { ids }, by)

describe('a slip', () => {
  it('[E12] [E13] [E14] [P22] [P23] Bình types it in, waits, An sees the same six digits and lets him in', async () => {
    const { id, code } = await slipOf(BINH)
    expect(code).toMatch(SLIP_CODE)
    const phone = await newPhone('Điện thoại của Bình')
    const claimed = await use(code, phone)
    expect(claimed).toMatchObject({ needsConfirmation: true, slip: true })
    expect(await ask(claimed.waitToken)).toEqual({ admission: null })

    const { waiting } = await seen(an)
    expect(waiting).toMatchObject([
      { id, person: BINH, label: 'Điện thoại của Bình', since: house.clock.now },
    ])
    expect(checkCode(id, waiting[0]!)).toBe(claimed.checkCode)
    expect(checkCode(id, phone), 'computed on his own phone').toBe(claimed.checkCode)

    expect(await approve([id])).toEqual({ done: [id], refused: [] })
    expect(await approve([id]), 'saying yes twice changes nothing').toEqual({ done: [id], refused: [] })
    expect((await ask(claimed.waitToken)).admission).toMatchObject({ person: BINH })
    expect((await seen(an)).waiting).toEqual([])
  })

  it('[E12] those of a cell go to whoever has no phone and is not suspended', async () => {
    const { slips } = await make({ units: [DONG_MIT] })
    expect(slips.map((s) => s.person)).toEqual([DUNG, BINH])
    expect((await make({ units: [DONG_MIT, AO_SEN] }, oanh)).slips.map((s) => s.person)).toEqual([
      DUNG,
      BINH,
      CHI,
    ])
    expect(slips.map((s) => s.person)).not.toContain(SON)
  })

  it('[E12] for a person by name a second phone is possible, a third is not', async () => {
    await house.letIn(BINH)
    expect((await make({ people: [BINH] })).slips).toHaveLength(1)
    await house.letIn(BINH)
    expect((await make({ people: [BINH] })).slips).toEqual([])
  })

  it('[E12] ends with the day printed on it, seven days later as people in Vietnam count', async () => {
    const { slips, expiresAt } = await make({ people: [BINH] })
    expect(new Date(expiresAt).toISOString()).toBe('2026-12-10T16:59:59.999Z')
    house.clock.now = expiresAt - 1
    const inTime = await use(slips[0]!.code, await newPhone('kịp'))
    expect(inTime.slip).toBe(true)
    const other = await slipOf(DUNG)
    house.clock.now += 8 * DAY
    expect((await use(other.code, await newPhone('muộn'))).refusal).toBe('codeExpired')
  })

  it('[E13] whoever used it on the last day still has a week to be let in, and no more', async () => {
    const { slips, expiresAt } = await make({ people: [BINH] })
    const { id, code } = slips[0]!
    house.clock.now = expiresAt - 1
    const phone = await newPhone('của Bình')
    const { waitToken } = await use(code, phone)
    house.clock.now += 6 * DAY
    expect((await use(code, phone)).waitToken, 'a phone closed and opened again').toBe(waitToken)
    expect((await seen(an)).waiting).toHaveLength(1)
    house.clock.now += 2 * DAY
    expect(await ask(waitToken)).toEqual({ refusal: 'codeExpired' })
    expect((await approve([id])).refused).toEqual([{ id, refusal: 'codeExpired' }])
  })

  it('[E2] [E13] a photographed one: the first phone has it and still opens nothing, the second is told', async () => {
    const { code, id } = await slipOf(BINH)
    const thief = await newPhone('máy lạ')
    const { waitToken } = await use(code, thief)
    expect((await use(code, await newPhone('của Bình'))).refusal).toBe('codeUsed')
    expect((await ask(waitToken)).admission).toBeNull()
    expect(await post('/slips/turn-away', { ids: [id] }, an)).toEqual({ done: [id], refused: [] })
    expect((await ask(waitToken)).refusal).toBe('turnedAway')
    expect((await use(code, thief)).refusal).toBe('turnedAway')
    expect((await approve([id])).refused).toEqual([{ id, refusal: 'turnedAway' }])
  })

  it('[E15] a new one ends the older, also when a phone waits with it', async () => {
    const first = await slipOf(BINH)
    const second = await slipOf(BINH)
    expect((await use(first.code, await newPhone('cũ'))).refusal).toBe('codeWithdrawn')
    const { waitToken } = await use(second.code, await newPhone('mới'))
    const { waiting } = await seen(an)
    expect(waiting.map((w) => w.id)).toEqual([second.id])
    await slipOf(BINH, oanh)
    expect((await ask(waitToken)).refusal).toBe('codeWithdrawn')
    expect((await approve([second.id])).refused).toEqual([{ id: second.id, refusal: 'codeWithdrawn' }])
  })

  it('[E15] can be withdrawn by whoever may make it, and by nobody else', async () => {
    const { id, code } = await slipOf(BINH)
    await post('/slips/withdraw', { ids: [id] }, await house.letIn(CHI))
    expect((await seen(an)).open.map((o) => o.id)).toEqual([id])
    await post('/slips/withdraw', { ids: [id] }, oanh)
    expect((await seen(an)).open).toEqual([])
    expect((await use(code, await newPhone('muộn'))).refusal).toBe('codeWithdrawn')
  })

  it('[E7] what is stored does not hold its digits, nor anything quickly made from them', async () => {
    const { id, code } = await slipOf(BINH)
    const stored = JSON.stringify(await house.storage.enrolment({ id }))
    const { hashOf } = await import('./secrets.ts')
    expect(stored).not.toContain(code)
    expect(stored).not.toContain(hashOf(code))
  })
})

describe('many', () => {
  it('[E13] twelve are let in at once, each by itself; one whose person has his two phones holds nobody up', async () => {
    const people = Array.from({ length: 12 }, (_, i) => ({
      ...{
        id: `hoc-vien-${String(i).padStart(2, '0')}`,
        name: `Học viên số ${'một hai ba bốn'.split(' ')[i % 4]}`,
      },
      ...{ status: 'official' as const, duties: [] },
    }))
    await house.book.direct({ do: 'addPeople', unit: DONG_MIT, people }, OANH)
    const { slips } = await make({ people: people.map((p) => p.id) }, oanh)
    const claims = await Promise.all(slips.map(async (s) => use(s.code, await newPhone(s.person))))
    await house.letIn(people[3]!.id)
    await house.letIn(people[3]!.id)
    const ids = (await seen(an)).waiting.map((w) => w.id)
    expect(ids).toHaveLength(12)
    const full = slips[3]!.id
    expect(await approve(ids)).toEqual({
      done: ids.filter((id) => id !== full),
      refused: [{ id: full, refusal: 'tooManyDevices' }],
    })
    const answers = await Promise.all(claims.map((c) => ask(c.waitToken)))
    expect(answers.filter((a) => a.admission)).toHaveLength(11)
  })

  it('[E16] [H2] other cells see, make and decide nothing; foreign and unknown are answered alike', async () => {
    const chi = await house.letIn(CHI)
    const binh = await house.letIn(BINH)
    const { id, code } = await slipOf(DUNG)
    await use(code, await newPhone('của Dũng'))
    for (const nobody of [chi, binh]) {
      expect(await seen(nobody)).toEqual({ open: [], waiting: [] })
      const unknown = 'A'.repeat(22)
      expect((await approve([id, unknown], nobody)).refused).toEqual([
        { id, refusal: 'notFound' },
        { id: unknown, refusal: 'notFound' },
      ])
      expect((await make({ people: [DUNG] }, nobody)).refusal).toBe('notFound')
      expect((await make({ units: [DONG_MIT] }, nobody)).refusal).toBe('notFound')
    }
    expect((await make({ units: [DONG_MIT, AO_SEN] })).refusal, 'one foreign unit among them').toBe(
      'notFound',
    )
    expect((await make({ people: ['nobody-0001'] })).refusal).toBe('notFound')
    expect((await seen(oanh)).waiting).toHaveLength(1)
  })

  it('[E12] a link made for one person is no slip: nobody else says yes to it', async () => {
    const { id, secret } = await post<{ id: string; secret: string }>('/enrolments', { person: BINH }, an)
    await use(secret, await newPhone('của Bình'))
    expect((await approve([id], oanh)).refused).toEqual([{ id, refusal: 'notFound' }])
    expect((await seen(oanh)).waiting).toEqual([])
  })

  it('[E8] guessed digits are slowed, and the right ones open all the same', async () => {
    const { code } = await slipOf(BINH)
    const guesser = await newPhone('máy lạ')
    const guesses: (string | undefined)[] = []
    for (let i = 0; i < 62; i++) guesses.push((await use(String(10 ** 15 + i), guesser)).refusal)
    expect(guesses.filter((g) => g === 'codeUnknown')).toHaveLength(60)
    expect(guesses.slice(60)).toEqual(['tooManyTries', 'tooManyTries'])
    expect((await use(code, await newPhone('của Bình'))).slip).toBe(true)
  })
})

it('[E12] every digit is as likely as any other, whatever bytes chance gives', () => {
  const bytes = Uint8Array.from({ length: 16 }, (_, i) => 245 + i)
  expect(newSlipCode(() => bytes)).toBe('5678901234567890')
  const counts = new Array<number>(10).fill(0)
  let next = 0
  const allBytes = (n: number) => Uint8Array.from({ length: n }, () => next++ % 256)
  for (let i = 0; i < 1000; i++) for (const digit of newSlipCode(allBytes)) counts[Number(digit)]! += 1
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(40)
})
