import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { houseOfEverybody } from './everybody.fixture.ts'
import { AN, AO_SEN, BINH, CHI, DONG_MIT } from './trial-house.fixture.ts'
import type { TrialHouse, TrialPhone } from './trial-house.fixture.ts'

let house: TrialHouse
let phones: Record<string, TrialPhone | undefined>

beforeAll(async () => void ({ house, phones } = await houseOfEverybody()))
afterAll(() => house.close())

describe('[H2] what is not mine is like what is not there', () => {
  for (const [foreign, missing] of [
    [`person=${CHI}`, 'person=nobody-0001'],
    [`unit=${AO_SEN}`, 'unit=no-such-unit'],
  ])
    it(`the devices of ${foreign} and of ${missing}`, async () => {
      const phone = phones['secretary']
      const [a, b] = await Promise.all(
        [foreign, missing].map((query) => house.ask('GET', `/devices?${query}`, { phone })),
      )
      expect([a?.status, await a?.text()]).toEqual([b?.status, await b?.text()])
      expect(a?.status).toBe(404)
    })

  it('revoking a foreign device and one that does not exist', async () => {
    const paths = [phones['otherCell']?.device, 'no-such-device'].map((id) => `/devices/${id}/revoke`)
    const [a, b] = await Promise.all(
      paths.map((path) => house.ask('POST', path, { phone: phones['secretary'] })),
    )
    expect([a?.status, await a?.text()]).toEqual([b?.status, await b?.text()])
    expect(a?.status).toBe(404)
  })

  it('naming people in a foreign unit and in one that does not exist', async () => {
    const command = (unit: string) => ({ do: 'removeMember', unit, person: CHI })
    const asked = [AO_SEN, 'no-such-unit'].map((unit) =>
      house.ask('POST', '/directory', { body: command(unit), phone: phones['secretary'] }),
    )
    const [a, b] = await Promise.all(asked)
    expect([a?.status, await a?.text()]).toEqual([b?.status, await b?.text()])
    expect(a?.status).toBe(403)
  })

  it('phones are let in through their enrolment only, never by a directory command', async () => {
    const { device, signKey, agreeKey, label } = phones['member'] as TrialPhone
    const body = {
      do: 'enrolDevice',
      device: `${device.slice(0, 10)}xx`,
      person: BINH,
      signKey,
      agreeKey,
      label,
    }
    expect((await house.ask('POST', '/directory', { body, phone: phones['officer'] })).status).toBe(400)
  })

  it('a token of nobody, a cut one and one in the address open nothing', async () => {
    const token = phones['secretary']?.token ?? ''
    for (const wrong of ['A'.repeat(43), token.slice(1), '', `${token} x`])
      expect(
        (
          await house.ask('GET', `/devices?unit=${DONG_MIT}`, {
            phone: { ...phones['secretary'], token: wrong } as TrialPhone,
          })
        ).status,
      ).toBe(401)
    expect((await house.ask('GET', `/devices?unit=${DONG_MIT}&token=${token}`)).status).toBe(401)
  })
})

describe('logs', () => {
  it('no log line has an id, a name, a token or a query in it', async () => {
    await house.ask('GET', `/devices?person=${CHI}`, { phone: phones['secretary'] })
    const lines = JSON.stringify(house.logged)
    const secrets = [
      ...Object.values(phones).flatMap((p) => [p?.token, p?.device]),
      CHI,
      AN,
      DONG_MIT,
      'Nguyễn',
      'person=',
    ]
    for (const secret of secrets) expect(lines).not.toContain(secret)
    expect(lines).toContain('/devices/:id/revoke')
  })
})
