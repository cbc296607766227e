import { digest } from 'lib0/hash/sha256'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Op, SignedBatch } from '#shared/protocol/batch.ts'
import { heldId } from '#shared/protocol/held-id.ts'
import { contentText } from '#shared/records/content.ts'
import { cellScope, officeScope } from '#shared/records/scope.ts'
import { contentOf, loadRecord } from './record-memory.ts'
import {
  CELL,
  OFFICER,
  personOf,
  START,
  trialCell,
  writing,
  type TrialCell,
  type TrialPhone,
} from './trial-cell.fixture.ts'
import { trimBatches } from './trim-batches.ts'

const DAY = 24 * 60 * 60 * 1000
const NQ = 'nghi-quyet-12'
const SCOPE = cellScope(CELL)
const begin: Op = { op: 'command', record: NQ, kind: 'resolution', command: START }
let cell: TrialCell
let an: TrialPhone
let first: SignedBatch

beforeEach(async () => {
  cell = await trialCell()
  an = await cell.phone('an')
  first = await an.batch([begin])
  await an.sync({ batches: [first] })
  an.sent(SCOPE, first)
})
afterEach(() => cell.close())

const backedUp = () => cell.storage.commit([{ put: 'meta', key: 'safeUpTo', value: String(cell.clock.now) }])
/** Days go by; every night a backup is proven and the server tidies up. @returns how many batches it let go of */
async function nights(days: number, backups = true): Promise<number> {
  let trimmed = 0
  for (let i = 0; i < days; i++) {
    cell.clock.now += DAY
    if (backups) await backedUp()
    for await (const n of trimBatches(cell.storage, cell.clock.now)) trimmed += n
  }
  return trimmed
}
const raw = async (deviceSeq: number, phone = an) =>
  (await cell.storage.batch(phone.device, SCOPE, deviceSeq))?.bytes.length ?? -1

describe('[B15] raw batches', () => {
  it('stay for 90 days after a backup was seen to cover them, then go, whatever came after', async () => {
    expect(await nights(90)).toBe(0)
    expect(await raw(1)).toBe(first.bytes.length)
    await an.write(NQ, 'mới')
    expect(await nights(1)).toBe(1)
    expect([await raw(1), (await raw(2)) > 0]).toEqual([0, true])
    expect(await nights(30)).toBe(0)
  })

  it('stay for ever where no backup was ever proven, and wait where the last one is old', async () => {
    expect(await nights(400, false)).toBe(0)
    await backedUp()
    await an.write(NQ, 'sau bản sao lưu')
    expect(await nights(90, false)).toBe(0)
    expect(await nights(300, false)).toBe(1)
    expect([await raw(1), (await raw(2)) > 0]).toEqual([0, true])
  })

  it('[B4] [B5] [B6] that are gone are known by their hash: the old answer, a twin, the next in turn', async () => {
    const answer = (await an.sync({ batches: [first] })).find((f) => f.frame === 'receipt')
    await nights(91)
    expect(await raw(1)).toBe(0)
    await cell.restart()
    expect((await an.sync({ batches: [first] })).find((f) => f.frame === 'receipt')).toEqual(answer)
    const twin = await an.batch([begin], { deviceSeq: 1, prevHash: new Uint8Array(32), claimedAt: 7 })
    expect(await an.sync({ batches: [twin] })).toContainEqual(
      expect.objectContaining({ frame: 'notTaken', code: 'forked' }),
    )
    expect(await an.write(NQ, 'viết tiếp')).toMatchObject({ verdict: 'accepted' })
  })

  it('[B8] with work that waits for a decision stay until it is taken, however late', async () => {
    const dung = await cell.phone('dung')
    dung.rosterVersion = cell.book.directory().rosterVersions.get(CELL) ?? 0
    const person = personOf('dung')
    const change = {
      do: 'changePerson',
      unit: CELL,
      person,
      name: 'Đồng chí dung',
      status: 'suspended',
    } as const
    await cell.book.direct(change, OFFICER)
    const update = await dung.batch([writing(NQ, 'chờ xem')])
    await dung.sync({ batches: [update] })
    await cell.book.settled()
    await nights(200)
    expect([await raw(1), await raw(1, dung)]).toEqual([0, update.bytes.length])
    an.scope = officeScope(CELL)
    await an.give(heldId(digest(update.bytes), 0), { do: 'admitHeldWork' }, 'held')
    await cell.book.settled()
    const memory = await loadRecord(cell.storage, SCOPE, NQ, 'resolution')
    expect(contentText(contentOf(memory) ?? [])).toBe('chờ xem')
    expect(await nights(1)).toBe(1)
    expect(await raw(1, dung)).toBe(0)
  })

  it('go fifty at a time', async () => {
    for (let i = 0; i < 120; i++) await an.give(NQ, { do: 'renameResolution', title: `Tên ${i}` })
    await nights(90)
    cell.clock.now += DAY
    const steps: number[] = []
    for await (const n of trimBatches(cell.storage, cell.clock.now)) steps.push(n)
    expect(steps).toEqual([50, 50, 21])
  })
})
