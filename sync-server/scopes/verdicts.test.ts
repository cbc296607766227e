import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Op } from '#shared/protocol/batch.ts'
import { contentText } from '#shared/records/content.ts'
import { cellScope, officeScope, ownScope } from '#shared/records/scope.ts'
import { heldId } from '#shared/protocol/held-id.ts'
import { digest } from 'lib0/hash/sha256'
import { contentOf, decodeEvent, loadRecord } from './record-memory.ts'
import {
  CELL,
  OFFICER,
  OTHER_CELL,
  personOf,
  START,
  trialCell,
  typed,
  type TrialCell,
  type TrialPhone,
} from './trial-cell.fixture.ts'

const NQ = 'nghi-quyet-12'
let cell: TrialCell
let an: TrialPhone
let dung: TrialPhone
beforeEach(async () => {
  cell = await trialCell()
  an = await cell.phone('an')
  dung = await cell.phone('dung')
  await an.give(NQ, START)
})
afterEach(() => cell.close())

const accepted = { verdict: 'accepted' }
const refused = (code: string) => ({ verdict: 'refused', code })
const held = (code: string) => ({ verdict: 'held', code })
const writes = (words: string, over: Partial<Op> = {}): Op =>
  ({ op: 'document', record: NQ, kind: 'resolution', update: typed(words), refusalsSeen: 0, ...over }) as Op

it('[S17] work on a kind the server does not know is refused in clear words, what came with it is taken', async () => {
  const unknown = (op: Partial<Op>): Op =>
    ({ record: 'so-quy-0001', kind: 'ledger', op: 'command', command: { do: 'openLedger' }, ...op }) as Op
  const update = { op: 'document', update: typed('Thu quỹ'), refusalsSeen: 0 } as const
  const sent = await an.send([unknown({}), writes('Chữ của An'), unknown(update)])
  expect(sent).toMatchObject([refused('unknownCommand'), accepted, refused('unknownCommand')])
  expect(await text()).toContain('Chữ của An')
})

async function text(): Promise<string> {
  const memory = await loadRecord(cell.storage, cellScope(CELL), NQ, 'resolution')
  return contentText(contentOf(memory) ?? [])
}
async function suspend(name: string): Promise<void> {
  const person = personOf(name)
  const change = { do: 'changePerson', unit: CELL, person, name: `Đồng chí ${name}` } as const
  expect(await cell.book.direct({ ...change, status: 'suspended' }, OFFICER)).toMatchObject({ ok: true })
}
async function keptOf(name: string): Promise<unknown[]> {
  await cell.book.settled()
  const entries = await cell.storage.entriesAfter(ownScope(personOf(name)), 0, 100)
  return entries.map((e) => decodeEvent(e.bytes).data)
}

describe('three verdicts', () => {
  it('[B7] Dũng of the drafting group writes, Chi of another cell is told there is no such thing', async () => {
    expect(await dung.write(NQ, 'Dũng viết')).toMatchObject(accepted)
    const chi = await cell.phone('chi')
    expect(await chi.write(NQ, 'Chi viết')).toEqual(refused('notFound'))
    expect(await chi.give('nghi-quyet-13', START)).toEqual(refused('notFound'))
    chi.scope = cellScope('khu-khong-co')
    expect(await chi.give('nghi-quyet-13', START), 'a cell that does not exist').toEqual(refused('notFound'))
    expect(await text()).toBe('Dũng viết')
  })

  it('[B7] suspended while he was offline, Dũng’s work is held, nothing of it is in the text', async () => {
    const before = cell.book.directory().rosterVersions.get(CELL) ?? 0
    await suspend('dung')
    dung.rosterVersion = before
    expect(await dung.write(NQ, 'viết lúc còn được viết')).toEqual(held('rosterChanged'))
    dung.rosterVersion = null
    expect(await dung.write(NQ, 'viết sau đó', 1)).toMatchObject({ verdict: 'refused' })
    expect(await text()).toBe('')
  })

  it('[B7] taken from the cell, Dũng gives no commands and writes no words by naming an old roster', async () => {
    const before = cell.book.directory().rosterVersions.get(CELL) ?? 0
    const binh = await cell.phone('binh')
    await cell.book.direct({ do: 'removeMember', unit: CELL, person: personOf('binh') }, OFFICER)
    binh.rosterVersion = before
    expect(await binh.give(NQ, { do: 'binResolution' })).toEqual(held('rosterChanged'))
    expect(await binh.write(NQ, 'Bình viết')).toEqual(held('rosterChanged'))
    expect(await text()).toBe('')
  })

  it('[B7] a deletes-only update by somebody who may not write is refused', async () => {
    await an.write(NQ, 'không ai được xóa')
    await an.give(NQ, { do: 'setDraftingGroup', draftingGroup: { who: 'committee' } })
    const [entry] = (await cell.storage.clients(cellScope(CELL), NQ)).map(({ client }) => client)
    const update = deletesOnly(entry ?? 0, 0, 5)
    expect(await dung.send([writes('', { update })])).toEqual([refused('notAllowed')])
    expect(await text()).toBe('không ai được xóa')
    expect(await (await cell.phone('binh')).send([writes('', { update })])).toMatchObject([accepted])
  })

  it('[B7] all work of a revoked phone is held, whatever is in it, and the phone is told to empty itself', async () => {
    await cell.book.direct({ do: 'revokeDevice', device: dung.device }, personOf('dung'))
    dung.revoked = true
    expect(await dung.write(NQ, 'từ máy đã mất')).toEqual(held('deviceRevoked'))
    expect(await dung.give(NQ, { do: { toString: 1 } })).toEqual(held('deviceRevoked'))
    expect((await dung.sync()).map((f) => f.frame)).toEqual(['hello', 'wipe'])
    expect(await text()).toBe('')
  })
})

describe('held work', () => {
  async function heldFrom(phone: TrialPhone, op: Op): Promise<string> {
    const before = cell.book.directory().rosterVersions.get(CELL) ?? 0
    await suspend('dung')
    phone.rosterVersion = before
    const batch = await phone.batch([op])
    await phone.sync({ batches: [batch] })
    phone.sent(phone.scope, batch)
    await cell.book.settled()
    return heldId(digest(batch.bytes), 0)
  }
  const decide = (id: string, what: string) => {
    an.scope = officeScope(CELL)
    return an.give(id, { do: what }, 'held')
  }

  it('[B8] An admits it: the words are in the text as Dũng’s, and he is told', async () => {
    const id = await heldFrom(dung, writes('Dũng viết'))
    expect(await decide(id, 'admitHeldWork')).toMatchObject(accepted)
    expect(await keptOf('dung')).toEqual([{ about: NQ, text: '', why: 'heldAdmitted' }])
    expect(await text()).toBe('Dũng viết')
    const memory = await loadRecord(cell.storage, cellScope(CELL), NQ, 'resolution')
    expect(memory.touches.at(-1)?.person).toBe(personOf('dung'))
  })

  it('[B8] [K1] An dismisses it: Dũng has his words back', async () => {
    const id = await heldFrom(dung, writes('Dũng viết'))
    await decide(id, 'dismissHeldWork')
    expect(await keptOf('dung')).toEqual([{ about: NQ, text: 'Dũng viết', why: 'heldDismissed' }])
    expect(await text()).toBe('')
  })

  it('[B8] the draft lies in the bin when An admits it: the words go back to Dũng', async () => {
    const id = await heldFrom(dung, writes('Dũng viết'))
    await an.give(NQ, { do: 'binResolution' })
    await decide(id, 'admitHeldWork')
    expect(await keptOf('dung')).toEqual([{ about: NQ, text: 'Dũng viết', why: 'heldDismissed' }])
    expect(await text()).toBe('')
  })
})

describe('documents and records', () => {
  it('[B9] after a refusal nothing of that text is taken until the phone has seen it', async () => {
    expect(await dung.send([writes('', { update: new Uint8Array([9, 9]) })])).toEqual([
      refused('updateUnsound'),
    ])
    expect(await dung.write(NQ, 'chưa biết')).toEqual(refused('rebaseFirst'))
    expect(await dung.write(NQ, 'đã biết', 1)).toMatchObject(accepted)
    expect(await text()).toBe('đã biết')
  })

  it('[B11] what belongs together stands or falls together', async () => {
    const rename: Op = {
      op: 'command',
      record: NQ,
      kind: 'resolution',
      command: { do: 'renameResolution', title: 'Tên khác' },
    }
    const verdicts = await an.send([
      { ...rename, together: 1 },
      { ...writes('', { update: new Uint8Array([9, 9]) }), together: 1 },
      writes('riêng'),
    ])
    expect(verdicts.map((v) => v.verdict)).toEqual(['refused', 'refused', 'accepted'])
    expect(verdicts[0]).toEqual(refused('togetherFailed'))
    expect(verdicts[1]).toEqual(refused('updateUnsound'))
    expect(await text()).toBe('riêng')
  })

  it('[B12] naming another kind is refused and spoils nothing, also right after a restart', async () => {
    await an.write(NQ, 'của An')
    await cell.restart()
    expect(await dung.send([{ op: 'command', record: NQ, kind: 'announcement', command: {} }])).toEqual([
      refused('malformed'),
    ])
    expect(await dung.write(NQ, 'của Dũng')).toMatchObject(accepted)
    expect((await text()).split('\n').sort()).toEqual(['của An', 'của Dũng'])
  })

  it('[B12] a wrong guess about a record that is not there yet does not stand in its way', async () => {
    await dung.give('nghi-quyet-13', {}, 'announcement')
    expect(await an.give('nghi-quyet-13', START)).toMatchObject(accepted)
  })

  it('[B14] An starts nothing in his office or his own scope that belongs in the cell, and nothing else there', async () => {
    const notice = { title: 'Họp', body: 'Kính mời' }
    const publish = { do: 'publishAnnouncement', slug: 'b'.repeat(22), notice }
    for (const scope of [officeScope(CELL), ownScope(personOf('an'))]) {
      an.scope = scope
      expect(await an.give('nghi-quyet-14', START)).toEqual(refused('malformed'))
      expect(await an.give('thong-bao-14', publish, 'announcement')).toEqual(refused('malformed'))
      expect(await an.send([writes('chữ', { record: 'nghi-quyet-14' })])).toEqual([refused('malformed')])
      expect(await cell.storage.records(scope)).toEqual([])
    }
    an.scope = cellScope(CELL)
    for (const [kind, command] of [
      ['held', { do: 'admitHeldWork' }],
      ['kept', { do: 'putAwayKeptText' }],
    ] as const)
      expect(await an.give(`${kind}-0001`, command, kind)).toEqual(refused('malformed'))
    expect(await cell.storage.publication('b'.repeat(22))).toBeNull()
  })

  it('[H2] [B12] whoever does not read a record learns nothing of it by naming another kind', async () => {
    const chi = await cell.phone('chi')
    expect(await chi.give(NQ, {}, 'announcement')).toEqual(refused('notFound'))
    expect(await chi.give('nghi-quyet-99', {}, 'announcement')).toEqual(refused('notFound'))
  })

  it('[A2] a link belongs to one announcement for ever, also when the other one comes from held work', async () => {
    const notice = { title: 'Họp', body: 'Kính mời' }
    const publish = { do: 'publishAnnouncement', slug: 'a'.repeat(22), notice }
    expect(await an.give('thong-bao-1', publish, 'announcement')).toMatchObject(accepted)
    expect(await an.give('thong-bao-2', publish, 'announcement')).toEqual(refused('slugTaken'))
    const binh = await cell.phone('binh')
    binh.rosterVersion = cell.book.directory().rosterVersions.get(CELL) ?? 0
    await suspend('binh')
    const command = { ...publish, notice: { ...notice, title: 'Giả' } }
    const batch = await binh.batch([{ op: 'command', record: 'thong-bao-3', kind: 'announcement', command }])
    await binh.sync({ batches: [batch] })
    await cell.book.settled()
    an.scope = officeScope(CELL)
    expect(await an.give(heldId(digest(batch.bytes), 0), { do: 'admitHeldWork' }, 'held')).toMatchObject(
      accepted,
    )
    await cell.book.settled()
    expect(await cell.storage.publication('a'.repeat(22))).toMatchObject({ record: 'thong-bao-1' })
  })

  it('[H2] another cell’s scope is answered like one that does not exist', async () => {
    an.scope = cellScope(OTHER_CELL)
    const foreign = await an.give('nghi-quyet-99', START)
    an.scope = cellScope('khu-khong-co')
    expect(await an.give('nghi-quyet-99', START)).toEqual(foreign)
  })
})

/** One client, one range, no structs: 0 clients, 1 client with 1 range. */
function deletesOnly(client: number, clock: number, len: number): Uint8Array {
  const varUint = (n: number): number[] =>
    n < 128 ? [n] : [(n % 128) | 128, ...varUint(Math.floor(n / 128))]
  return new Uint8Array([0, 1, ...varUint(client), 1, ...varUint(clock), ...varUint(len)])
}
