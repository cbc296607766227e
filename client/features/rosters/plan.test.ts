import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { decideDirectory, decideFounding, directoryCommandSchema } from '#shared/events/directory.ts'
import { foldDirectory } from '#shared/events/directory-events.ts'
import { EMPTY_DIRECTORY, rosterOf, type Directory } from '#shared/events/directory-state.ts'
import { compareRosters } from '#shared/rules/compare-rosters.ts'
import { CENTRAL_2026 } from '#shared/rulesets/central-2026.ts'
import { readListFile } from '#client/data/list-file.ts'
import { COMMUNE_BY_PARTS, SHEET_FOR_EACH, xlsx } from '#client/data/office-lists.fixture.ts'
import { kindFromName } from './cell-kind.ts'
import { cellsOf, commandFrom, countOf, listedIn, refusalsOf, rostersWith, type Yes } from './plan.ts'
import { readList } from './read-list.ts'
import { recognise } from './recognise.ts'

const COMMUNE = 'xa-thanh-ba'
const NO: Yes = { moved: new Map(), left: new Set() }
let next = 0
const newId = () => `made-id-${String(++next).padStart(4, '0')}`

/** The server's side: the directory after a command, or the refusal. */
function after(directory: Directory, command: unknown): Directory | string {
  const parsed = v.parse(directoryCommandSchema, command)
  const decision = decideDirectory(directory, parsed, { actor: 'oanh-person', at: 1, ruleset: CENTRAL_2026 })
  return decision.ok ? decision.events.reduce(foldDirectory, directory) : decision.refusal
}
function founded(): Directory {
  const keys = { signKey: 'A'.repeat(87), agreeKey: 'B'.repeat(87), label: 'máy', device: 'oanh-phone' }
  const names = { commune: COMMUNE, communeName: 'Xã', officer: 'oanh-person', officerName: 'Vũ Thị Oanh' }
  const decision = decideFounding(EMPTY_DIRECTORY, { ...names, ...keys }, 1)
  return decision.ok ? decision.events.reduce(foldDirectory, EMPTY_DIRECTORY) : EMPTY_DIRECTORY
}
const cellsIn = (directory: Directory) =>
  [...directory.units.values()].flatMap((u) =>
    u.kind === 'cell' ? (rosterOf(directory, u.id, 'x', 0) ?? []) : [],
  )

async function plan(file: File, directory: Directory, yes = NO) {
  const read = await readListFile(file)
  if (!read.ok) throw new Error(read.why)
  const people = read.sheets
    .map(recognise)
    .filter((l) => l.isList)
    .flatMap((l) => readList(l).people)
  const cells = cellsOf(people, cellsIn(directory), newId)
  const rosters = rostersWith(cells, cellsIn(directory), COMMUNE)
  const comparison = compareRosters(listedIn(people, cells), rosters)
  const command = commandFrom(comparison, { commune: COMMUNE, cells, yes, newId })
  return { cells, comparison, command, refusals: refusalsOf(command, rosters, CENTRAL_2026) }
}

describe('[D16] [D18] from a file to the book', () => {
  it('a file of the whole commune is taken over, and the same file again has nothing to do', async () => {
    const file = await xlsx(COMMUNE_BY_PARTS)
    const { command, cells, refusals } = await plan(file, founded())
    expect(cells.map((c) => [c.fresh.name, c.fresh.cellKind, c.known])).toEqual([
      ['Chi bộ Khu 1', 'village', null],
      ['Chi bộ Trường THCS Thanh Ba', 'publicService', null],
    ])
    expect(refusals).toEqual([])
    const taken = after(founded(), command) as Directory
    expect(cellsIn(taken).map((r) => r.people.map((p) => [p.name, p.birthYear]))).toEqual([
      [
        ['Hà Văn Tâm', 1962],
        ['Bùi Thị Hạnh', undefined],
      ],
      [
        ['Đinh Công Hùng', undefined],
        ['Hà Văn Tâm', 1990],
      ],
    ])
    const again = await plan(file, taken)
    expect(again.comparison).toMatchObject({ same: 4, doubtful: [], left: [] })
    expect(countOf(again.command)).toBe(0)
  })

  it('a move and a leaver happen only when somebody said so', async () => {
    const taken = after(founded(), (await plan(await xlsx(COMMUNE_BY_PARTS), founded())).command) as Directory
    const rows = [
      ['Chi bộ', 'Họ và tên', 'Năm sinh'],
      ['Chi bộ Khu 1', 'Đinh Công Hùng', 1979],
      [null, 'Hà Văn Tâm', 1962],
    ]
    const file = await xlsx({ name: 'DS', rows })
    const shown = await plan(file, taken)
    expect(shown.comparison.moved.map((m) => m.person.name)).toEqual(['Đinh Công Hùng'])
    expect(shown.comparison.left.map((l) => l.person.name)).toEqual(['Bùi Thị Hạnh'])
    expect(countOf(shown.command)).toBe(0)
    const { moved, left } = shown.comparison
    const yes: Yes = { moved: new Map([[moved[0]!.person.id, 'move']]), left: new Set([left[0]!.person.id]) }
    const done = after(taken, (await plan(file, taken, yes)).command) as Directory
    expect(cellsIn(done)[0]?.people.map((p) => p.name)).toEqual(['Hà Văn Tâm', 'Đinh Công Hùng'])
    const other: Yes = { ...NO, moved: new Map([[moved[0]!.person.id, 'other']]) }
    expect((await plan(file, taken, other)).command.added.map((a) => a.person)).toMatchObject([
      { name: 'Đinh Công Hùng', birthYear: 1979, status: 'official' },
    ])
  })

  it('[D5] a cell that would break a rule is named before anything is sent', async () => {
    const { refusals, command, cells } = await plan(await xlsx(...SHEET_FOR_EACH), founded())
    expect(refusals).toEqual([{ cell: cells[0]?.fresh.id, refusal: 'committeeNeedsNine' }])
    expect(after(founded(), command)).toBe('committeeNeedsNine')
  })
})

it.each([
  ['Chi bộ khu Đồng Mạ', 'village'],
  ['Chi bộ Trạm Y tế', 'publicService'],
  ['Chi bộ HTX Nông nghiệp', 'enterprise'],
  ['Chi bộ Công an xã', 'administrative'],
  ['Chi bộ Hưu trí', 'other'],
])('[D14] %s sounds like a cell of the kind %s', (name, kind) => expect(kindFromName(name)).toBe(kind))
