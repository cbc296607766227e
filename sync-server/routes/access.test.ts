import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHI, DONG_MIT, syncBody } from './trial-house.fixture.ts'
import type { TrialHouse, TrialPhone } from './trial-house.fixture.ts'
import { CALLERS, houseOfEverybody, type Caller } from './everybody.fixture.ts'
import { POLICIES, register, type Route } from './registry.ts'

/** Everybody × everything: generated from the routes themselves, so that a new one cannot be forgotten. */
let house: TrialHouse
let phones: Record<string, TrialPhone | undefined>

beforeAll(async () => void ({ house, phones } = await houseOfEverybody()))
afterAll(() => house.close())

const NO_SLIP = { ids: ['A'.repeat(22)] }

/** A well-formed call of each route, by somebody who may. Missing → this test fails until one is written. */
const CALLS: Record<string, () => { path: string; body?: unknown; raw?: string | Uint8Array<ArrayBuffer> }> =
  {
    'POST /sync': () => ({ path: '/sync', raw: syncBody() }),
    'POST /directory': () => ({
      path: '/directory',
      body: { do: 'renameUnit', unit: DONG_MIT, name: 'Chi bộ khu Đồng Mít' },
    }),
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
    'GET /health': () => ({ path: '/health' }),
    'GET /hints': () => ({ path: '/hints' }),
    'GET /t/:slug': () => ({ path: '/t/unknown' }),
    'GET /t/:slug/lich.ics': () => ({ path: '/t/unknown/lich.ics' }),
    'GET /*': () => ({ path: '/' }),
  }

/** Answered as what does not exist, whoever has a session. */
const NOBODYS: Record<Caller, number> = {
  anonymous: 401,
  member: 404,
  secretary: 404,
  otherCell: 404,
  officer: 404,
  suspended: 404,
  revoked: 401,
}

/** Asks about what is his own alone: everybody with a session is answered, with what concerns him. */
const EVERYBODYS: Record<Caller, number> = {
  anonymous: 401,
  member: 200,
  secretary: 200,
  otherCell: 200,
  officer: 200,
  suspended: 200,
  revoked: 401,
}

/** What each caller is answered to that call. One number: everybody. */
const TABLE: Record<string, number | Record<Caller, number>> = {
  'POST /sync': {
    anonymous: 401,
    member: 200,
    secretary: 200,
    otherCell: 200,
    officer: 200,
    suspended: 200,
    revoked: 200,
  },
  'POST /directory': {
    anonymous: 401,
    member: 403,
    secretary: 403,
    otherCell: 403,
    officer: 200,
    suspended: 403,
    revoked: 401,
  },
  'GET /devices': {
    anonymous: 401,
    member: 404,
    secretary: 200,
    otherCell: 404,
    officer: 404,
    suspended: 404,
    revoked: 401,
  },
  'POST /devices/:id/revoke': {
    anonymous: 401,
    member: 200,
    secretary: 200,
    otherCell: 404,
    officer: 200,
    suspended: 404,
    revoked: 401,
  },
  'POST /enrolments': {
    anonymous: 401,
    member: 404,
    secretary: 404,
    otherCell: 200,
    officer: 200,
    suspended: 404,
    revoked: 401,
  },
  'POST /enrolments/claim': 400,
  'POST /enrolments/await': 400,
  'GET /enrolments/:id/claim': NOBODYS,
  'POST /enrolments/:id/confirm': NOBODYS,
  'POST /enrolments/:id/stop': NOBODYS,
  'POST /slips': {
    anonymous: 401,
    member: 404,
    secretary: 200,
    otherCell: 404,
    officer: 200,
    suspended: 404,
    revoked: 401,
  },
  'GET /slips': EVERYBODYS,
  'POST /slips/approve': EVERYBODYS,
  'POST /slips/turn-away': EVERYBODYS,
  'POST /slips/withdraw': EVERYBODYS,
  'POST /setup': 400,
  'GET /health': 200,
  'GET /hints': 426,
  'GET /t/:slug': 404,
  'GET /t/:slug/lich.ics': 404,
  'GET /*': 404,
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
    expect(names.toSorted()).toEqual(Object.keys(TABLE).toSorted())
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

  for (const [name, row] of Object.entries(TABLE))
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

describe('headers', () => {
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
