import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rosterOf } from '#shared/events/directory-state.ts'
import { startUpdate } from '#shared/document/write.ts'
import type { Op } from '#shared/protocol/batch.ts'
import { canonicalHash } from '#shared/rules/canonical.ts'
import type { Content } from '#shared/records/content.ts'
import { SEALS } from '#shared/records/seals.ts'
import type { KeptRow } from '#shared/records/row.ts'
import { cellScope, ownScope } from '#shared/records/scope.ts'
import { decodeRow, loadRecord } from './record-memory.ts'
import {
  CELL,
  personOf,
  START,
  trialCell,
  writing,
  type TrialCell,
  type TrialPhone,
} from './trial-cell.fixture.ts'

const NQ = 'nghi-quyet-12'
const SH = 'sinh-hoat-12'
const line = (text: string): Content[number] => ({ part: 'block', kind: null, depth: 0, runs: [{ text }] })
const READ: Content = [line('Sửa đường xóm Chùa.')]

let cell: TrialCell
let an: TrialPhone
let cuc: TrialPhone
beforeEach(async () => {
  cell = await trialCell()
  an = await cell.phone('an')
  cuc = await cell.phone('cuc')
  await an.give(NQ, START)
  await an.write(NQ, 'Sửa đường xóm Chùa.')
})
afterEach(() => cell.close())

const meeting = (command: object): Op => ({ op: 'command', record: SH, kind: 'meeting', command })
const present = ['an', 'binh', 'cuc', 'dung', 'giang', 'ha', 'khoa'].map(personOf)

/** A whole meeting without network, sent at once afterwards. */
function evening(yes = present.length): Op[] {
  const at = cell.clock.now
  const people = rosterOf(cell.book.directory(), CELL, '', 0)?.people ?? []
  const roll = people.map(({ id: person, status, duties }) => ({ person, status, duties }))
  const plan = {
    type: 'regular',
    month: '2026-12',
    startsAt: '2026-12-03T19:30',
    place: 'Nhà văn hóa',
    minutes: 90,
  }
  const vote = {
    id: 'vote-0001',
    item: null,
    about: { what: 'text', record: NQ },
    majority: 'ordinary',
    form: 'hands',
  }
  const count = { id: 'count-001', vote: 'vote-0001', for: yes, against: 0, other: 0, at, instead: [] }
  return [
    meeting({ do: 'planMeeting', ...plan, agenda: [] }),
    meeting({ do: 'openMeeting', at, chair: personOf('an'), roll }),
    meeting({ do: 'putToVote', ...vote, present, amendments: [], at }),
    meeting({ do: 'enterCount', ...count }),
  ]
}
const adopting = (): Op => {
  const command = {
    do: 'adoptText',
    meeting: SH,
    vote: 'vote-0001',
    content: READ,
    amendments: [],
    at: cell.clock.now,
  }
  return { op: 'command', record: NQ, kind: 'resolution', command }
}
const state = async () =>
  (await loadRecord(cell.storage, cellScope(CELL), NQ, 'resolution')).state as {
    adopted?: { content: Content; base: number }
  }
async function kept(name: string): Promise<KeptRow[]> {
  await cell.book.settled()
  const heads = await cell.storage.records(ownScope(personOf(name)))
  return heads.map((head) => decodeRow(head.row)).flatMap((row) => (row.kind === 'kept' ? [row] : []))
}

describe('a meeting sent whole', () => {
  it('[V1] [V2] is adopted as it was read, though another phone wrote meanwhile', async () => {
    await cuc.write(NQ, 'Thêm: làm cả cống.')
    const verdicts = await an.send([...evening(), adopting()])
    expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['accepted']))
    expect((await state()).adopted).toMatchObject({ content: READ, base: 10 })
  })

  it('[V12] once signed it is in the chain of the cell, with the hash that its paper bears', async () => {
    const signers = [{ person: personOf('an'), post: 'secretary' }]
    const sign = {
      do: 'signText',
      content: READ,
      signers,
      signedOn: '2026-12-03',
      slug: 's'.repeat(22),
      at: 1,
    }
    await an.send([
      ...evening(),
      adopting(),
      { op: 'command', record: NQ, kind: 'resolution', command: sign },
    ])
    await cell.book.settled()
    const chain = await loadRecord(cell.storage, cellScope(CELL), SEALS, 'seals')
    expect(chain.state).toMatchObject({ links: [{ record: NQ, hash: canonicalHash(READ) }] })
    const write = {
      op: 'command' as const,
      record: SEALS,
      kind: 'seals' as const,
      command: { do: 'sealChained' },
    }
    expect(await an.send([write])).toEqual([{ verdict: 'refused', code: 'notAllowed' }])
  })

  it('[V6] words that were not read go back to whoever wrote them, and nobody else', async () => {
    await cuc.write(NQ, 'Thêm: làm cả cống.')
    await an.send([...evening(), adopting()])
    expect(await kept('cuc')).toMatchObject([{ about: NQ, text: 'Thêm: làm cả cống.', why: 'notAdopted' }])
    expect(await kept('an')).toEqual([])
    await cell.restart()
    expect(await kept('cuc')).toHaveLength(1)
  })

  it('[V6] those in a table too', async () => {
    const cell = [{ part: 'block' as const, kind: null, depth: 0, runs: [{ text: 'Xóm Đồi: 12 hộ.' }] }]
    const update = startUpdate([{ part: 'table', rows: [[cell]] }], 4711)
    await cuc.send([{ op: 'document', record: NQ, kind: 'resolution', update, refusalsSeen: 0 }])
    await an.send([...evening(), adopting()])
    expect(await kept('cuc')).toMatchObject([{ about: NQ, text: 'Xóm Đồi: 12 hộ.' }])
  })

  it('[V4] edits that come after it are refused, and so go back by themselves', async () => {
    await an.send([...evening(), adopting()])
    expect(await cuc.write(NQ, 'Muộn rồi.')).toEqual({ verdict: 'refused', code: 'documentClosed' })
  })

  it('[V3] is not adopted by half of its base, in whatever batch the vote came', async () => {
    const verdicts = await an.send([...evening(5), adopting()])
    expect(verdicts.at(-1)).toEqual({ verdict: 'refused', code: 'notCarried' })
    await an.send([
      meeting({
        do: 'enterCount',
        id: 'count-002',
        vote: 'vote-0001',
        for: 6,
        against: 0,
        other: 0,
        at: 1,
        instead: ['count-001'],
      }),
    ])
    expect(await an.send([adopting()])).toMatchObject([{ verdict: 'accepted' }])
  })

  it('[V3] rests on a meeting of this cell: one that is not there, or is something else, is none', async () => {
    expect(await an.send([adopting()])).toEqual([{ verdict: 'refused', code: 'notFound' }])
    await an.give(SH, { ...START, title: 'Không phải buổi sinh hoạt' })
    expect(await an.send([adopting()])).toEqual([{ verdict: 'refused', code: 'notFound' }])
  })

  it('[B11] with the words it stands or falls with', async () => {
    const group = [
      ...evening(2),
      { ...adopting(), together: 1 },
      { ...writing(NQ, 'Sửa'), together: 1 },
    ] as Op[]
    expect((await an.send(group)).slice(-2)).toEqual([
      { verdict: 'refused', code: 'notCarried' },
      { verdict: 'refused', code: 'togetherFailed' },
    ])
  })
})
