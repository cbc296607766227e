import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  AN,
  BINH,
  claimBy,
  newPhone,
  trialHouse,
  type TrialHouse,
} from '#server/routes/trial-house.fixture.ts'
import { forgetEnrolments } from './forget-enrolments.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let house: TrialHouse
beforeEach(async () => {
  house = await trialHouse()
})
afterEach(() => house.close())

async function tidied(): Promise<number> {
  let forgotten = 0
  for await (const n of forgetEnrolments(house.storage, house.clock.now)) forgotten += n
  return forgotten
}
const known = async (id: string) => (await house.storage.enrolment({ id })) !== null

it('[E11] an invitation nobody used is told to have ended for a day, and is then forgotten', async () => {
  const invited = await house.app.enrolments.invite(BINH, AN)
  if (!invited.ok) throw new Error(invited.refusal)
  const open = async () => {
    const body = await claimBy(await newPhone('máy mới'), invited.secret)
    return (await house.ask('POST', '/enrolments/claim', { body })).status
  }
  house.clock.now += 10 * MINUTE + DAY
  expect([await tidied(), await known(invited.id), await open()]).toEqual([0, true, 410])
  house.clock.now += 1
  expect([await tidied(), await known(invited.id), await open()]).toEqual([1, false, 404])
})

it('[E11] one under way is not: a phone that was let in may fetch its session for a day', async () => {
  const phone = await house.letIn(BINH)
  expect(phone.token).not.toBe('')
  house.clock.now += DAY + MINUTE
  expect(await tidied()).toBe(0)
  house.clock.now += DAY
  expect(await tidied()).toBe(1)
})

it('[E11] forgets hundreds in steps of fifty', async () => {
  const many = Array.from({ length: 120 }, (_, i) => {
    const enrolment = { id: `moi-${i}`, secretHash: `hash-${i}`, expiresAt: 1 + i, state: '{}' }
    return { put: 'enrolment' as const, enrolment }
  })
  await house.storage.commit(many)
  const steps: number[] = []
  for await (const n of forgetEnrolments(house.storage, house.clock.now)) steps.push(n)
  expect(steps).toEqual([50, 50, 20])
})
