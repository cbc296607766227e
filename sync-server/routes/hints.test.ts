import { createAdaptorServer } from '@hono/node-server'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { AN, BINH, CHI, DONG_MIT, syncBody, batchBy, trialHouse } from './trial-house.fixture.ts'
import type { TrialHouse, TrialPhone } from './trial-house.fixture.ts'

let house: TrialHouse
let server: ReturnType<typeof createAdaptorServer>
beforeEach(async () => {
  house = await trialHouse()
  const sockets = new WebSocketServer({ noServer: true })
  type Sockets = NonNullable<Parameters<typeof createAdaptorServer>[0]['websocket']>['server']
  server = createAdaptorServer({
    fetch: house.app.http.fetch,
    websocket: { server: sockets as unknown as Sockets },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  await house.close()
  server.close()
})

function listen(token: string) {
  const { port } = server.address() as AddressInfo
  const socket = new WebSocket(`ws://127.0.0.1:${port}/hints`)
  const heard: string[] = []
  socket.on('message', (data: Buffer) => heard.push(data.toString()))
  socket.on('open', () => socket.send(JSON.stringify({ token })))
  return { socket, heard, closed: once(socket, 'close').then(([code]) => code as number) }
}

/** Let in by the hub: known when a hint of one's own scope would be heard. */
async function seated(phone: TrialPhone) {
  const listener = listen(phone.token)
  await once(listener.socket, 'open')
  await once(listener.socket, 'message')
  return listener
}

it('[H6] who said who he is hears where his own scopes are, and nobody hears another cell', async () => {
  const [an, binh, chi] = await Promise.all([AN, BINH, CHI].map((person) => house.letIn(person)))
  const [member, foreign] = await Promise.all([seated(binh as TrialPhone), seated(chi as TrialPhone)])
  const heard = once(member.socket, 'message')
  await house.ask('POST', '/sync', {
    phone: an,
    raw: syncBody({ batches: [await batchBy(an as TrialPhone)] }),
  })
  await heard
  expect(JSON.parse(member.heard.at(-1) ?? '')).toEqual({ scope: `cell/${DONG_MIT}`, seq: 1 })
  foreign.socket.ping()
  await once(foreign.socket, 'pong') // whatever was on its way has come by now
  expect(foreign.heard.filter((text) => text.includes('scope'))).toEqual([])
  member.socket.close()
  foreign.socket.close()
})

it('a wrong token, nonsense and a revoked phone are shown out and told nothing', async () => {
  const binh = await house.letIn(BINH)
  await house.book.direct({ do: 'revokeDevice', device: binh.device }, AN)
  for (const token of ['A'.repeat(43), 'nonsense', binh.token]) {
    const { closed, heard } = listen(token)
    expect(await closed).toBe(1008)
    expect(heard).toEqual([])
  }
})

it('a phone that is revoked while it listens is shown out at once', async () => {
  const [an, binh] = [await house.letIn(AN), await house.letIn(BINH)]
  const { closed } = await seated(binh)
  await house.ask('POST', `/devices/${binh.device}/revoke`, { phone: an, body: {} })
  expect(await closed).toBe(1008)
})

it('everybody is shown out when the server stops', async () => {
  const { closed } = await seated(await house.letIn(AN))
  house.app.stop()
  expect(await closed).toBe(1008)
})
