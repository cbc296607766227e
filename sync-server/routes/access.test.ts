import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AN, AO_SEN, BINH, CHI, DONG_MIT, OANH, SON, syncBody, trialHouse } from './trial-house.fixture.ts'
import type { TrialHouse, TrialPhone } from './trial-house.fixture.ts'
import { ANSWERS, CALLERS, type Caller } from './access-answers.fixture.ts'
import { POLICIES, register, type Route } from './registry.ts'

/** Everybody × everything: generated from the routes themselves, so that a new one cannot be forgotten. */
let house: TrialHouse
const phones: Record<string, TrialPhone | undefined> = {}
beforeAll(async () => {
  house = await trialHouse()
  const who = { member: BINH, secretary: AN, otherCell: CHI, officer: OANH, suspended: SON, revoked: BINH }
  for (const [name, person] of Object.entries(who)) {
    // A suspended member has no role, so nobody's demo link works for him: he had his phone before.
    if (person === SON) await house.book.direct(changeOf('official'), OANH)
    phones[name] = await house.letIn(person)
    if (person === SON) await house.book.direct(changeOf('suspended'), OANH)
  }
  await house.book.direct({ do: 'revokeDevice', device: phones['revoked']?.device ?? '' }, AN)
})
afterAll(() => house.close())

const changeOf = (status: 'official' | 'suspended') =>
  ({ do: 'changePerson', unit: DONG_MIT, person: SON, name: 'Phạm Ngọc Sơn', status }) as const

const NO_SLIP = { ids: ['A'.repeat(22)] }
/** What an attachment would be called that nobody has. */
const MISSING = 'n'.repeat(43)

/** A well-formed call of each route, by somebody who may. Missing → this test fails until one is written. */
const CALLS: Record<string, () => { path: string; body?: unknown; raw?: string | Uint8Array<ArrayBuffer> }> =
  {
    'POST /sync': () => ({ path: '/sync', raw: syncBody() }),
    'POST /directory': () => ({
      path: '/directory',
      body: { do: 'renameUnit', unit: DONG_MIT, name: 'Chi bộ khu Đồng Mít' },
    }),
    'GET /directory/proposals': () => ({ path: '/directory/proposals' }),
    'GET /devices': () => ({ path: `/devices?unit=${DONG_MIT}` }),
    'POST /devices/:id/revoke': () => ({ path: `/devices/${phones['revoked']?.device}/revoke` }),
    'POST /enrolments': () => ({ path: '/enrolments', body: { person: CHI } }),
    'POST /enrolments/claim': () => ({ path: '/enrolments/claim', body: {} }),
    'POST /enrolments/await': () => ({ path: '/enrolments/await', body: {} }),
    'GET /enrolments/:id/claim': () => ({ path: '/enrolments/none/claim' }),
    'POST /enrolments/:id/confirm': () => ({ path: '/enrolments/none/confirm' }),
    'POST /enrolments/:id/stop': () => ({ path: '/enrolments/none/stop' }),
    'POST /slips': () => ({ path: '/slips', body: { units: [DONG_MIT] } }),
    'GET /slips': () => ({ path: '/slips' }),
    'POST /slips/approve': () => ({ path: '/slips/approve', body: NO_SLIP }),
    'POST /slips/turn-away': () => ({ path: '/slips/turn-away', body: NO_SLIP }),
    'POST /slips/withdraw': () => ({ path: '/slips/withdraw', body: NO_SLIP }),
    'POST /setup': () => ({ path: '/setup', body: {} }),
    'GET /attachments/:id': () => ({ path: `/attachments/${MISSING}?scope=cell/${DONG_MIT}` }),
    'GET /attachments/:id/have': () => ({ path: `/attachments/${MISSING}/have?scope=cell/${DONG_MIT}` }),
    'POST /attachments/:id': () => ({
      path: `/attachments/${MISSING}?scope=cell/${DONG_MIT}&start=0`,
      raw: 'bytes',
    }),
    'GET /health': () => ({ path: '/health' }),
    'GET /hints': () => ({ path: '/hints' }),
    'GET /devices/certificate': () => ({ path: '/devices/certificate' }),
    'GET /openings': () => ({ path: `/openings?scope=cell/${DONG_MIT}&record=none` }),
    'GET /t/:slug/anh': () => ({ path: '/t/unknown/anh' }),
    'GET /t/:slug/the': () => ({ path: '/t/unknown/the' }),
    'GET /t/*': () => ({ path: '/t/unknown/more/than/that' }),
    'GET /c/:slug': () => ({ path: '/c/unknown' }),
    'GET /c/*': () => ({ path: '/c/unknown/more' }),
    'GET /v/:slug': () => ({ path: '/v/unknown' }),
    'GET /v/*': () => ({ path: '/v/unknown/more' }),
    'GET /t/:slug': () => ({ path: '/t/unknown' }),
    'GET /t/:slug/lich.ics': () => ({ path: '/t/unknown/lich.ics' }),
    'GET /*': () => ({ path: '/' }),
  }

const named = (route: Route) => `${route.method} ${route.path}`

async function called(
  name: string,
  caller: Caller,
  with_: { raw?: string | Uint8Array<ArrayBuffer> } = {},
): Promise<Response> {
  const { path, ...of } = CALLS[name]?.() ?? { path: '' }
  return house.ask(name.split(' ')[0] ?? '', path, { ...of, ...with_, phone: phones[caller] })
}

describe('every route for everybody', () => {
  it('[H1] has a policy, a call and a row in the table here, and nothing else is in the app', () => {
    const names = house.app.routes.map(named)
    expect(names.toSorted()).toEqual(Object.keys(ANSWERS).toSorted())
    expect(names.toSorted()).toEqual(Object.keys(CALLS).toSorted())
    for (const { policy } of house.app.routes) expect(POLICIES).toContain(policy)
    const inApp = house.app.http.routes.filter((r) => r.method !== 'ALL').map((r) => `${r.method} ${r.path}`)
    expect(inApp.toSorted()).toEqual(names.toSorted())
  })

  it('[H1] a route without a policy cannot be registered', () => {
    const desk = { callerFrom: async () => null, log: () => undefined, now: () => 0 }
    const bare = { method: 'GET', path: '/all-names', answer: () => new Response() } as unknown as Route
    expect(() => register(house.app.http, [bare], desk)).toThrow('no policy')
  })

  for (const [name, row] of Object.entries(ANSWERS))
    it(`${name} answers as the table says`, async () => {
      const statuses: Record<string, number> = {}
      for (const caller of CALLERS) statuses[caller] = (await called(name, caller)).status
      const expected = typeof row === 'number' ? Object.fromEntries(CALLERS.map((c) => [c, row])) : row
      expect(statuses).toEqual(expected)
    })

  it('nonsense is refused and never a fault of the server', async () => {
    const nonsense = [
      '',
      '{',
      'null',
      '[]',
      '{"do":"foundRome"}',
      '"\u0000"',
      '{"__proto__":{"a":1}}',
      '\u{1F33E}'.repeat(100),
    ]
    const withBody = house.app.routes.filter(({ method, path }) => method === 'POST' && !path.includes(':id'))
    for (const { method, path } of withBody)
      for (const raw of nonsense)
        for (const caller of ['anonymous', 'officer', 'revoked'] as const) {
          const response = await called(`${method} ${path}`, caller, { raw })
          expect([400, 401], `${path} ${caller} ${raw}`).toContain(response.status)
          expect(Object.keys((await response.json()) as object)).toEqual(['refusal'])
        }
  })

  it('a body too long is counted as it comes and let go', async () => {
    let taken = 0
    const endless = () => {
      const piece = new Uint8Array(64 * 1024)
      taken = 0
      return new ReadableStream({
        pull(controller) {
          taken += piece.length
          controller.enqueue(piece)
        },
      })
    }
    for (const path of [
      '/sync',
      '/directory',
      '/enrolments',
      '/enrolments/claim',
      '/enrolments/await',
      '/slips',
      '/slips/approve',
      '/setup',
    ]) {
      const request = new Request(`http://x${path}`, {
        ...{ method: 'POST', body: endless(), duplex: 'half' },
        headers: { authorization: `Bearer ${phones['officer']?.token}`, 'content-length': '10' },
      } as RequestInit)
      expect((await house.app.http.request(request)).status, path).toBe(413)
      expect(taken, path).toBeLessThan(2 * 1024 * 1024)
    }
  })
})

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

  it('[D24] a cell’s proposal is told to its secretary and the officer, to a member and another cell there is none', async () => {
    const change = { matter: 'admission', person: 'lan-candidate', name: 'Hà Thị Lan' }
    const vote = { day: '2026-12-03', for: 2, against: 0, other: 0, base: 3 }
    const body = { do: 'proposeRosterChange', proposal: 'vote-0001', cell: DONG_MIT, change, vote }
    const given = await house.ask('POST', '/directory', { body, phone: phones['secretary'] })
    expect(given.status).toBe(200)
    const told = async (caller: Caller) =>
      (await (await house.ask('GET', '/directory/proposals', { phone: phones[caller] })).json()) as {
        proposals: { id: string }[]
      }
    for (const caller of ['secretary', 'officer'] as const)
      expect((await told(caller)).proposals).toMatchObject([{ id: 'vote-0001', change }])
    for (const caller of ['member', 'otherCell', 'suspended'] as const)
      expect(await told(caller)).toEqual({ proposals: [] })
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

describe('logs and headers', () => {
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

  it('no answer allows another site anything or sets a cookie', async () => {
    for (const name of Object.keys(CALLS)) {
      const { headers } = await called(name, 'member')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      const data = /json|octet-stream/u.test(headers.get('content-type') ?? '')
      expect(headers.get('referrer-policy'), name).toBe(data ? null : 'no-referrer')
      expect(headers.has('access-control-allow-origin') || headers.has('set-cookie')).toBe(false)
    }
  })
})
