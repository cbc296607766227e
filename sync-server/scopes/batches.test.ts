import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NO_HASH, type Op } from '#shared/protocol/batch.ts'
import type { Frame } from '#shared/protocol/frames.ts'
import { cellScope, officeScope } from '#shared/records/scope.ts'
import type { Change } from '#server/storage/storage.ts'
import { loadRecord } from './record-memory.ts'
import {
  CELL,
  OFFICER,
  OTHER_CELL,
  personOf,
  START,
  trialCell,
  typed,
  verdictsIn,
  type TrialCell,
  type TrialPhone,
} from './trial-cell.fixture.ts'

const NQ = 'nghi-quyet-12'
const SCOPE = cellScope(CELL)
const command = (over: object = {}): Op => ({
  op: 'command',
  record: NQ,
  kind: 'resolution',
  command: { ...START, ...over },
})
let cell: TrialCell
let an: TrialPhone
/** Everything given to the disk, and what the disk says to it. */
let written: Change[] = []
let disk: () => void = () => undefined

beforeEach(async () => {
  written = []
  disk = () => undefined
  cell = await trialCell((changes) => {
    disk()
    written.push(...changes)
  })
  an = await cell.phone('an')
})
afterEach(() => cell.close())

const codes = (frames: readonly Frame[]) => frames.flatMap((f) => (f.frame === 'notTaken' ? [f.code] : []))
const head = () => cell.storage.head(SCOPE)

describe('batches', () => {
  it('[B2] of another device, with another’s signature, of another book or as nonsense are not taken', async () => {
    const binh = await cell.phone('binh')
    const mine = await an.batch([command()])
    const chi = await cell.phone('chi') // of another cell
    expect(codes(await chi.sync({ batches: [mine] }))).toEqual(['notAllowed'])
    const { bytes } = mine
    const { signature } = await binh.batch([command()])
    expect(codes(await an.sync({ batches: [{ bytes, signature }] }))).toEqual(['badSignature'])
    const changed = bytes.slice()
    changed[changed.length - 2] = (changed.at(-2) ?? 0) ^ 1
    expect(codes(await an.sync({ batches: [{ bytes: changed, signature: mine.signature }] }))).toHaveLength(1)
    const foreign = await an.batch([command()], { lineage: 'sach-khac-1' })
    expect(codes(await an.sync({ batches: [foreign] }))).toEqual(['otherLineage'])
    expect(codes(await an.sync({ batches: [{ bytes: bytes.subarray(1), signature }] }))).toEqual([
      'malformed',
    ])
    expect(await head()).toBe(0)
  })

  it('[B2] [J4] [J5] brought by another member of the cell it is its author’s, and once', async () => {
    const binh = await cell.phone('binh')
    const mine = await an.batch([command()])
    const [receipt] = (await binh.sync({ batches: [mine] })).filter((f) => f.frame === 'receipt')
    const event = await loadRecord(cell.storage, SCOPE, NQ, 'resolution')
    expect(event.events[0]?.actor).toMatchObject({ person: an.person, device: an.device })
    expect((await an.sync({ batches: [mine] })).filter((f) => f.frame === 'receipt')).toEqual([receipt])
    expect(await head()).toBe(1)
    binh.revoked = true
    expect(codes(await binh.sync({ batches: [await an.batch([command()], { deviceSeq: 2 })] }))).toEqual([
      'notAllowed',
    ])
  })

  it('[B4] the same one again gets the old answer, byte for byte, also after a restart', async () => {
    const batch = await an.batch([command()])
    const first = (await an.sync({ batches: [batch] })).find((f) => f.frame === 'receipt')
    cell.clock.now += 1_000_000
    await cell.restart()
    const frames = await an.sync({ batches: [batch, batch] })
    expect(frames.filter((f) => f.frame === 'receipt')).toEqual([first, first])
    expect(await head()).toBe(1)
  })

  it('[B5] a cloned phone: another batch under a number that was used, or on another past', async () => {
    await an.send([command()])
    const other = command({ do: 'renameResolution', title: 'Khác' })
    expect(
      codes(await an.sync({ batches: [await an.batch([other], { deviceSeq: 1, prevHash: NO_HASH })] })),
    ).toEqual(['forked'])
    expect(codes(await an.sync({ batches: [await an.batch([other], { prevHash: NO_HASH })] }))).toEqual([
      'forked',
    ])
    expect(await an.send([other])).toMatchObject([{ verdict: 'accepted' }])
  })

  it('[B6] one out of turn is told which is wanted', async () => {
    await an.send([command()])
    const frames = await an.sync({ batches: [await an.batch([command()], { deviceSeq: 4 })] })
    expect(frames.find((f) => f.frame === 'notTaken')).toMatchObject({
      code: 'gapInBatches',
      expected: 2,
      scope: SCOPE,
    })
  })

  it('[B10] after a restore phones’ batches of the earlier lineage are still taken', async () => {
    await cell.restart('dong-0002')
    expect(await an.send([command()])).toMatchObject([{ verdict: 'accepted' }])
  })

  it('[B13] nothing is answered before it is on disk, and a disk that fails leaves everything as it was', async () => {
    const batch = await an.batch([command()])
    disk = () => {
      throw new Error('the disk is gone')
    }
    await expect(an.sync({ batches: [batch] })).rejects.toThrow('the disk is gone')
    disk = () => undefined
    expect(await head()).toBe(0)
    written = []
    let onDisk = 0
    for await (const frame of cell.book.sync(
      {
        lineage: '',
        app: '',
        cursors: new Map(),
        rosters: new Map(),
        batches: [batch],
        waiting: { items: 0, since: 0 },
        repair: [],
      },
      { device: an.device, person: an.person, revoked: false },
    )) {
      if (frame.frame === 'hello') onDisk = await head()
      expect(onDisk, `before ${frame.frame}`).toBe(1)
    }
    expect(written.some((change) => 'put' in change && change.put === 'batch')).toBe(true)
  })
})

describe('what a phone is answered', () => {
  const text = (words: string): Op => ({
    ...{ op: 'document', record: NQ, kind: 'resolution', update: typed(words), refusalsSeen: 0 },
  })
  const changesIn = (frames: readonly Frame[]) => frames.filter((f) => f.frame === 'changes')

  it('[S6] first the list, then whole records, newest first, each with the place it reaches', async () => {
    for (let i = 0; i < 4; i++) {
      await an.give(`nghi-quyet-0${i}`, START)
      await an.send([{ ...text('câu '.repeat(15_000)), record: `nghi-quyet-0${i}` }])
    }
    const frames = (await an.sync()).filter((f) => 'scope' in f && f.scope === SCOPE)
    expect(frames[0]).toMatchObject({ frame: 'rows', cursor: { seq: 8, before: 9 } })
    const packs = frames.filter((f) => f.frame === 'records')
    expect(packs.length).toBeGreaterThan(1)
    expect(packs.flatMap((f) => f.records.map((r) => r.record))).toEqual(
      [3, 2, 1, 0].map((i) => `nghi-quyet-0${i}`),
    )
    expect(packs.at(-1)?.cursor).toEqual({ seq: 8 })
    const half = packs[0]?.cursor ?? { seq: 0 }
    const rest = (await an.sync({ cursors: new Map([[SCOPE, half]]) })).filter(
      (f) => f.frame === 'records' && f.scope === SCOPE,
    )
    expect(rest, 'a cut link loses one pack at most [S5]').toEqual(packs.slice(1))
  })

  it('[S7] Bình gets An’s words, An is told only that his are in', async () => {
    await an.send([command(), text('An viết')])
    const after = { cursors: new Map([[SCOPE, { seq: 0 }]]) }
    const [mine] = changesIn(await an.sync(after))
    expect(mine?.documents).toMatchObject([{ own: [{ deviceSeq: 1, op: 1 }] }])
    expect(mine?.documents[0]?.update).toBeUndefined()
    const [his] = changesIn(await (await cell.phone('binh')).sync(after))
    expect(his?.documents).toMatchObject([{ own: [], update: expect.any(Uint8Array) as Uint8Array }])
    expect(his?.digests).toEqual(mine?.digests)
  })

  it('[S8] [P3] Dũng gets nothing of the office and nothing of the other cell, whatever cursors he names', async () => {
    await an.send([command(), text('An viết')])
    const dung = await cell.phone('dung')
    const foreign = [officeScope(CELL), cellScope(OTHER_CELL), cellScope('khu-khong-co')]
    const frames = await dung.sync({ cursors: new Map(foreign.map((scope) => [scope, { seq: 0 }])) })
    expect(frames.filter((f) => f.frame === 'gone').map((f) => f.scope)).toEqual(foreign)
    const scopes = frames.flatMap((f) => ('cursor' in f ? [f.scope] : []))
    expect(new Set(scopes)).toEqual(new Set([SCOPE, `bridge/${CELL}`, `own/${dung.person}`]))
  })

  it('[S8] suspended, Dũng’s copies are removed', async () => {
    const dung = await cell.phone('dung')
    const person = { unit: CELL, person: personOf('dung'), name: 'Đồng chí dung' }
    await cell.book.direct({ do: 'changePerson', ...person, status: 'suspended' }, OFFICER)
    const frames = await dung.sync({ cursors: new Map([[SCOPE, { seq: 0 }]]) })
    expect(frames.filter((f) => f.frame === 'gone').map((f) => f.scope)).toEqual([SCOPE])
    expect(verdictsIn(frames)).toEqual([])
  })

  it('[S9] a record whose digest differed is sent whole', async () => {
    await an.send([command(), text('An viết')])
    const repair = [
      { scope: SCOPE, record: NQ },
      { scope: cellScope(OTHER_CELL), record: NQ },
    ]
    const frames = await an.sync({ cursors: new Map([[SCOPE, { seq: 2 }]]), repair })
    const sent = frames.filter((f) => f.frame === 'records')
    expect(sent).toMatchObject([{ scope: SCOPE, records: [{ record: NQ }], cursor: { seq: 2 } }])
  })
})
