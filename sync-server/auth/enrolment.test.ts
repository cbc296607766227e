import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCode } from '#shared/protocol/check-code.ts'
import {
  AN,
  BINH,
  CHI,
  claimBy,
  newPhone,
  OANH,
  trialHouse,
  type TrialHouse,
  type TrialPhone,
} from '#server/routes/trial-house.fixture.ts'

type Invited = { id: string; secret: string; expiresAt: number; now: number }
type Claimed = {
  checkCode: string
  personName: string
  unitName: string
  needsConfirmation: boolean
  waitToken: string
}

let house: TrialHouse
let an: TrialPhone
let newOne: TrialPhone
beforeEach(async () => {
  house = await trialHouse()
  an = await house.letIn(AN)
  newOne = await newPhone('Điện thoại của Bình')
})
afterEach(() => house.close())

const post = (path: string, body: unknown, phone?: TrialPhone) => house.ask('POST', path, { body, phone })
const json = async <T>(response: Promise<Response>) => (await (await response).json()) as T
const refusalOf = async (response: Promise<Response>) => (await json<{ refusal?: string }>(response)).refusal
const invite = (person = BINH, by = an) => json<Invited>(post('/enrolments', { person }, by))
const claim = async (secret: string, phone = newOne) =>
  post('/enrolments/claim', await claimBy(phone, secret))

describe('letting a phone in', () => {
  it('[E1–E7] An invites Bình, both see the same digits, An confirms, Bình’s phone is in', async () => {
    const { id, secret, expiresAt, now } = await invite()
    expect(secret).toHaveLength(22)
    expect(expiresAt - now).toBe(10 * 60_000)
    expect(now).toBe(house.clock.now)
    expect(await json(house.ask('GET', `/enrolments/${id}/claim`, { phone: an }))).toEqual({ phone: null })

    const claimed = await json<Claimed>(claim(secret))
    expect(claimed).toMatchObject({
      personName: 'Trần Thị Bình',
      unitName: 'Chi bộ khu Đồng Mít',
      needsConfirmation: true,
    })
    const seen = await json<{ phone: TrialPhone }>(house.ask('GET', `/enrolments/${id}/claim`, { phone: an }))
    expect(checkCode(secret, seen.phone)).toBe(claimed.checkCode)
    expect(await json(post('/enrolments/await', { waitToken: claimed.waitToken }))).toEqual({
      admission: null,
    })

    expect((await post(`/enrolments/${id}/confirm`, {}, an)).status).toBe(200)
    const { admission } = await json<{ admission: { token: string; person: string; lineage: string } }>(
      post('/enrolments/await', { waitToken: claimed.waitToken }),
    )
    expect(admission).toMatchObject({ person: BINH, device: newOne.device, lineage: 'dong-0001' })
    const devices = await house.ask('GET', `/devices?person=${BINH}`, {
      phone: { ...newOne, token: admission.token },
    })
    expect(await devices.json()).toMatchObject({
      devices: [{ id: newOne.device, label: 'Điện thoại của Bình' }],
    })
  })

  it('[E1] nobody invites for another cell, and foreign people are answered like unknown ones', async () => {
    const foreign = await post('/enrolments', { person: CHI }, an)
    const unknown = await post('/enrolments', { person: 'nobody-0001' }, an)
    expect([foreign.status, await foreign.text()]).toEqual([unknown.status, await unknown.text()])
    expect(foreign.status).toBe(404)
  })

  it('[E1] a third phone is refused before a link is made', async () => {
    await house.letIn(BINH)
    await house.letIn(BINH)
    expect(await refusalOf(post('/enrolments', { person: BINH }, an))).toBe('tooManyDevices')
  })

  it('[E2] the link opens once: a second phone is told so, the first may ask again and gets the same answer', async () => {
    const { secret } = await invite()
    const first = await json<Claimed>(claim(secret))
    expect(await refusalOf(claim(secret, await newPhone('Của người khác')))).toBe('codeUsed')
    expect(await json<Claimed>(claim(secret))).toEqual(first)
  })

  it('[E2] two phones at the same instant: one is in', async () => {
    const { secret } = await invite()
    const claims = await Promise.all(
      [newOne, await newPhone('Nhanh tay')].map((phone) => claimBy(phone, secret)),
    )
    const answers = await Promise.all(claims.map((body) => post('/enrolments/claim', body)))
    expect(answers.map((a) => a.status).sort()).toEqual([200, 410])
  })

  it('[E3] the link ends after ten minutes', async () => {
    const { id, secret } = await invite()
    house.clock.now += 10 * 60_000
    expect(await refusalOf(claim(secret))).toBe('codeExpired')
    expect(await refusalOf(house.ask('GET', `/enrolments/${id}/claim`, { phone: an }))).toBe('codeExpired')
  })

  it('[E4] a claim proves that the signing key is the phone’s own', async () => {
    const { secret } = await invite()
    const borrowed = { ...(await claimBy(newOne, secret)), signKey: (await newPhone('x')).signKey }
    expect(await refusalOf(post('/enrolments/claim', borrowed))).toBe('malformed')
    const noPoint = await claimBy({ ...newOne, agreeKey: 'A'.repeat(87) }, secret)
    expect(await refusalOf(post('/enrolments/claim', noPoint))).toBe('malformed')
    expect((await claim(secret)).status).toBe(200)
  })

  it('[E6] nobody but the inviter sees or confirms, not even the officer; and nothing before a claim', async () => {
    const oanh = await house.letIn(OANH)
    const { id, secret } = await invite()
    expect(await refusalOf(post(`/enrolments/${id}/confirm`, {}, an))).toBe('notInThisState')
    await claim(secret)
    expect(await refusalOf(post(`/enrolments/${id}/confirm`, {}, oanh))).toBe('notFound')
    expect(await refusalOf(house.ask('GET', `/enrolments/${id}/claim`, { phone: oanh }))).toBe('notFound')
    expect(house.book.directory().devices.has(newOne.device)).toBe(false)
  })

  it('[E6] confirming twice lets in once', async () => {
    const { id, secret } = await invite()
    await claim(secret)
    const twice = await Promise.all([1, 2].map(() => post(`/enrolments/${id}/confirm`, {}, an)))
    expect(twice.map((r) => r.status)).toEqual([200, 200])
  })

  it('[E6] a confirmation cut off between directory and enrolment is finished by the next one', async () => {
    const { id, secret } = await invite()
    const { waitToken } = await json<Claimed>(claim(secret))
    const { device, signKey, agreeKey, label } = newOne
    await house.book.direct({ do: 'enrolDevice', person: BINH, device, signKey, agreeKey, label }, AN)
    expect((await post(`/enrolments/${id}/confirm`, {}, an)).status).toBe(200)
    expect(await json(post('/enrolments/await', { waitToken }))).toMatchObject({
      admission: { person: BINH },
    })
  })

  it('[E10] the digits differ: An stops it, the phone that waits is told, and nobody comes in any more', async () => {
    const { id, secret } = await invite()
    expect(await refusalOf(post(`/enrolments/${id}/stop`, {}, an))).toBe('notInThisState')
    const { waitToken } = await json<Claimed>(claim(secret))
    const waiting = refusalOf(post('/enrolments/await', { waitToken }))
    expect((await post(`/enrolments/${id}/stop`, {}, an)).status).toBe(200)
    expect(await waiting).toBe('checkCodeWrong')
    expect(await refusalOf(post('/enrolments/await', { waitToken }))).toBe('checkCodeWrong')
    expect(await refusalOf(post(`/enrolments/${id}/confirm`, {}, an))).toBe('checkCodeWrong')
    expect(await refusalOf(claim(secret))).toBe('checkCodeWrong')
    expect(await refusalOf(claim(secret, await newPhone('Của người khác')))).toBe('codeUsed')
    expect(house.book.directory().devices.has(newOne.device)).toBe(false)
  })

  it('[E10] nobody but the inviter stops it, and not after he has confirmed', async () => {
    const oanh = await house.letIn(OANH)
    const { id, secret } = await invite()
    const { waitToken } = await json<Claimed>(claim(secret))
    expect(await refusalOf(post(`/enrolments/${id}/stop`, {}, oanh))).toBe('notFound')
    await post(`/enrolments/${id}/confirm`, {}, an)
    expect(await refusalOf(post(`/enrolments/${id}/stop`, {}, an))).toBe('notInThisState')
    expect(await json(post('/enrolments/await', { waitToken }))).toMatchObject({
      admission: { person: BINH },
    })
  })

  it('[E7] who waits is answered as soon as the inviter confirms', async () => {
    const { id, secret } = await invite()
    const { waitToken } = await json<Claimed>(claim(secret))
    const waiting = json<{ admission: object | null }>(post('/enrolments/await', { waitToken }))
    await post(`/enrolments/${id}/confirm`, {}, an)
    expect((await waiting).admission).not.toBeNull()
  })

  it('[E7] whoever knows the enrolment but not the secret waits for nothing', async () => {
    const { id, secret } = await invite()
    const { waitToken } = await json<Claimed>(claim(secret))
    await post(`/enrolments/${id}/confirm`, {}, an)
    const other = `${waitToken.slice(0, -1)}${waitToken.endsWith('A') ? 'B' : 'A'}`
    expect(await refusalOf(post('/enrolments/await', { waitToken: other }))).toBe('codeUnknown')
  })

  it('[E7] a lost session is given again, and only the newest counts', async () => {
    const { id, secret } = await invite()
    const { waitToken } = await json<Claimed>(claim(secret))
    await post(`/enrolments/${id}/confirm`, {}, an)
    const [lost, kept] = [
      await post('/enrolments/await', { waitToken }),
      await post('/enrolments/await', { waitToken }),
    ]
    const token = async (r: Response) =>
      ((await r.json()) as { admission: { token: string } }).admission.token
    const use = async (t: string) =>
      (await house.ask('GET', `/devices?person=${BINH}`, { phone: { ...newOne, token: t } })).status
    expect([await use(await token(lost)), await use(await token(kept))]).toEqual([401, 200])
  })

  it('keeps no secret that a copy of the data could use', async () => {
    const { id, secret } = await invite()
    const { waitToken } = await json<Claimed>(claim(secret))
    const kept = JSON.stringify(await house.storage.enrolment({ id }))
    for (const text of [secret, waitToken.split('.')[1] ?? '?']) expect(kept).not.toContain(text)
  })

  it('[E8] 200 guesses from one address are slowed, and the right code from there still opens', async () => {
    const { secret } = await invite()
    const refusals: (string | undefined)[] = []
    const guess = await claimBy(newOne, 'A'.repeat(22))
    for (let i = 0; i < 200; i++) refusals.push(await refusalOf(post('/enrolments/claim', guess)))
    expect(refusals[0]).toBe('codeUnknown')
    expect(refusals.at(-1)).toBe('tooManyTries')
    expect((await claim(secret)).status).toBe(200)
  })

  it('[E9] a GET of a link opens nothing: preview robots leave it as it was', async () => {
    const { secret } = await invite()
    for (const path of ['/enrol', `/enrol?${secret}`, '/enrolments/claim', `/enrolments/${secret}/claim`])
      await house.ask('GET', path)
    expect((await claim(secret)).status).toBe(200)
  })
})
