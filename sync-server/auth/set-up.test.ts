import { afterEach, beforeEach, expect, it } from 'vitest'
import { newPhone, trialHouse, type TrialHouse, type TrialPhone } from '#server/routes/trial-house.fixture.ts'

let house: TrialHouse
let phone: TrialPhone
beforeEach(async () => {
  house = await trialHouse({ unfounded: true })
  phone = await newPhone('Máy của Oanh')
})
afterEach(() => house.close())

const setUp = async (secret: string | null, by = phone, officer = 'oanh-0001') => {
  const { device, signKey, agreeKey, label } = by
  const commune = {
    commune: 'xa-thanh-moc',
    communeName: 'Đảng ủy xã Thanh Mộc',
    officerName: 'Đinh Thị Oanh',
  }
  const response = await house.ask('POST', '/setup', {
    body: { secret, founding: { ...commune, officer, device, signKey, agreeKey, label } },
  })
  return (await response.json()) as { token?: string; refusal?: string; person?: string }
}

it('[D1] the printed secret founds the commune and lets its officer in at once', async () => {
  const secret = await house.app.setUp.print()
  const { token, person } = await setUp(secret)
  expect(person).toBe('oanh-0001')
  expect(
    (await house.ask('GET', '/devices?person=oanh-0001', { phone: { ...phone, token: token ?? '' } })).status,
  ).toBe(200)
  expect(house.book.scopesOf('oanh-0001')).toEqual(['own/oanh-0001'])
})

it('[D1] it works once: another phone is too late, and no new one is printed', async () => {
  const secret = await house.app.setUp.print()
  await setUp(secret)
  expect((await setUp(secret, await newPhone('Máy khác'), 'khac-0001')).refusal).toBe('codeUsed')
  expect(await house.app.setUp.print()).toBeNull()
})

it('[D1] a lost answer is given again to the same phone, for ten minutes', async () => {
  const secret = await house.app.setUp.print()
  const lost = await setUp(secret)
  const again = await setUp(secret)
  expect(again.token).toBeDefined()
  expect(again.token).not.toBe(lost.token)
  house.clock.now += 10 * 60_000
  expect((await setUp(secret)).refusal).toBe('codeUsed')
})

it('[D1] a second start prints a new secret and ends the first; a wrong one founds nothing', async () => {
  const first = await house.app.setUp.print()
  const second = await house.app.setUp.print()
  expect((await setUp(first)).refusal).toBe('codeUnknown')
  expect((await setUp('A'.repeat(22))).refusal).toBe('codeUnknown')
  expect(house.book.directory().units.size).toBe(0)
  expect((await setUp(second)).token).toBeDefined()
})
