import { createAdaptorServer } from '@hono/node-server'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { MAX_SAID_BYTES, textSaid, type Here } from '#shared/protocol/line.ts'
import { AN, AO_SEN, BINH, CHI, DONG_MIT, syncBody, batchBy, trialHouse } from './trial-house.fixture.ts'
import type { TrialHouse, TrialPhone } from './trial-house.fixture.ts'

let house: TrialHouse
let server: ReturnType<typeof createAdaptorServer>
beforeEach(async () => {
  house = await trialHouse({ rhythm: { heartbeat: 60_000, gather: 5 } })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_SAID_BYTES })
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
  const closed = once(socket, 'close').then(([code]) => code as number)
  const why = once(socket, 'close').then(([, reason]) => String(reason as Buffer))
  const say = (here: Here | null) => socket.send(textSaid({ is: 'here', here }))
  /** Waits until it has heard a text; what came before counts. */
  const hears = async (text: string) => {
    while (!heard.some((message) => message.includes(text))) await once(socket, 'message')
  }
  /** Whatever was on its way has come. */
  const allCame = async () => {
    socket.ping()
    await once(socket, 'pong')
  }
  return { socket, heard, closed, why, say, hears, allCame }
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
  await foreign.allCame()
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

const DRAFT = 'nghiquyet-12'
const inDraft = (of: Partial<Here> = {}): Here => ({
  scope: `cell/${DONG_MIT}`,
  record: DRAFT,
  live: true,
  ...of,
})
const companyOf = (...others: { person: string; at?: string; live: boolean }[]) =>
  JSON.stringify({ company: { scope: `cell/${DONG_MIT}`, record: DRAFT, others } })

async function seatedAs(person: string) {
  return seated(await house.letIn(person))
}

it('[H8] who is in the same text is told, by person from the session, with the part his caret is in', async () => {
  const [an, binh] = [await seatedAs(AN), await seatedAs(BINH)]
  an.say(inDraft({ at: '71:4' }))
  binh.say(inDraft())
  await an.hears(companyOf({ person: BINH, live: true }))
  await binh.hears(companyOf({ person: AN, live: true, at: '71:4' }))
  an.say(inDraft({ at: '71:9' }))
  await binh.hears(companyOf({ person: AN, live: true, at: '71:9' }))
  for (const { socket } of [an, binh]) socket.close()
})

it('[H8] a name in the message is no name: whoever sends one is shown out', async () => {
  const { socket, closed, why } = await seatedAs(BINH)
  socket.send(JSON.stringify({ here: { ...inDraft(), person: AN } }))
  expect([await closed, await why]).toEqual([1008, 'malformed'])
})

it('[H8] whoever leaves the text, or whose phone goes away, is in it no longer, at once', async () => {
  const [an, binh] = [await seatedAs(AN), await seatedAs(BINH)]
  an.say(inDraft())
  binh.say(inDraft())
  await an.hears(companyOf({ person: BINH, live: true }))
  binh.say(null)
  await an.hears(companyOf())
  an.heard.length = 0
  binh.say(inDraft())
  await an.hears(companyOf({ person: BINH, live: true }))
  binh.socket.terminate()
  await an.hears(companyOf())
  an.socket.close()
})

it('[H8] who is in a text is told to nobody outside it', async () => {
  const phones = [await house.letIn(AN), await house.letIn(BINH)] as const
  const [an, binh] = [await seated(phones[0]), await seated(phones[1])]
  const [outside, elsewhere] = [await seated(phones[0]), await seated(phones[1])]
  elsewhere.say(inDraft({ record: 'nghiquyet-11' }))
  an.say(inDraft())
  binh.say(inDraft())
  await an.hears('company')
  for (const { allCame, heard } of [outside, elsewhere]) {
    await allCame()
    expect(heard.filter((text) => text.includes('company'))).toEqual([])
  }
  for (const { socket } of [an, binh, outside, elsewhere]) socket.close()
})

it('[H8] nothing of it is stored or logged', async () => {
  const [an, binh] = [await seatedAs(AN), await seatedAs(BINH)]
  const logged = house.logged.length
  an.say(inDraft())
  binh.say(inDraft())
  await an.hears('company')
  expect(house.logged).toHaveLength(logged)
  expect(await house.storage.records(`cell/${DONG_MIT}`)).toEqual([])
  for (const { socket } of [an, binh]) socket.close()
})

it('[H9] a text of another cell and one of no cell are answered alike, and the line is closed', async () => {
  for (const scope of [`cell/${AO_SEN}`, 'cell/khu-khong-co', `own/${AN}`, `office/${DONG_MIT}`] as const) {
    const { say, closed, why } = await seatedAs(BINH)
    say(inDraft({ scope }))
    expect([scope, await closed, await why]).toEqual([scope, 1008, 'notFound'])
  }
})

it('[H9] a flood ends the line, and the text is told that he is gone', async () => {
  const [an, binh] = [await seatedAs(AN), await seatedAs(BINH)]
  an.say(inDraft())
  binh.say(inDraft())
  await an.hears(companyOf({ person: BINH, live: true }))
  for (let i = 0; i < 30; i++) binh.say(inDraft({ at: `71:${i}` }))
  expect([await binh.closed, await binh.why]).toEqual([1008, 'tooManyTries'])
  await an.hears(companyOf())
  an.socket.close()
})

it('[H9] nonsense ends the line', async () => {
  const here = { here: inDraft() }
  const nonsense = [
    'nonsense',
    '[]',
    'null',
    '{}',
    '{"here":7}',
    JSON.stringify({ here: { ...inDraft(), at: '1:1; drop table' } }),
    JSON.stringify({ here: { ...inDraft(), record: '../../etc/passwd' } }),
    JSON.stringify({ here: { scope: `cell/${DONG_MIT}`, record: DRAFT } }),
    JSON.stringify({ ...here, more: 1 }),
    Buffer.from(JSON.stringify(here)),
  ]
  for (const message of nonsense) {
    const { socket, closed, why } = await seatedAs(BINH)
    socket.send(message)
    expect([String(message), await closed, await why]).toEqual([String(message), 1008, 'malformed'])
  }
})

it('[H9] a huge message is not even read', async () => {
  const { socket, closed } = await seatedAs(BINH)
  socket.send(JSON.stringify({ here: { ...inDraft(), at: '7'.repeat(MAX_SAID_BYTES) } }))
  expect(await closed).toBe(1009)
})

it('[H9] before he said who he is nobody says where he is', async () => {
  const binh = await house.letIn(BINH)
  const { socket, closed, why } = listen(binh.token)
  socket.on('open', () => socket.send(textSaid({ is: 'here', here: inDraft() })))
  expect([await closed, await why]).toEqual([1008, 'malformed'])
})
