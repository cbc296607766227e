import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Op } from '#shared/protocol/batch.ts'
import type { Frame } from '#shared/protocol/frames.ts'
import { cellScope, officeScope, ownScope } from '#shared/records/scope.ts'
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
const rename: Op = {
  op: 'command',
  record: NQ,
  kind: 'resolution',
  command: { do: 'renameResolution', title: 'Tên khác' },
}
const LIMIT = { ops: 5, bytes: 100_000 }
let cell: TrialCell
let an: TrialPhone
let lost: TrialPhone
beforeEach(async () => {
  cell = await trialCell(undefined, { quarantineLimit: LIMIT })
  an = await cell.phone('an')
  lost = await cell.phone('dung')
  await an.give(NQ, START)
  for (let i = 0; i < 8; i++) await lost.write(NQ, `trước khi mất ${i}`)
  await cell.book.direct({ do: 'revokeDevice', device: lost.device }, personOf('dung'))
  lost.revoked = true
})
afterEach(() => cell.close())

const held = { verdict: 'held', code: 'deviceRevoked' }
const codes = (frames: readonly Frame[]) => frames.flatMap((f) => (f.frame === 'notTaken' ? [f.code] : []))
const inOffice = async () => {
  await cell.book.settled()
  return (await cell.storage.records(officeScope(CELL))).length
}

describe('[B16] what a revoked phone hands in', () => {
  it('waits for a decision up to so many ops, and is not taken beyond; nothing of it is stored then', async () => {
    for (let i = 0; i < LIMIT.ops; i++) expect(await lost.write(NQ, `sau khi mất ${i}`, i)).toEqual(held)
    const more = await lost.batch([writing(NQ, 'quá nhiều', 5)])
    const frames = await lost.sync({ batches: [more] })
    expect(frames.map((f) => f.frame)).toEqual(['hello', 'notTaken', 'wipe'])
    expect(codes(frames)).toEqual(['quarantineFull'])
    expect(await inOffice()).toBe(LIMIT.ops)
    expect((await cell.storage.lastBatch(lost.device, cellScope(CELL)))?.deviceSeq).toBe(8 + LIMIT.ops)
  })

  it('a batch that would pass the end is not taken in part, a smaller one is', async () => {
    const six = Array.from({ length: 6 }, () => rename)
    expect(codes(await lost.sync({ batches: [await lost.batch(six)] }))).toEqual(['quarantineFull'])
    expect(await lost.send(six.slice(0, 5))).toEqual(Array.from({ length: 5 }, () => held))
  })

  it('has an end by bytes too, whatever scope it names and whatever the verdict would be', async () => {
    const large = 'x'.repeat(60_000)
    lost.scope = cellScope('khu-khong-co')
    expect(await lost.write(NQ, large)).toEqual({ verdict: 'refused', code: 'notFound' })
    lost.scope = ownScope(personOf('dung'))
    expect(codes(await lost.sync({ batches: [await lost.batch([writing(NQ, large)])] }))).toEqual([
      'quarantineFull',
    ])
  })

  it('[B4] the same batch again is answered as before and counts once, also after a restart', async () => {
    const batch = await lost.batch(Array.from({ length: 4 }, () => rename))
    const receipt = (frames: readonly Frame[]) => frames.find((f) => f.frame === 'receipt')
    const first = receipt(await lost.sync({ batches: [batch] }))
    await cell.restart()
    expect(receipt(await lost.sync({ batches: [batch, batch] }))).toEqual(first)
    lost.sent(lost.scope, batch)
    expect(await lost.send([rename])).toEqual([held])
    expect(await cell.storage.quarantine(lost.device)).toMatchObject({ ops: LIMIT.ops })
  })

  it('has no way around by many scopes at once', async () => {
    const scopes = Array.from({ length: 20 }, (_, i) => cellScope(`khu-so-${i}`))
    const batches = await Promise.all(scopes.map((scope) => lost.batch([writing(NQ, 'x')], { scope })))
    await Promise.all(batches.map((batch) => lost.sync({ batches: [batch] })))
    expect(await cell.storage.quarantine(lost.device)).toMatchObject({ ops: LIMIT.ops })
  })

  it('is no matter of honest phones: they write as much as they like, also the same person’s other one', async () => {
    const other = await cell.phone('dung')
    for (let i = 0; i < 12; i++)
      expect(await other.write(NQ, `máy mới ${i}`)).toMatchObject({ verdict: 'accepted' })
    expect(await cell.storage.quarantine(other.device)).toEqual({ ops: 0, bytes: 0 })
  })
})
