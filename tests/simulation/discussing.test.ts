import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { DocumentSession } from '#client/data/document-session.ts'
import { readDiscussion } from '#client/data/replica/read-discussion.ts'
import { Replica } from '#client/data/replica/replica.ts'
import { elementName } from '#shared/document/element-name.ts'
import { saidAbout, type Saying } from '#shared/document/make-remark.ts'
import { wordingUpdate } from '#shared/document/put-wording.ts'
import { readContent, readLocated, textsOf } from '#shared/document/read.ts'
import { contentText, type Block } from '#shared/records/content.ts'
import { cellScope } from '#shared/records/scope.ts'
import { openServerBook, type ServerBook } from '#server/scopes/book.ts'
import { SqliteStorage } from '#server/storage/sqlite.ts'
import { chanceFrom } from './chance.ts'
import { makeKeys, verify, type KeyPair } from './keys.ts'
import { MemoryBook } from './memory-book.ts'
import { CELL, LINEAGE, makeVillage, OFFICER, PEOPLE, personId } from './village.ts'

const PLACE = { scope: cellScope(CELL), record: 'resolution-1', kind: 'resolution' } as const
const START = { do: 'startResolution', title: 'Nghị quyết', month: '2026-12', template: 'monthly', schema: 1 }
const block = (text: string): Block => ({ part: 'block', kind: null, depth: 0, runs: [{ text }] })
const [ROAD, LAN] = ['Hoàn thành tuyến đường trước ngày 20/12.', 'Đ/c Lan giữ sổ.']
const WANTED = ROAD.replace('20/12', '25/12')

let folder = ''
let storage: SqliteStorage
let server: ServerBook
let serverKeys: KeyPair
let phones = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'discussing-'))
  storage = SqliteStorage.open(join(folder, 'book.sqlite'))
  serverKeys = await makeKeys()
  const now = () => Date.UTC(2026, 11, 3)
  const house = { storage, sign: serverKeys.sign, verify, clock: now, lineage: LINEAGE, app: '0.1.0' }
  server = await openServerBook({ ...house, commitWindowMs: 0 })
  await makeVillage(server)
  phones = 0
})
afterEach(async () => {
  await storage.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A member's phone: the real replica over the real server, which it reaches when it syncs. */
async function phoneOf(name: (typeof PEOPLE)[number][0]) {
  const person = personId(PEOPLE.findIndex(([known]) => known === name))
  const device = `device-${++phones}`
  const keys = await makeKeys()
  const chance = chanceFrom(phones)
  const { publicKey } = keys
  const enrol = { device, person, label: name, signKey: publicKey, agreeKey: publicKey }
  await server.direct({ do: 'enrolDevice', ...enrol }, OFFICER)
  const book = new MemoryBook()
  const me = { device, person, lineage: LINEAGE, serverKey: serverKeys.publicKey, enrolledAt: 1 }
  const replica = new Replica({
    ...{ book, identity: me, clock: () => Date.UTC(2026, 11, 3), localNow: () => '2026-12-03T20:00' },
    ...{ sign: keys.sign, announce: () => undefined, newId: chance.id },
    isFromServer: (signature, bytes) => verify(serverKeys.publicKey, signature, bytes),
    isSignedBy: verify,
    newClientId: () => 1 + chance.below(0xfffffffe),
  })
  const view = { open: false, shows: '' }
  let session: DocumentSession | null = null
  return {
    ...{ book, replica, view, person },
    async sync() {
      for (let i = 0; i < 4; i++)
        for await (const frame of server.sync(await replica.compose('0.1.0'), {
          device,
          person,
          revoked: false,
        }))
          await replica.receive(frame)
    },
    async open() {
      const opened = await replica.open(PLACE)
      const show = () => (view.shows = contentText(readContent(opened.doc)))
      const closed = () => (view.open = false)
      opened.show({ midWord: false, flush: () => undefined, changed: show, closed })
      Object.assign(view, { open: true, shows: show() })
      session = opened
      return opened
    },
    async says(line: number, saying: Saying) {
      const said = await replica.look(PLACE, (doc) => saidAbout(doc, nameAt(doc, line), saying))
      return replica.give(PLACE, { do: 'remark', id: `remark-${device}`, ...said })
    },
    async remarks() {
      const confirmed = (await book.list('events', [PLACE.scope, PLACE.record])).map((row) => row.event)
      const stored = await book.get('documents', [PLACE.scope, PLACE.record])
      const pending = await book.list('pending')
      return (
        (await readDiscussion(book, { key: [PLACE.scope, PLACE.record], me, confirmed, stored, pending }))
          ?.remarks ?? []
      )
    },
    async accepts() {
      const open = session ?? (await this.open())
      const [remark] = await this.remarks()
      if (remark?.says.is !== 'proposal') throw new TypeError('no proposal is here')
      const { anchor, says } = remark
      const command = { do: 'acceptProposal', remark: remark.id }
      return replica.giveWithWords(open, command, (doc, client) =>
        wordingUpdate(doc, { anchor, says }, { client, how: 'words' }),
      )
    },
    reads: () => replica.look(PLACE, (doc) => contentText(readContent(doc))),
  }
}
const elementAt = (doc: Y.Doc, line: number) => readLocated(doc)[line]?.element
const nameAt = (doc: Y.Doc, line: number) => {
  const element = elementAt(doc, line)
  return element ? elementName(element) : null
}
function type(doc: Y.Doc, line: number, text: string): void {
  const element = elementAt(doc, line)
  const letters = element && textsOf(element)[0]
  letters?.insert(letters.length, text)
}

/** An has a text of two lines that was shown to the cell; Bình and Giang have it too. */
async function threeWithADraft() {
  const [an, binh, giang] = [await phoneOf('An'), await phoneOf('Bình'), await phoneOf('Giang')]
  await an.sync()
  await an.replica.give(PLACE, START, { start: [block(ROAD), block(LAN)] })
  await an.replica.give(PLACE, { do: 'moveResolution', to: 'comments' })
  for (const phone of [an, binh, giang]) await phone.sync()
  return { an, binh, giang }
}

it('[C6] a proposal made offline is accepted while its drafter writes elsewhere, and both read the same', async () => {
  const { an, binh, giang } = await threeWithADraft()
  expect(await giang.says(0, { is: 'proposal', wanted: WANTED })).toBeNull()
  expect(await giang.remarks()).toMatchObject([{ outcome: null, proposed: { was: ROAD, wanted: WANTED } }])
  const session = await an.open()
  type(session.doc, 1, ' Báo cáo hằng tháng.')
  await giang.sync()
  await an.sync()
  expect(await an.remarks()).toMatchObject([{ by: giang.person, proposed: { unchanged: true } }])
  expect(await an.accepts()).toBeNull()
  expect(an.view.shows).toBe(`${WANTED}\n${LAN} Báo cáo hằng tháng.`)
  type(session.doc, 0, ' Khẩn trương.')
  await an.replica.save(session)
  for (const phone of [an, giang, binh]) await phone.sync()
  for (const phone of [an, giang, binh])
    expect(await phone.reads()).toBe(`${WANTED} Khẩn trương.\n${LAN} Báo cáo hằng tháng.`)
  const row = (await giang.book.get('rows', [PLACE.scope, PLACE.record]))?.row
  expect(row).toMatchObject({ openRemarks: 0, decided: [{ by: giang.person, is: 'accepted' }] })
  expect(await binh.book.list('repairs')).toEqual([])
})

it('[C5] two drafters accept the same offline: the words come in once, and the second is told', async () => {
  const { an, binh, giang } = await threeWithADraft()
  await giang.says(0, { is: 'proposal', wanted: WANTED })
  for (const phone of [giang, an, binh]) await phone.sync()
  expect(await an.accepts()).toBeNull()
  expect(await binh.accepts()).toBeNull()
  await an.sync()
  await binh.sync()
  await an.sync()
  for (const phone of [an, binh]) expect(await phone.reads()).toBe(`${WANTED}\n${LAN}`)
  expect(await an.book.list('kept')).toEqual([])
  expect(await binh.book.list('kept')).toMatchObject([
    { text: expect.stringContaining('5') as string, why: { from: 'refused', code: 'alreadyDecided' } },
  ])
  expect(binh.view.open).toBe(false)
})

it('[C5] what the second typed beside it stays in: it does not rest on the refused words', async () => {
  const { an, binh, giang } = await threeWithADraft()
  await giang.says(0, { is: 'proposal', wanted: WANTED })
  for (const phone of [giang, an, binh]) await phone.sync()
  await an.replica.give(PLACE, { do: 'declineProposal', remark: (await an.remarks())[0]?.id })
  await binh.accepts()
  const session = await binh.open()
  type(session.doc, 1, ' Mỗi tuần một lần.')
  await binh.replica.save(session)
  for (const phone of [an, binh, an]) await phone.sync()
  for (const phone of [an, binh]) expect(await phone.reads()).toBe(`${ROAD}\n${LAN} Mỗi tuần một lần.`)
})

it('[C1] [C7] written before the draft went on, it arrives all the same, and shows that its words have changed', async () => {
  const { an, giang } = await threeWithADraft()
  await giang.says(0, { is: 'proposal', wanted: WANTED })
  await an.replica.give(PLACE, { do: 'moveResolution', to: 'ready' })
  const session = await an.open()
  const date = elementAt(session.doc, 0)
  if (date) textsOf(date)[0]?.delete(34, 2)
  type(session.doc, 0, ' (dời)')
  await an.replica.save(session)
  for (const phone of [an, giang, an]) await phone.sync()
  expect(await an.remarks()).toMatchObject([
    {
      proposed: { was: ROAD, wanted: WANTED, unchanged: false },
      where: { paragraph: expect.stringContaining('(dời)') as string },
    },
  ])
})
