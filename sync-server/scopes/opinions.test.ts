import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Duty } from '#shared/records/person.ts'
import { forwardedOf } from '#shared/records/forwarded-opinion.ts'
import type { Opinion } from '#shared/records/opinion.ts'
import { bridgeScope, cellScope } from '#shared/records/scope.ts'
import { loadRecord } from './record-memory.ts'
import {
  CELL,
  COMMUNE,
  OFFICER,
  personOf,
  trialCell,
  type TrialCell,
  type TrialPhone,
} from './trial-cell.fixture.ts'

const OPINION = 'opinion-0001'
const BRIDGE = bridgeScope(CELL)
const RAISE = { do: 'raiseOpinion', type: 'complaint', text: 'Rác chợ chưa ai dọn.', origin: 'member' }
const accepted = { verdict: 'accepted' }
const refused = (code: string) => ({ verdict: 'refused', code })

let cell: TrialCell
let an: TrialPhone
let dung: TrialPhone
let nhung: TrialPhone
beforeEach(async () => {
  cell = await trialCell()
  const officer = { id: personOf('nhung'), name: 'Đinh Thị Nhung', status: 'official' as const }
  const duties: Duty[] = ['officer']
  await cell.book.direct({ do: 'addPeople', unit: COMMUNE, people: [{ ...officer, duties }] }, OFFICER)
  an = await cell.phone('an')
  dung = await cell.phone('dung')
  nhung = await cell.phone('nhung')
  nhung.scope = BRIDGE
})
afterEach(() => cell.close())

const inCell = (from: TrialPhone, command: unknown) => from.give(OPINION, command, 'opinion')
const above = (command: unknown, from = nhung) => from.give(forwardedOf(OPINION), command, 'forwardedOpinion')
const opinion = async () =>
  (await loadRecord(cell.storage, cellScope(CELL), OPINION, 'opinion')).state as Opinion
const forwarded = async () =>
  (await loadRecord(cell.storage, BRIDGE, forwardedOf(OPINION), 'forwardedOpinion')).state

it('[I11] [I12] [P97] the server carries an opinion up and each step back down, once', async () => {
  expect(await inCell(dung, RAISE)).toMatchObject(accepted)
  expect(await inCell(an, { do: 'forwardOpinion', word: 'Chợ do xã quản lý.' })).toMatchObject(accepted)
  await cell.book.settled()
  expect(await forwarded()).toMatchObject({ text: RAISE.text, course: { is: 'sent' } })
  expect(JSON.stringify(await forwarded())).not.toContain(personOf('dung'))
  expect(await above({ do: 'takeUpForwarded', name: 'Đinh Thị Nhung' })).toMatchObject(accepted)
  await cell.book.settled()
  expect((await opinion()).course).toMatchObject({ is: 'forwarded', above: 'takenUp' })
  await above({ do: 'answerForwarded', id: 'answer-01', text: 'Từ thứ Hai có xe.', name: 'Đinh Thị Nhung' })
  await cell.restart()
  await cell.book.settled()
  expect(await opinion()).toMatchObject({
    course: { is: 'answered' },
    answers: [{ quotes: RAISE.text, text: 'Từ thứ Hai có xe.', above: 'Đinh Thị Nhung' }],
  })
})

it('[I11] nobody puts an opinion into the bridge by hand, and members do nothing above', async () => {
  await inCell(dung, RAISE)
  expect(await above({ do: 'takeUpForwarded' })).toEqual(refused('notFound'))
  expect(await above({ do: 'forwardedOpinionCame', unit: CELL })).toEqual(refused('malformed'))
  await inCell(an, { do: 'forwardOpinion' })
  await cell.book.settled()
  dung.scope = BRIDGE
  expect(await above({ do: 'answerForwarded', id: 'answer-01', text: 'Tự tôi.' }, dung)).toEqual(
    refused('notAllowed'),
  )
})

it('[P93] [I1] the commune reads and writes no opinion in the cell itself', async () => {
  await inCell(dung, RAISE)
  nhung.scope = cellScope(CELL)
  expect(await inCell(nhung, { do: 'openOpinion' })).toEqual(refused('notFound'))
})

it('[I14] one answer reaches everybody who asked alike', async () => {
  await inCell(dung, RAISE)
  await an.give('opinion-0002', RAISE, 'opinion')
  expect(await an.give('opinion-0002', { do: 'joinOpinion', to: OPINION }, 'opinion')).toMatchObject(accepted)
  await inCell(an, { do: 'answerOpinion', id: 'answer-01', text: 'Đã dọn.' })
  await cell.book.settled()
  const { state } = await loadRecord(cell.storage, cellScope(CELL), 'opinion-0002', 'opinion')
  expect(state).toMatchObject({ course: { is: 'answered' }, answers: [{ text: 'Đã dọn.', alike: OPINION }] })
})
