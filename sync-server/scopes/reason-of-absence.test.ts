import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Op } from '#shared/protocol/batch.ts'
import { reasonsOf } from '#shared/records/reasons.ts'
import { cellScope, officeScope, ownScope } from '#shared/records/scope.ts'
import { loadRecord } from './record-memory.ts'
import { CELL, OFFICER, personOf, trialCell, type TrialCell, type TrialPhone } from './trial-cell.fixture.ts'

const MEETING = 'meeting-0001'
const OFFICE = officeScope(CELL)
const GIVE = { do: 'giveReason', meeting: MEETING, text: 'Con ốm, phải trông' }
const accepted = { verdict: 'accepted' }
const refused = (code: string) => ({ verdict: 'refused', code })

let cell: TrialCell
beforeEach(async () => {
  cell = await trialCell()
})
afterEach(() => cell.close())

async function phone(name: string): Promise<TrialPhone> {
  const its = await cell.phone(name)
  its.scope = OFFICE
  return its
}
const give = (from: TrialPhone, command: object, record = reasonsOf(MEETING)) =>
  from.give(record, command, 'reasons')
const entered = (command: object, name: string): Op => ({
  ...{ op: 'command', record: reasonsOf(MEETING), kind: 'reasons', command, onBehalfOf: personOf(name) },
})
async function scopesSentTo(to: TrialPhone): Promise<string[]> {
  const frames = await to.sync()
  return [
    ...new Set(frames.flatMap((frame) => ('cursor' in frame && frame.cursor.seq > 0 ? [frame.scope] : []))),
  ]
}

it('[P84] [Z10] a member’s reason comes into the office, which is all he learns of it', async () => {
  const [an, dung] = [await phone('an'), await phone('dung')]
  expect(await give(dung, GIVE)).toMatchObject(accepted)
  await cell.book.settled()
  const { state } = await loadRecord(cell.storage, OFFICE, reasonsOf(MEETING), 'reasons')
  expect(state).toEqual({ meeting: MEETING, reasons: { [personOf('dung')]: GIVE.text } })
  expect(await scopesSentTo(dung)).toEqual([ownScope(dung.person)])
  expect(await scopesSentTo(an)).toContain(OFFICE)
})

it('[Z11] his own copy is in his own scope, also when another entered it for him', async () => {
  const [dung, em] = [await phone('dung'), await phone('em')]
  expect(await dung.send([entered(GIVE, 'em')])).toMatchObject([accepted])
  await cell.book.settled()
  expect(await scopesSentTo(em)).toEqual([ownScope(em.person)])
  expect(await scopesSentTo(dung)).toEqual([])
  const { state } = await loadRecord(cell.storage, ownScope(em.person), reasonsOf(MEETING), 'ownReason')
  expect(state).toEqual({ meeting: MEETING, text: GIVE.text, by: dung.person })
})

it('[Z10] [H2] nothing else goes that way, and whoever is no member is told of nothing', async () => {
  const [dung, chi] = [await phone('dung'), await phone('chi')]
  const note = { do: 'noteReason', meeting: MEETING, person: personOf('em'), text: 'Đi xa' }
  expect(await give(dung, note)).toEqual(refused('notFound'))
  expect(await dung.give('held-000001', { do: 'admitHeldWork' }, 'held')).toEqual(refused('notFound'))
  expect(await give(dung, GIVE, 'another-record')).toEqual(refused('malformed'))
  expect(await give(chi, GIVE)).toEqual(refused('notFound'))
  const change = { do: 'changePerson', unit: CELL, person: dung.person, name: 'Đồng chí Dũng' } as const
  await cell.book.direct({ ...change, status: 'suspended' }, OFFICER)
  expect(await give(dung, GIVE)).toEqual(refused('notFound'))
})

it('[M24] the cell has no word of it', async () => {
  await give(await phone('dung'), GIVE)
  await cell.book.settled()
  expect(await cell.storage.records(cellScope(CELL))).toEqual([])
})
