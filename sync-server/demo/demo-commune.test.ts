import { afterAll, beforeAll, expect, it } from 'vitest'
import { rosterOf } from '#shared/events/directory-state.ts'
import { STATUSES } from '#shared/records/person.ts'
import { cellScope } from '#shared/records/scope.ts'
import { dutiesRefusal } from '#shared/rules/duties.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { trialHouse, type TrialHouse } from '#server/routes/trial-house.fixture.ts'
import { decodeRow } from '#server/scopes/record-memory.ts'
import { demoPeople, foundDemo } from './demo-commune.ts'

let house: TrialHouse
beforeAll(async () => {
  house = await trialHouse({ unfounded: true })
  await foundDemo(house.book)
})
afterAll(() => house.close())

const cells = () => {
  const directory = house.book.directory()
  const units = [...directory.units.values()].filter((u) => u.kind === 'cell')
  return units.map((u) => rosterOf(directory, u.id, '', 0)).filter((r) => r !== null)
}

it('is a commune of six village cells of 15 to 36 members, led by the rules', () => {
  expect(cells()).toHaveLength(6)
  for (const roster of cells()) {
    expect(roster.people.length).toBeGreaterThanOrEqual(15)
    expect(roster.people.length).toBeLessThanOrEqual(36)
    expect(dutiesRefusal(roster, CENTRAL_2026)).toBeNull()
    expect(new Set(roster.people.map((p) => p.status))).toEqual(new Set(STATUSES))
    for (const duty of ['secretary', 'deputy'])
      expect(roster.people.filter((p) => p.duties.some((d) => d === duty))).toHaveLength(1)
  }
})

it('has the same people every time, told apart where names repeat', async () => {
  const again = await trialHouse({ unfounded: true })
  await foundDemo(again.book)
  const names = (h: TrialHouse) => [...h.book.directory().people.values()].map((p) => p.name)
  expect(names(again)).toEqual(names(house))
  await again.close()
  for (const roster of cells()) {
    const shown = roster.people.map((p) => `${p.name} ${p.birthYear ?? ''}`)
    expect(new Set(shown).size).toBe(shown.length)
  }
})

it('is founded once, and leaves no device of its own that could come in', async () => {
  const before = house.book.directory()
  await foundDemo(house.book)
  expect(house.book.directory()).toBe(before)
  expect([...before.devices.values()].every((d) => d.revokedAt !== undefined)).toBe(true)
})

it('lets officer, secretary and member in without anybody’s word; with a third phone the oldest is out', async () => {
  const people = demoPeople(house.book.directory())
  expect(people.map(({ who }) => who.split(',')[0])).toEqual([
    'Cán bộ Đảng ủy xã / commune officer',
    'Bí thư chi bộ / cell secretary',
    'Đảng viên / member',
  ])
  for (const { person } of people) {
    const [first, second, third] = [
      await house.letIn(person),
      await house.letIn(person),
      await house.letIn(person),
    ]
    const active = (device: string) => house.book.directory().devices.get(device)?.revokedAt === undefined
    expect([first, second, third].map((p) => active(p.device))).toEqual([false, true, true])
    house.clock.now += 1
  }
})

it('has fourteen months of resolutions and announcements, the newest still open, and a place left for every phone', async () => {
  for (const { unit } of cells()) {
    const rows = (await house.storage.records(cellScope(unit.id))).map((head) => decodeRow(head.row))
    const resolutions = rows.flatMap((row) => (row.kind === 'resolution' ? [row] : []))
    expect(new Set(resolutions.map((row) => row.month)).size).toBe(14)
    expect(resolutions.filter((row) => row.stage === 'draft')).toHaveLength(1)
    expect(Math.min(...resolutions.map((row) => row.words))).toBeGreaterThan(70)
    const notices = rows.flatMap((row) => (row.kind === 'announcement' ? [row] : []))
    expect(notices.filter((row) => !row.withdrawn)).toHaveLength(1)
  }
  const made = [...house.book.directory().devices.values()].filter((d) => d.id.startsWith('may-khu-'))
  expect(made.map((device) => device.revokedAt === undefined)).toEqual(cells().map(() => false))
})

it('has three meetings told from roll call to signature, with their tasks, and one to come', async () => {
  for (const { unit, people } of cells()) {
    const rows = (await house.storage.records(cellScope(unit.id))).map((head) => decodeRow(head.row))
    const meetings = rows.flatMap((row) => (row.kind === 'meeting' ? [row] : []))
    expect(meetings.map(({ course }) => course).sort()).toEqual(['closed', 'closed', 'closed', 'planned'])
    for (const { members, present = 0, contradictions } of meetings.filter(
      (row) => row.course === 'closed',
    )) {
      expect(members).toBe(people.length)
      expect(present).toBeGreaterThan(people.length / 2)
      expect(contradictions).toBe(0)
    }
    const signed = rows.filter((row) => row.kind === 'resolution' && row.signedOn !== undefined)
    expect(signed).toHaveLength(3)
    const register = rows.find((row) => row.kind === 'numbers')
    expect(register?.taken.map(({ no }) => no)).toEqual([1, 2, 3])
    expect(rows.filter((row) => row.kind === 'task').length).toBeGreaterThanOrEqual(3)
  }
})
