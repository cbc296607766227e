import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Duty } from '#shared/records/person.ts'
import { handedUpOf } from '#shared/records/handed-up.ts'
import { bridgeScope, officeScope } from '#shared/records/scope.ts'
import { loadRecord } from './record-memory.ts'
import {
  CELL,
  COMMUNE,
  OFFICER,
  OTHER_CELL,
  personOf,
  trialCell,
  type TrialCell,
  type TrialPhone,
} from './trial-cell.fixture.ts'

const MEETING = 'meeting-0001'
const BRIDGE = bridgeScope(CELL)
const UP = {
  ...{ do: 'handUp', id: 'up-000001', meeting: MEETING, agenda: [], drafts: [] },
  notice: {
    ...{
      type: 'regular',
      month: '2026-12',
      startsAt: '2026-12-03T19:30',
      place: 'Nhà văn hóa khu',
      minutes: 90,
    },
  },
}
const ANSWER = { do: 'answerFromAbove', version: 'up-000001', coming: true }
const accepted = { verdict: 'accepted' }
const refused = (code: string) => ({ verdict: 'refused', code })

let cell: TrialCell
let an: TrialPhone
beforeEach(async () => {
  cell = await trialCell()
  const above: [string, Duty[]][] = [
    ['phu', []],
    ['quy', []],
    ['nhung', ['officer']],
  ]
  for (const [name, duties] of above) {
    const person = { id: personOf(name), name: `Đồng chí ${name}`, status: 'official' as const, duties }
    await cell.book.direct({ do: 'addPeople', unit: COMMUNE, people: [person] }, OFFICER)
  }
  await assign('phu')
  an = await phone('an')
})
afterEach(() => cell.close())

const assign = (name: string | null) =>
  cell.book.direct(
    { do: 'assignSuperior', cell: CELL, person: name === null ? null : personOf(name) },
    OFFICER,
  )
async function phone(name: string): Promise<TrialPhone> {
  const its = await cell.phone(name)
  its.scope = BRIDGE
  return its
}
const give = (from: TrialPhone, command: unknown) => from.give(handedUpOf(MEETING), command, 'handedUp')
const scopesSentTo = async (to: TrialPhone, known = new Map()) =>
  (await to.sync({ cursors: known })).flatMap((frame) =>
    frame.frame === 'rows' || frame.frame === 'records' || frame.frame === 'gone'
      ? [`${frame.frame} ${frame.scope}`]
      : [],
  )

it('[P80] [S8] the bridge is read by the cell, the superior in charge and the officers of the commune, by nobody else', () => {
  const readers = [...cell.book.directory().people.keys()].filter((person) =>
    cell.book.scopesOf(person).includes(BRIDGE),
  )
  const members = ['an', 'binh', 'cuc', 'dung', 'em', 'giang', 'ha', 'khoa', 'lan', 'minh', 'nga']
  expect(readers.sort()).toEqual([...[...members, 'phu', 'nhung'].map(personOf), OFFICER].sort())
})

it('[P80] [Z1] from above nothing of the cell is read but its bridge; an officer reads those of all cells', () => {
  const scopes = (name: string) => cell.book.scopesOf(personOf(name))
  expect(scopes('phu')).toEqual([BRIDGE, `own/${personOf('phu')}`])
  expect(scopes('nhung')).toEqual([BRIDGE, bridgeScope(OTHER_CELL), `own/${personOf('nhung')}`])
})

it('[P81] [P82] [Z6] the secretary hands up, the superior in charge has it with the roster, and answers', async () => {
  const phu = await phone('phu')
  expect(await give(an, UP)).toMatchObject(accepted)
  const frames = await phu.sync()
  expect(frames.flatMap((f) => (f.frame === 'roster' ? [f.unit] : [])).sort()).toEqual([CELL, COMMUNE].sort())
  expect(await scopesSentTo(phu)).toContain(`records ${BRIDGE}`)
  expect(await give(phu, ANSWER)).toMatchObject(accepted)
  expect(await give(phu, UP)).toEqual(refused('notAllowed'))
  const { state } = await loadRecord(cell.storage, BRIDGE, handedUpOf(MEETING), 'handedUp')
  expect(state).toMatchObject({ answers: { [personOf('phu')]: { coming: true } } })
})

it('[P80] [H2] a member of another cell and one of the committee who is not in charge are told of nothing', async () => {
  await give(an, UP)
  for (const name of ['chi', 'quy']) {
    const stranger = await phone(name)
    expect(await scopesSentTo(stranger), name).not.toContain(`records ${BRIDGE}`)
    for (const command of [ANSWER, UP, { do: 'seeHandedUp', what: 'up-000001' }])
      expect(await give(stranger, command), name).toEqual(refused('notFound'))
    expect(await stranger.give('no-such-record', ANSWER, 'handedUp'), name).toEqual(refused('notFound'))
  }
})

it('[P82] [P83] a member neither answers from above nor leaves a mark', async () => {
  await give(an, UP)
  const dung = await phone('dung')
  for (const command of [ANSWER, { do: 'seeHandedUp', what: 'up-000001' }])
    expect(await give(dung, command)).toEqual(refused('notAllowed'))
})

it('[Z8] a new assignment gives the right and takes it; what the former one had is to be let go of', async () => {
  await give(an, UP)
  const [phu, quy] = [await phone('phu'), await phone('quy')]
  const cursors = new Map([[BRIDGE, { seq: 1 }]])
  await assign('quy')
  expect(await scopesSentTo(phu, cursors)).toContain(`gone ${BRIDGE}`)
  expect(await scopesSentTo(quy)).toContain(`records ${BRIDGE}`)
  expect(await give(quy, ANSWER)).toMatchObject(accepted)
  await assign(null)
  expect(await scopesSentTo(quy, cursors)).toContain(`gone ${BRIDGE}`)
})

it('[Z8] [B7] an answer given while he was in charge waits for the cell when it comes too late', async () => {
  await give(an, UP)
  const phu = await phone('phu')
  phu.rosterVersion = cell.book.directory().rosterVersions.get(CELL) ?? 0
  await assign('quy')
  expect(await give(phu, ANSWER)).toEqual({ verdict: 'held', code: 'rosterChanged' })
  await cell.book.settled()
  expect(await cell.storage.records(officeScope(CELL))).toHaveLength(1)
})
