import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Replica } from '#client/data/replica/replica.ts'
import { encodeRequest } from '#shared/protocol/request.ts'
import { ROOT } from '#shared/document/layout.ts'
import { heldId } from '#shared/protocol/held-id.ts'
import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'
import { chanceFrom } from '#tests/simulation/chance.ts'
import { makeKeys } from '#tests/simulation/keys.ts'
import { MemoryBook } from '#tests/simulation/memory-book.ts'
import { CELL, LINEAGE, Stage, told, type Recorded, type Step } from './stage.ts'

// Run by hand, once for each protocol that is released, never for one that already is:
//   node scripts/run.mjs tests/wire/record.ts
const SEED = 20261203
const PLACE = { scope: `cell/${CELL}`, record: 'nghi-quyet-12', kind: 'resolution' } as const
const OFFICE = { scope: `office/${CELL}`, kind: 'held' } as const
const NOTICE = { scope: `cell/${CELL}`, record: 'thong-bao-01', kind: 'announcement' } as const

const stage = await Stage.open()
const devices: Recorded['devices'] = {}
const traffic: Step[] = []
const phones = { an: await phone('an-000001'), binh: await phone('binh-0001'), cuc: await phone('cuc-00001') }

async function phone(person: string) {
  const chance = chanceFrom(SEED + Object.keys(devices).length)
  const keys = await makeKeys()
  const device = `${person}-phone`
  devices[device] = { person, key: keys.publicKey }
  await directs({
    do: 'enrolDevice',
    device,
    person,
    signKey: keys.publicKey,
    agreeKey: keys.publicKey,
    label: '',
  })
  let at = Date.UTC(2026, 11, 3, 13)
  const identity = { device, person, lineage: LINEAGE, serverKey: '', enrolledAt: 1 }
  const book = new MemoryBook()
  const replica = new Replica({
    ...{ book, identity, clock: () => (at += 1000), sign: keys.sign, localNow: () => '2026-12-03T20:00' },
    ...{
      isFromServer: async () => true,
      isSignedBy: async () => true,
      announce: () => undefined,
      newId: chance.id,
      newClientId: () => 1 + chance.below(0xfffffffe),
    },
  })
  const write = async (change: (content: Y.XmlFragment) => void) => {
    const session = await replica.open(PLACE)
    session.doc.transact(() => change(session.doc.getXmlFragment(ROOT)))
    await replica.close(session)
  }
  const last: { request: string } = { request: '' }
  const sync = async (revoked?: true) => {
    last.request = Buffer.from(encodeRequest(await replica.compose('0.1.0'))).toString('base64')
    await repeat(revoked)
  }
  /** The last request once more, as after a lost answer. */
  const repeat = async (revoked?: true) => {
    const step = { from: device, request: last.request, ...(revoked ? { revoked } : {}) }
    const frames = await stage.hear(step, person)
    traffic.push({ ...step, answer: told(frames) })
    for (const frame of frames) if (frame.frame !== 'wipe') await replica.receive(frame)
  }
  return { device, replica, book, write, sync, repeat }
}

async function directs(command: Parameters<Stage['direct']>[0]): Promise<void> {
  await stage.direct(command)
  if (command.do !== 'enrolDevice') traffic.push({ directs: command })
}

const textOf = (content: Y.XmlFragment, i: number) => (content.get(i) as Y.XmlElement).get(0) as Y.XmlText
const line = (text: string) => ({ part: 'block' as const, kind: null, depth: 0, runs: [{ text }] })
const { an, binh, cuc } = phones

// An begins a text and publishes a notice; all three write offline and meet.
for (const one of [an, binh, cuc]) await one.sync()
const start = {
  do: 'startResolution',
  title: 'Nghị quyết tháng 12',
  month: '2026-12',
  template: 'monthly',
  schema: 1,
}
const begun = [
  line('Đánh giá tháng trước'),
  line('Nhiệm vụ tháng này'),
  { part: 'derived' as const, kind: 'taskResults' as const },
]
await an.replica.give(PLACE, { ...start, draftingGroup: { who: 'allMembers' } }, { start: begun })
const notice = {
  title: 'Họp khu dân cư',
  body: 'Kính mời bà con',
  when: '2026-12-10T19:30',
  where: 'Nhà văn hóa',
}
await an.replica.give(NOTICE, { do: 'publishAnnouncement', slug: 'abcdefghijklmnopqrstuv', notice })
for (const one of [an, binh, cuc]) await one.sync()
await an.write((content) => textOf(content, 0).insert(0, 'An: đã xong đường liên khu. '))
await binh.write((content) => textOf(content, 0).insert(0, 'Bình: còn hai hộ. 🌾 ', { bold: {} }))
await cuc.write((content) => content.delete(1, 1))
for (const one of [an, binh, cuc, an, binh, cuc]) await one.sync()
// A lost answer: the same request again.
await binh.replica.give(PLACE, { do: 'moveResolution', to: 'comments' })
await binh.sync()
await binh.repeat()
// Words into a block that Cúc deletes meanwhile come back to Bình.
await binh.write((content) => textOf(content, 1 - 1).insert(0, 'Bình viết vào chỗ Cúc xóa. '))
await binh.sync()
await cuc.write((content) => content.delete(0, 1))
await cuc.sync()
// What Cúc may not do, what she may no longer do, and what An makes of it.
await an.replica.give(PLACE, { do: 'setDraftingGroup', draftingGroup: { who: 'committee' } })
await an.sync()
await cuc.write((content) => content.push([new Y.XmlElement('block')]))
await cuc.sync()
await binh.replica.give(PLACE, { do: 'renameResolution', title: 'Nghị quyết tháng Chạp' })
await binh.write((content) => content.push([Object.assign(new Y.XmlElement('block'))]))
const suspended = { unit: CELL, person: 'binh-0001', name: 'Trần Thị Bình', status: 'suspended' as const }
await directs({ do: 'changePerson', ...suspended })
await binh.sync()
const batches = await binh.book.list('batches', [PLACE.scope])
const held = batches.at(-1)
await an.sync()
for (const [op, decide] of ['dismissHeldWork', 'admitHeldWork'].entries())
  await an.replica.give(
    { ...OFFICE, record: heldId(digest(held?.bytes ?? new Uint8Array()), op) },
    { do: decide },
  )
await an.sync()
await an.sync()
// Cúc loses her phone.
await directs({ do: 'revokeDevice', device: cuc.device })
await cuc.sync(true)
await an.replica.give(NOTICE, { do: 'withdrawAnnouncement' })
await an.sync()

const recorded: Recorded = { devices, traffic, end: await stage.end(PLACE.record) }
writeFileSync(join(import.meta.dirname, 'v1', 'a-month.json'), `${JSON.stringify(recorded, null, 1)}\n`)
await stage.close()
const requests = traffic.filter((step) => 'from' in step)
console.info(`${requests.length} requests, ${recorded.end.events.length} entries`)
