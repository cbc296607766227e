import { afterEach, expect, it, vi } from 'vitest'
import { ask } from './ask.ts'

const answered = (status: number, body: string, type = 'application/json; charset=UTF-8') =>
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { 'content-type': type } }))
const asking = () => ask('token', { method: 'POST', path: '/directory', body: {} })
afterEach(() => vi.unstubAllGlobals())

it('gives what the server says, its refusals as such', async () => {
  answered(200, '{"id":"e1"}')
  expect(await asking()).toEqual({ ok: true, id: 'e1' })
  answered(409, '{"refusal":"tooManyDevices"}')
  expect(await asking()).toEqual({ ok: false, refusal: 'tooManyDevices' })
})

it('tells a server without room apart from one that cannot be reached', async () => {
  answered(507, '{"refusal":null}')
  expect(await asking()).toEqual({ ok: false, serverFull: true })
})

it.each([
  [200, '<h1>Wi-Fi</h1>', 'text/html'],
  [502, 'Bad Gateway', 'text/plain'],
  [500, '{"refusal":null}', 'application/json'],
  [409, '{"refusal":"somethingNew"}', 'application/json'],
  [200, '{"cut', 'application/json'],
])('what is not clearly its answer (%i %s) is nobody’s', async (status, body, type) => {
  answered(status, body, type)
  expect(await asking()).toEqual({ ok: false, offline: true })
})

it('no network is nobody’s answer', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await asking()).toEqual({ ok: false, offline: true })
})
